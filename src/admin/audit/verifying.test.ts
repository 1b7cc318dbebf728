import { describe, expect, it } from 'vitest'
import { type Checked, notBegun, type Progress, putBackWords, verdict, verifyFrom } from './verifying'

const pages: Record<string, Checked & { next: string | null }> = {
  first: { ledgers: 100, entries: 1200, broken: 0, putBack: ['2026-03-10T02:00:00.000Z'], next: 'b' },
  b: { ledgers: 100, entries: 800, broken: 1, putBack: ['2026-03-01T02:00:00.000Z'], next: 'c' },
  c: { ledgers: 0, entries: 0, broken: 0, putBack: [], next: null },
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
      progress: {
        checked: {
          ledgers: 200,
          entries: 2000,
          broken: 1,
          putBack: ['2026-03-10T02:00:00.000Z', '2026-03-01T02:00:00.000Z'],
        },
        after: undefined,
      },
      refusal: null,
    })
    expect(seen.map(({ checked }) => checked.ledgers)).toEqual([100, 200, 200])
  })

  it('goes on after a stop where it stopped, counting nothing twice', async () => {
    const stop = new AbortController()
    const stopped = await verifyFrom(notBegun, page, { signal: stop.signal, told: () => stop.abort() })
    expect(stopped).toMatchObject({ how: 'stopped', progress: { checked: { ledgers: 100 }, after: 'b' } })
    const { told } = watch()
    const end = await verifyFrom(stopped.progress, page, { signal: new AbortController().signal, told })
    expect(end).toMatchObject({ how: 'done', progress: { checked: { ledgers: 200, entries: 2000 } } })
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
      progress: {
        checked: { ledgers: 100, entries: 1200, broken: 0, putBack: ['2026-03-10T02:00:00.000Z'] },
        after: 'b',
      },
      refusal,
    })
  })

  it('says the result plainly, and how much it was only in tens', () => {
    const checked = { ledgers: 1200, entries: 20000, broken: 0, putBack: [] }
    expect(verdict(checked)).toBe('共核对约 1,200 本账本、约 20,000 条记录，没有发现缺改')
    expect(verdict({ ...checked, ledgers: 0, entries: 30, broken: 2 })).toBe(
      '共核对不到 10 本账本、约 30 条记录，其中 2 处对不上',
    )
  })

  it('says when the database was put back, the first first, and nothing where it never was', () => {
    const checked = { ledgers: 0, entries: 0, broken: 0, putBack: ['2026-03-10', '2026-03-01'] }
    expect(putBackWords(checked, (at) => at.slice(5))).toContain('恢复过：03-01、03-10。')
    expect(putBackWords({ ...checked, putBack: [] }, (at) => at)).toBe('')
  })
})
