import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../cloudfunctions/_kit/declaration'
import { append, type LedgerHead, ledgerHeadsStore, ledgerStore, readingsStore } from '../../cloudfunctions/_kit/ledger'
import { anchorsStore, lastFrom, readPart } from '../../cloudfunctions/_kit/ledger-anchors'
import { verifyEverything } from '../../cloudfunctions/_kit/ledger-verify'
import { anchorLedgers } from '../../cloudfunctions/people/anchor-ledgers'
import { forgetEntries } from '../../cloudfunctions/people/erase'
import { openHouse } from './open-house'

export const looked = {
  ...({ by: 'hexin', byName: '何欣', approvedByName: '', twoPeople: false } as const),
  ...({ role: 'supervisor', branchId: 'city', what: 'profiles', reason: 'danger-to-life' } as const),
}
/** Past the hour, and past the minutes in which a reading may still be taken back. Minutes. */
export const HOUR = 64

/** A house in which nobody has read anything and a day has begun, before each test; and what is asked of its ledgers. */
export async function anchoredHouse() {
  const house = await openHouse()
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

  return {
    house,
    kinds,
    anchorsFolder,
    removeRows,
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
  }
}
