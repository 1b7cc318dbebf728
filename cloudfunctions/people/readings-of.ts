import type { Output } from '../../src/contract'
import type { Database } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import type { Keys } from '../_kit/keys'
import { headHash, type LedgerEntry, ledgerHeadsStore, ledgerStore } from '../_kit/ledger'
import { brokenAt } from '../_kit/ledger-verify'
import { branchNames } from './branch-names'

const PAGE = 20

type Around = { database: Database; keys: Keys }

/** One page of who read what is this person's, newest first, and whether the chain holds as far as the page shows it. */
export async function readingsOf(
  personId: string,
  after: string | undefined,
  declarations: readonly AnyDeclaration[],
  around: Around,
): Promise<Output<'privacy', 'readings'>> {
  const page = await around.database.open(ledgerStore).find({
    index: 'byPerson',
    where: { personId },
    order: 'descending',
    limit: PAGE,
    ...(after && { after }),
  })
  const nameOf = await branchNames(
    page.rows.map(({ branchId }) => branchId),
    around.database,
  )
  const titles = new Map(declarations.map(({ name, title }) => [name, title]))
  const ends = after !== undefined || (await endsAsItSays(personId, around))
  return {
    rows: page.rows.map(({ at, role, branchId, what, reason, twoPeople }) => ({
      at,
      role,
      branchName: nameOf(branchId),
      what: titles.get(what) ?? what,
      reason,
      twoPeople,
    })),
    whole: ends && (await holds(page.rows, personId, around)),
    next: page.next,
  }
}

/** Each entry follows from the one before, the oldest of the page from the newest of the page after. */
async function holds(newestFirst: readonly LedgerEntry[], personId: string, { database, keys }: Around) {
  const oldest = newestFirst.at(-1)
  if (!oldest) return true
  const previous = await newestOf(personId, oldest.seq, database)
  if (oldest.seq !== (previous?.seq ?? 0) + 1) return false
  return brokenAt(newestFirst.toReversed(), previous?.hash ?? '', keys) === undefined
}

/** Nothing was cut off the end: the head names the newest entry, and is as it was written. */
async function endsAsItSays(personId: string, { database, keys }: Around): Promise<boolean> {
  // A reading that is written between the two moves the end; asked again, they agree.
  for (let time = 0; time < 3; time++) {
    const head = await database.open(ledgerHeadsStore).get(personId)
    const newest = await newestOf(personId, undefined, database)
    if (head && head.hash !== headHash(keys, head)) return false
    if (head?.seq === newest?.seq) return head?.last === newest?.hash
  }
  return false
}

const newestOf = async (personId: string, before: number | undefined, database: Database) => {
  const page = await database.open(ledgerStore).find({
    index: 'byPerson',
    where: { personId },
    order: 'descending',
    limit: 1,
    ...(before !== undefined && { range: { before } }),
  })
  return page.rows[0]
}
