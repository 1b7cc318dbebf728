import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../src/domain/result'
import { openFiles } from '../../src/server/files-on-disk'
import { memoryDatabase } from '../../src/server/testing/memory-database'
import type { Database } from './database'
import { noteDestroyed } from './destroyed-keys'
import type { Files } from './files'
import { generateKeys, readKeys } from './keys'
import {
  append,
  entryHash,
  hashed,
  type LedgerEntry,
  type LedgerHead,
  ledgerHeadsStore,
  ledgerStore,
  type Reading,
  readingsStore,
} from './ledger'
import { brokenAt, verifyEverything } from './ledger-verify'

const keys = readKeys(generateKeys())
const folder = mkdtempSync(join(tmpdir(), 'xinyi-ledger-'))
const looked = {
  by: 'hexin',
  byName: '何欣',
  approvedByName: '高远',
  role: 'supervisor',
  branchId: 'city',
  what: 'profiles',
  reason: 'danger-to-life',
  twoPeople: true,
} as const

let database: Database
let files: Files
let close: () => Promise<void>
let person = 0
beforeAll(async () => {
  ;({ database, close } = await memoryDatabase())
  files = await openFiles(folder)
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const now = new Date('2026-03-10T02:00:00.000Z')
const around = () => ({ database, keys, files, now })
const ledger = () => database.open(ledgerStore)
const heads = () => database.open(ledgerHeadsStore)
const readings = () => database.open(readingsStore)
const entriesOf = async (personId: string): Promise<LedgerEntry[]> =>
  (await ledger().find({ index: 'byPerson', where: { personId }, limit: 100 })).rows
const headOf = async (personId: string) => (await heads().get(personId)) as LedgerHead
const readingOf = async ({ hash }: LedgerEntry) =>
  (await readings().find({ index: 'byEntry', where: { entry: hash }, limit: 1 })).rows[0] as Reading
const broken = async () => (await verifyEverything(around())).breaks

describe('a reading that is written down', () => {
  it('stands in the person’s chain, at its end, and on the auditor’s side without the person', async () => {
    await append('lin', looked, around())
    await append('lin', { ...looked, reason: 'asked-by-person', approvedByName: '', twoPeople: false }, around())
    const entries = await entriesOf('lin')
    expect(entries.map(({ seq, reason }) => [seq, reason])).toEqual([
      [1, 'danger-to-life'],
      [2, 'asked-by-person'],
    ])
    expect(entries[1]?.previous).toBe(entries[0]?.hash)
    expect(await headOf('lin')).toMatchObject({ seq: 2, last: entries[1]?.hash })
    const reading = await readingOf(entries[0] as LedgerEntry)
    expect(reading).toMatchObject({ byName: '何欣', approvedByName: '高远', what: 'profiles' })
    expect(JSON.stringify(reading)).not.toContain('lin')
    expect(JSON.stringify(entries)).not.toContain('何欣')
    expect(brokenAt(entries, '', keys)).toBeUndefined()
  })
  it('has no gap and no double when many are written at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => append('ma', looked, around())))
    const entries = await entriesOf('ma')
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(brokenAt(entries, '', keys)).toBeUndefined()
    expect(await broken()).toEqual([])
  })
  it('is not written behind an end that was tampered with', async () => {
    await append('sun', looked, around())
    const head = await headOf('sun')
    await heads().change('sun', () => done({ write: { ...head, seq: 7 }, reply: {} }))
    await expect(append('sun', looked, around())).rejects.toThrow('tampered')
    expect(await entriesOf('sun')).toHaveLength(1)
    await heads().change('sun', () => done({ write: head, reply: {} }))
  })
})

describe('verifying finds', () => {
  let personId: string
  let entries: [LedgerEntry, LedgerEntry, LedgerEntry]
  let head: LedgerHead
  let sides: Reading[]

  beforeEach(async () => {
    personId = `person${person++}`
    for (let time = 0; time < 3; time++) await append(personId, looked, around())
    entries = (await entriesOf(personId)) as typeof entries
    head = await headOf(personId)
    sides = await Promise.all(entries.map(readingOf))
    expect(await broken()).toEqual([])
  })
  /** As the attacker leaves it, verified, and put right again. */
  const foundAfter = async (attack: () => Promise<unknown>) => {
    await attack()
    const found = await broken()
    for (const entry of await entriesOf(personId)) await ledger().remove(entry.id)
    await heads().remove(personId)
    for (const { id } of sides) await readings().remove(id)
    return found.map(({ where, id }) => `${where} ${id}`)
  }
  const put = (entry: LedgerEntry) => ledger().change(entry.id, () => done({ write: entry, reply: {} }))
  const endsAt = (seq: number, last: string) => putHead(hashed(keys, { ...head, seq, last }))
  const putHead = (write: LedgerHead) => heads().change(write.id, () => done({ write, reply: {} }))
  const putReading = (write: Reading) => readings().change(write.id, () => done({ write, reply: {} }))

  const changes: Partial<LedgerEntry>[] = [
    { seq: 9 },
    { at: '2026-03-09T02:00:00.000Z' },
    { role: 'manager' },
    { branchId: 'city.other' },
    { what: 'memberships' },
    { reason: 'asked-by-person' },
    { twoPeople: false },
    { reader: 'x' },
    { previous: 'x' },
    { hash: 'x' },
    { personId: 'somebody-else' },
  ]
  it.each(changes)('a field that was changed: %j', async (change) => {
    expect(await foundAfter(() => put({ ...entries[1], ...change }))).not.toEqual([])
    await ledger().remove(entries[1].id)
  })
  it('an entry that was taken out of the middle', async () => {
    expect(await foundAfter(() => ledger().remove(entries[1].id))).toContain(`ledger ${entries[2].id}`)
  })
  it('an entry that was cut off the end', async () => {
    expect(await foundAfter(() => ledger().remove(entries[2].id))).toContain(`ledgerHeads ${personId}`)
  })
  it('an entry that was cut off together with the end it is named in, even with the right hash', async () => {
    const attack = async () => {
      await ledger().remove(entries[2].id)
      await endsAt(2, entries[1].hash)
    }
    expect(await foundAfter(attack)).toEqual([`readings ${sides[2]?.id}`])
  })
  it('a whole chain that is gone while the auditor’s side still speaks of it', async () => {
    const attack = async () => {
      for (const { id } of entries) await ledger().remove(id)
      await heads().remove(personId)
    }
    expect(new Set(await foundAfter(attack))).toEqual(new Set(sides.map(({ id }) => `readings ${id}`)))
  })
  it('entries that no end speaks for', async () => {
    expect(await foundAfter(() => heads().remove(personId))).toEqual(
      expect.arrayContaining(entries.map(({ id }) => `ledger ${id}`)),
    )
  })
  it('a row of somebody else that was put in', async () => {
    const foreign = { ...entries[2], id: 'foreign', seq: 4, previous: entries[2].hash, hash: 'made up' }
    expect(await foundAfter(() => ledger().insert(foreign))).toContain('ledger foreign')
  })
  it('a row that fits, but that no reading stands behind', async () => {
    const fields = { ...entries[2], seq: 4, previous: entries[2].hash }
    const forged = { ...fields, id: 'forged', hash: entryHash(keys, fields) }
    const attack = async () => {
      await ledger().insert(forged)
      await endsAt(4, forged.hash)
    }
    expect(await foundAfter(attack)).toEqual(['ledger forged'])
  })
  it('a head that was changed or given to somebody else', async () => {
    expect(await foundAfter(() => putHead({ ...head, seq: 2 }))).toEqual([`ledgerHeads ${personId}`])
  })
  it('a head that was given the name of a ledger that is destroyed', async () => {
    await noteDestroyed(['a-destroyed-ledger'], around())
    const attack = () => putHead({ ...head, seq: 2, ledger: 'a-destroyed-ledger' })
    expect(await foundAfter(attack)).toEqual([`ledgerHeads ${personId}`])
  })
  it.each([
    { by: 'zhoumin' },
    { byName: '周敏' },
    { approvedByName: '周敏' },
    { role: 'auditor' },
    { reason: 'required-by-law' },
    { at: '2026-03-09T02:00:00.000Z' },
    { what: 'memberships' },
    { branchId: 'city.other' },
  ] as Partial<Reading>[])('an auditor’s row that says something else: %j', async (change) => {
    const side = sides[0] as Reading
    expect(await foundAfter(() => putReading({ ...side, ...change }))).toEqual([`readings ${side.id}`])
  })
  it('an auditor’s row that was removed', async () => {
    expect(await foundAfter(() => readings().remove((sides[1] as Reading).id))).toEqual([`ledger ${entries[1].id}`])
  })
  it('an auditor’s row that was copied to look like another reading', async () => {
    expect(await foundAfter(() => readings().insert({ ...(sides[1] as Reading), id: 'copied' }))).toEqual([
      'readings copied',
    ])
    await readings().remove('copied')
  })
})

it('an auditor’s row that was kept for its three years may be gone, and the person’s own still counts as whole', async () => {
  const long = { ...around(), now: new Date('2022-01-01T00:00:00.000Z') }
  await append('old-friend', looked, long)
  const [entry] = await entriesOf('old-friend')
  await readings().remove((await readingOf(entry as LedgerEntry)).id)
  expect(await broken()).toEqual([])
})

it('verifying everything counts ledgers and entries over more than one page', async () => {
  for (let each = 0; each < 25; each++) await append(`many${each}`, looked, around())
  const pages: number[] = []
  const all = await verifyEverything(around(), ({ ledgers }) => pages.push(ledgers))
  const inAll = await heads().count({ index: 'byPerson' })
  expect(all).toMatchObject({ ledgers: inAll, broken: 0, breaks: [] })
  expect(pages.length).toBeGreaterThan(3)
})
