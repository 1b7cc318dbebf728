import { describe, expect, it } from 'vitest'
import { notBegun, type Progress, verdict, verifyFrom } from './verifying'

const pages: Record<string, { ledgers: number; entries: number; broken: number; next: string | null }> = {
  first: { ledgers: 100, entries: 1200, broken: 0, next: 'b' },
  b: { ledgers: 100, entries: 800, broken: 1, next: 'c' },
  c: { ledgers: 7, entries: 9, broken: 0, next: null },
}
const page = async (after: string | undefined) => {
  const data = pages[after ?? 'first']
  if (!data) throw new Error(`no page ${after}`)
  return { ok: true as const, data }
}
const watch = () => {
  const seen: Progress[] = []
  return { seen, told: (progress: Progress) => seen.push(progress) }
}

describe('going through the ledgers', () => {
  it('adds page to page until the last', async () => {
    const { seen, told } = watch()
    const end = await verifyFrom(notBegun, page, { signal: new AbortController().signal, told })
    expect(end).toEqual({
      how: 'done',
      progress: { checked: { ledgers: 207, entries: 2009, broken: 1 }, after: undefined },
      refusal: null,
    })
    expect(seen.map(({ checked }) => checked.ledgers)).toEqual([100, 200, 207])
  })

  it('goes on after a stop where it stopped, counting nothing twice', async () => {
    const stop = new AbortController()
    const stopped = await verifyFrom(notBegun, page, { signal: stop.signal, told: () => stop.abort() })
    expect(stopped).toMatchObject({ how: 'stopped', progress: { checked: { ledgers: 100 }, after: 'b' } })
    const { told } = watch()
    const end = await verifyFrom(stopped.progress, page, { signal: new AbortController().signal, told })
    expect(end).toMatchObject({ how: 'done', progress: { checked: { ledgers: 207, entries: 2009 } } })
  })

  it('does not count a page that came after the stop', async () => {
    const stop = new AbortController()
    const { seen, told } = watch()
    const late = async (after: string | undefined) => {
      stop.abort()
      return page(after)
    }
    expect(await verifyFrom(notBegun, late, { signal: stop.signal, told })).toEqual({
      how: 'stopped',
      progress: notBegun,
      refusal: null,
    })
    expect(seen).toEqual([])
  })

  it('keeps what was checked when the cloud refuses', async () => {
    const refusal = { ok: false as const, code: 'OFFLINE' as const }
    const cutOff = async (after: string | undefined) => (after ? refusal : page(after))
    const { told } = watch()
    expect(await verifyFrom(notBegun, cutOff, { signal: new AbortController().signal, told })).toEqual({
      how: 'refused',
      progress: { checked: { ledgers: 100, entries: 1200, broken: 0 }, after: 'b' },
      refusal,
    })
  })

  it('says the result plainly', () => {
    expect(verdict({ ledgers: 1207, entries: 20009, broken: 0 })).toBe(
      '共核对 1,207 本账本、20,009 条记录，没有发现缺改',
    )
    expect(verdict({ ledgers: 12, entries: 30, broken: 2 })).toBe('共核对 12 本账本、30 条记录，其中 2 处对不上')
  })
})
