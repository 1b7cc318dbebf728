import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../cloudfunctions/_kit/declaration'
import {
  append,
  hashed,
  type LedgerHead,
  ledgerHeadsStore,
  ledgerStore,
  readingsStore,
} from '../../cloudfunctions/_kit/ledger'
import { anchorsStore, lastFrom, notePutBack, readPart } from '../../cloudfunctions/_kit/ledger-anchors'
import { verifyEverything } from '../../cloudfunctions/_kit/ledger-verify'
import { anchorLedgers } from '../../cloudfunctions/people/anchor-ledgers'
import { eraseKind, forgetEntries } from '../../cloudfunctions/people/erase'
import { done } from '../../src/domain/result'
import { beforeCalls, overDatabase } from '../house/before-each-call'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const looked = {
  ...({ by: 'hexin', byName: '何欣', approvedByName: '', twoPeople: false } as const),
  ...({ role: 'supervisor', branchId: 'city', what: 'profiles', reason: 'danger-to-life' } as const),
}
const HOUR = 64

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const kinds: AnyDeclaration[] = [ledgerStore, ledgerHeadsStore, readingsStore, dataKeysStore, anchorsStore]
const anchorsFolder = () => join(house.folder, 'files', 'ledger-anchors')
const removeRows = async (declaration: AnyDeclaration, rows: unknown[] = []) => {
  for (const { id } of rows as { id: string }[]) await house.database.open(declaration).remove(id)
}

/** Nobody has read anything, and a day has begun. */
beforeEach(async () => {
  const all = await house.dump()
  for (const declaration of kinds) await removeRows(declaration, all[declaration.name])
  await rm(anchorsFolder(), { recursive: true, force: true })
  house.clock.forward(24 * 60)
  house.clock.set(`${house.clock.now().toISOString().slice(0, 10)}T02:00:00.000Z`)
  await house.tick()
})

const personIdOf = (name: string) => house.keys.hash('person', name)
const around = () => ({ database: house.database, keys: house.keys, files: house.files, now: house.clock.now() })
const heads = () => house.database.open(ledgerHeadsStore)
const headOf = async (name: string) => (await heads().get(personIdOf(name))) as LedgerHead
const entriesOf = async (name: string) =>
  (
    await house.database
      .open(ledgerStore)
      .find({ index: 'byPerson', where: { personId: personIdOf(name) }, limit: 100 })
  ).rows
const readingOf = async (entry: string) =>
  (await house.database.open(readingsStore).find({ index: 'byEntry', where: { entry }, limit: 1 })).rows[0]
const verified = () => verifyEverything(around())
const broken = async () => (await verified()).breaks.map(({ where, id }) => `${where} ${id}`)
const parts = () => lastFrom(0, house.files)
const linesOf = async (number: number) => (await readPart(number, around()))?.lines ?? []
const looksAt = async (...names: string[]) => {
  for (const name of names) await append(personIdOf(name), looked, around())
}
const anHourLater = async () => {
  house.clock.forward(HOUR)
  await house.tick()
}
const runOver = (database: Database) => anchorLedgers.run({ ...around(), database, timeLeft: () => true })

/** As somebody with the database in their hands would: nothing in it says any more that there was a ledger. */
async function removeAllTraces(name: string) {
  const entries = await entriesOf(name)
  await forgetEntries(entries, house)
  for (const { id } of entries) await house.database.open(ledgerStore).remove(id)
  await heads().remove(personIdOf(name))
  await house.database.open(dataKeysStore).remove(dataKeyId(ledgerStore, personIdOf(name), house.keys))
}

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

describe('the job', () => {
  it('ends in the same state wherever it is cut off, and when two run at once', async () => {
    await looksAt('林', '王')
    await anHourLater()
    await looksAt('林', '王', '高')
    house.clock.forward(HOUR)
    let cuts = 0
    for (let whole = false; !whole; cuts++) {
      whole = await runOver(cutOff(house.database, cuts).database).then(
        () => true,
        (error) => {
          if (!String(error).includes('cut off')) throw error
          return false
        },
      )
      expect({ cuts, broken: await broken() }).toEqual({ cuts, broken: [] })
    }
    expect(cuts).toBeGreaterThan(10)
    await looksAt('高', '王')
    house.clock.forward(HOUR)
    await Promise.all([runOver(house.database), runOver(house.database)])
    await runOver(house.database)
    expect(await broken()).toEqual([])
    const waiting = await heads().count({ index: 'byWait', range: { from: '0' } })
    expect(waiting).toBe(0)
    const lines = (await Promise.all(Array.from({ length: await parts() }, (_, at) => linesOf(at + 1)))).flat()
    for (const name of ['林', '王', '高']) {
      const { ledger, seq } = await headOf(name)
      expect(lines.filter((line) => line[0] === ledger && line[1] === seq).length, name).toBeGreaterThan(0)
    }
  })

  it('writes nothing where nothing was read, and many in parts of a hundred', async () => {
    await looksAt(...Array.from({ length: 150 }, (_, at) => `每人${at}`))
    await anHourLater()
    expect([(await linesOf(1)).length, (await linesOf(2)).length]).toEqual([100, 50])
    await anHourLater()
    expect(await parts()).toBe(2)
    expect(await verified()).toMatchObject({ anchored: 150, broken: 0 })
  })

  it('does not write down what may still be taken back', async () => {
    await looksAt('林')
    house.clock.forward(63)
    const undo = await append(personIdOf('林'), looked, around())
    house.clock.forward(2)
    await house.tick()
    const { ledger } = await headOf('林')
    expect((await linesOf(1)).map(([id, seq]) => [id, seq])).toEqual([[ledger, 1]])
    await undo()
    expect(await broken()).toEqual([])
    await looksAt('林')
    await anHourLater()
    expect((await linesOf(2)).map(([id, seq]) => [id, seq])).toEqual([[ledger, 2]])
    expect(await broken()).toEqual([])
  })

  it('takes in what an older version wrote', async () => {
    await looksAt('林')
    const head = await headOf('林')
    const old = hashed(house.keys, { ...head, ledger: '', waitsSince: '' })
    await heads().change(head.id, () => done({ write: old, reply: true }))
    await house.database.open(anchorsStore).remove('chain')
    expect(await broken()).toEqual([])
    house.clock.forward(10)
    await house.tick()
    await anHourLater()
    expect((await linesOf(1)).map(([id]) => id)).toEqual([head.ledger])
    expect(await broken()).toEqual([])
  })
})

describe('a database that was put back to an earlier day', () => {
  const rollBack = async (then: Record<string, unknown[]>) => {
    const now = await house.dump()
    for (const declaration of kinds) {
      await removeRows(declaration, now[declaration.name])
      for (const row of then[declaration.name] ?? []) {
        const { v, ...document } = row as Record<string, unknown>
        await house.database.open(declaration).insert(document)
      }
    }
  }

  it('is a break until the operator says so outside of it, and what came before it is still held against it', async () => {
    await looksAt('林', '王')
    await anHourLater()
    const then = await house.dump()
    await looksAt('林', '高')
    await anHourLater()
    const { ledger } = await headOf('林')
    const gone = await headOf('高')
    await rollBack(then)
    expect((await broken()).sort()).toEqual(
      ['ledgerAnchors chain', `ledgerAnchors ${ledger}`, `ledgerAnchors ${gone.ledger}`].sort(),
    )
    house.clock.forward(HOUR)
    await expect(runOver(house.database)).rejects.toThrow('do not belong together')
    expect(await broken()).toContain('ledgerAnchors chain')

    await notePutBack(house.files)
    expect(await verified()).toMatchObject({ broken: 0, putBack: ['just now'] })
    await anHourLater()
    const noted = await verified()
    expect(noted).toMatchObject({ broken: 0, putBack: [house.clock.now().toISOString()] })
    await looksAt('林', '高')
    await anHourLater()
    await anHourLater()
    expect(await broken()).toEqual([])
    const { ledger: wangs } = await headOf('王')
    await removeAllTraces('王')
    expect(new Set(await broken())).toEqual(new Set([`ledgerAnchors ${wangs}`]))
  })

  it('is not forgiven by a word that was said when nothing was put back', async () => {
    await looksAt('林')
    await anHourLater()
    await notePutBack(house.files)
    await anHourLater()
    const { ledger } = await headOf('林')
    await removeAllTraces('林')
    expect(await verified()).toMatchObject({ putBack: [], breaks: [{ where: 'ledgerAnchors', id: ledger }] })
  })
})
