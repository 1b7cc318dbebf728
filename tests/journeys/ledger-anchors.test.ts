import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { AnyDeclaration } from '../../cloudfunctions/_kit/declaration'
import { ledgerStore, readingsStore } from '../../cloudfunctions/_kit/ledger'
import { anchorsStore, readPart } from '../../cloudfunctions/_kit/ledger-anchors'
import { eraseKind } from '../../cloudfunctions/people/erase'
import { done } from '../../src/domain/result'
import { anchoredHouse } from '../house/anchored'
import { beforeCalls, overDatabase } from '../house/before-each-call'
import { dataOf } from '../house/data-of'

const {
  house,
  anchorsFolder,
  personIdOf,
  around,
  heads,
  headOf,
  entriesOf,
  readingOf,
  verified,
  broken,
  parts,
  linesOf,
  looksAt,
  anHourLater,
  runOver,
  removeAllTraces,
} = await anchoredHouse()

describe('a ledger that is gone as a whole', () => {
  it('is found, though nothing in the database says that it was', async () => {
    await looksAt('林', '王', '林')
    await anHourLater()
    expect(await broken()).toEqual([])
    const { ledger } = await headOf('林')
    await removeAllTraces('林')
    expect(await broken()).toEqual([`ledgerAnchors ${ledger}`])
    await looksAt('林')
    await anHourLater()
    expect(await broken()).toEqual([`ledgerAnchors ${ledger}`])
  })

  it('is found where only its key was taken, and the house itself removed the rest', async () => {
    await looksAt('林', '王')
    await anHourLater()
    const { ledger } = await headOf('林')
    await house.database.open(dataKeysStore).remove(dataKeyId(ledgerStore, personIdOf('林'), house.keys))
    expect(await broken()).toContain(`ledgerAnchors ${ledger}`)
    for (let day = 0; day < 2; day++) {
      house.clock.forward(24 * 60 + 1)
      await house.tick()
    }
    expect(await headOf('林')).toBeUndefined()
    expect(await broken()).toEqual([`ledgerAnchors ${ledger}`])
  })

  it('is found where its end was put back and it grew again to the same length', async () => {
    await looksAt('林')
    const before = await headOf('林')
    await looksAt('林')
    await anHourLater()
    const [, last] = await entriesOf('林')
    const reading = await readingOf(last?.hash ?? '')
    await house.database.open(ledgerStore).remove(last?.id ?? '')
    await house.database.open(readingsStore).remove(reading?.id ?? '')
    await heads().change(before.id, () => done({ write: before, reply: true }))
    expect(await broken()).toEqual([`ledgerAnchors ${before.ledger}`])
    await looksAt('林')
    expect(await broken()).toEqual([`ledgerAnchors ${before.ledger}`])
  })

  it('is no break where the person destroyed it, at no moment of it', async () => {
    dataOf(await house.employee('林').profile.rename({ nickname: '晚风' }))
    await looksAt('林', '林', '王')
    await anHourLater()
    const found: unknown[] = []
    const slow = beforeCalls(house.database, async () => {
      found.push(...(await broken()))
    })
    const data = { number: 'numbermadebyphoneA', kinds: [], account: true }
    expect(await overDatabase(slow, house, personIdOf('林'), { action: 'privacy.destroy', data })).toMatchObject({
      ok: true,
    })
    expect(await headOf('林')).toBeUndefined()
    expect(found).toEqual([])
    await anHourLater()
    expect(await verified()).toMatchObject({ broken: 0, anchored: 2 })
    await looksAt('林')
    await anHourLater()
    expect(await verified()).toMatchObject({ broken: 0, anchored: 3 })
  })

  it('is no break while a destruction that was cut off leaves some of it, whatever went first', async () => {
    await looksAt('林', '林')
    await anHourLater()
    const ledgers = ledgerStore as AnyDeclaration
    await eraseKind(ledgers as never, personIdOf('林'), { ...around(), by: null })
    expect(await headOf('林')).toBeDefined()
    expect(await broken()).toEqual([])
  })

  it('leaves nothing by which it is known whose it was', async () => {
    await looksAt('林')
    await anHourLater()
    const [entry] = await entriesOf('林')
    const text = JSON.stringify(await readPart(1, around()))
    for (const trace of [personIdOf('林'), entry?.hash, entry?.id, entry?.reader]) expect(text).not.toContain(trace)
    expect(await linesOf(1)).toHaveLength(1)
  })
})

describe('what was written down outside', () => {
  const threeParts = async () => {
    for (const name of ['林', '王', '高']) {
      await looksAt(name)
      await anHourLater()
    }
    expect(await parts()).toBe(3)
    expect(await broken()).toEqual([])
  }
  const remove = (number: number) => rm(join(anchorsFolder(), String(number)))

  it.each([
    [3, ['ledgerAnchors chain']],
    [2, ['ledgerAnchors 2']],
    [1, ['ledgerAnchors 1']],
  ])('is missed when part %i is removed', async (number, found) => {
    await threeParts()
    await remove(number)
    expect(await broken()).toEqual(found)
  })

  it('is missed when it was changed, or another part of ours stands in its place', async () => {
    await threeParts()
    const part = await readPart(2, around())
    const putBack = Buffer.from(JSON.stringify(part))
    await house.files.put('ledger-anchors/2', Buffer.from(JSON.stringify({ ...part, lines: [] })))
    expect(await broken()).toEqual(['ledgerAnchors 2'])
    await house.files.put('ledger-anchors/2', Buffer.from(JSON.stringify(await readPart(1, around()))))
    expect(await broken()).toEqual(['ledgerAnchors 2'])
    await house.files.put('ledger-anchors/2', putBack)
    expect(await broken()).toEqual([])
  })

  it('is not forgotten when the database’s own side of it is removed, changed or put back', async () => {
    await looksAt('林')
    await anHourLater()
    const anchors = house.database.open(anchorsStore)
    const before = await anchors.get('chain')
    await looksAt('王')
    await anHourLater()
    const after = await anchors.get('chain')
    if (!before || !after) throw new Error('the job writes them')
    const put = (write: typeof before | null) => anchors.change('chain', () => done({ write, reply: true }))
    for (const wrong of [null, before, { ...after, count: 1 }]) {
      await put(wrong)
      expect(await broken()).toEqual(['ledgerAnchors chain'])
      await expect(runOver(house.database)).rejects.toThrow(/belong together|tampered/)
    }
    await put(after)
    expect(await broken()).toEqual([])
  })
})
