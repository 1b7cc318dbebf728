import { done } from '../../src/domain/result'
import { keyOwnerOf } from '../_kit/data-keys'
import { Busy, type Database, MOST_ROWS, type Page } from '../_kit/database'
import type { Stored } from '../_kit/declaration'
import { destroyKey } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import { membershipsStore } from '../_kit/identity'
import type { Keys } from '../_kit/keys'
import { type LedgerEntry, ledgerStore, readingsStore } from '../_kit/ledger'
import { forget } from '../_kit/outbox/outbox'
import { forgetTyping, freeTimesOf, giveBackOffersOf } from '../counselling/open'
import { bookingsStore, chatsStore, waitsStore } from '../counselling/store'
import { countAgain, countAgainIn } from '../insights/open'
import { countDestroyed } from './destructions'
import { type Owned, ofPerson } from './owned'
import { sealAway } from './seal-away'
import type { Destruction } from './store'

export type Erasing = {
  database: Database
  keys: Keys
  files: Files
  now: Date
  /** What the record of destructions says; null where it says nothing. */
  by: Destruction['by'] | null
}

/** More often than anybody writes while their things are being destroyed; then the clock goes on. */
const MOST_PASSES = 20

/**
 * Destroys all of one kind that is one person's, and its key first: cut off anywhere, what is left cannot be opened, and
 * running it again ends it. What was written meanwhile with a new key goes too.
 */
export async function eraseKind(declaration: Owned, personId: string, around: Erasing): Promise<void> {
  const takeKey = declaration.floor ? sealAway : destroyKeys
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const hadKey = await takeKey(declaration, personId, around)
    const removed = await removeAll(declaration, personId, around)
    if (!hadKey && removed === 0) return
  }
  throw new Busy('written to again and again')
}

/** The key of this kind of theirs; where conversations have a key each, all of those. Says whether there was any. */
export async function destroyKeys(declaration: Owned, personId: string, around: Erasing): Promise<boolean> {
  if (!declaration.keyedBy) return destroyKey(declaration, personId, around)
  let had = false
  let after: string | null = null
  do {
    const page: Page<Stored> = await around.database
      .open(declaration)
      .find({ ...ofPerson(declaration, personId), limit: MOST_ROWS, ...(after && { after }) })
    const owners = new Set(page.rows.map((row) => keyOwnerOf(declaration, row)))
    for (const owner of owners) had = (await destroyKey(declaration, owner, around)) || had
    after = page.next
  } while (after)
  return had
}

async function removeAll(declaration: Owned, personId: string, around: Erasing): Promise<number> {
  const collection = around.database.open(declaration)
  let removed = 0
  for (;;) {
    const { rows } = await collection.find({ ...ofPerson(declaration, personId), limit: MOST_ROWS })
    if (rows.length === 0) return removed
    await beforeTheyGo[declaration.name]?.(rows, around)
    await forgetWhatIsSaid(declaration, rows, around)
    const uncount = uncounted[declaration.name]
    // Before as well: cut off between the two, nobody would know any more whose it was.
    await uncount?.(rows, personId, around)
    const outcomes = await Promise.all(rows.map((row: Stored) => collection.remove(row.id)))
    await uncount?.(rows, personId, around)
    const gone = outcomes.filter((outcome) => outcome === 'removed').length
    if (around.by) await countDestroyed(declaration.name, around.by, gone, around)
    removed += gone
  }
}

/** What a kind leaves in documents that are not the person's: undone while it is still there to say what. */
// biome-ignore lint/suspicious/noExplicitAny: each takes the documents of its own kind.
const beforeTheyGo: Record<string, (rows: any[], around: Erasing) => Promise<void>> = {
  [ledgerStore.name]: forgetEntries,
  [bookingsStore.name]: freeTimesOf,
  [waitsStore.name]: giveBackOffersOf,
  [chatsStore.name]: forgetTyping,
}

/** What the people of organisations are counted by: while that goes on, it is counted again without what goes. */
// biome-ignore lint/suspicious/noExplicitAny: each takes the documents of its own kind.
const uncounted: Record<string, (rows: any[], personId: string, around: Erasing) => Promise<void>> = {
  [membershipsStore.name]: (rows, _, around) => countAgainIn(rows, around),
  [bookingsStore.name]: (_, personId, around) => countAgain(personId, around),
  [chatsStore.name]: (_, personId, around) => countAgain(personId, around),
}

/** A notice that names what is destroyed would tell that there was such a thing. */
async function forgetWhatIsSaid({ spokenOf }: Owned, rows: readonly Stored[], around: Erasing): Promise<void> {
  if (!spokenOf) return
  for (const row of rows as (Stored & Record<string, string>)[])
    await forget({ kind: spokenOf.as, id: row[spokenOf.field] ?? '' }, around)
}

/** The auditor's side of each reading stays, but no longer names the entry: that was a hash of the person's. */
export async function forgetEntries(
  entries: readonly LedgerEntry[],
  { database }: Pick<Erasing, 'database'>,
): Promise<void> {
  const readings = database.open(readingsStore)
  for (const { hash } of entries) {
    const { rows } = await readings.find({ index: 'byEntry', where: { entry: hash }, limit: MOST_ROWS })
    for (const { id } of rows)
      await readings.change(id, (reading) =>
        done(reading ? { write: { ...reading, entry: '' }, reply: true } : { reply: true }),
      )
  }
}
