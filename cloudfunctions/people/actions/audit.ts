import * as z from 'zod'
import { CITY } from '../../../src/domain/branches/words'
import { done } from '../../../src/domain/result'
import { daysOf } from '../../../src/domain/time'
import { actsStore } from '../../_kit/acts'
import { type Collection, MOST_ROWS, type Page } from '../../_kit/database'
import { hideCursor, readHidden } from '../../_kit/hidden-cursor'
import { JUST_NOW } from '../../_kit/ledger-anchors-verify'
import { verifyLedgers } from '../../_kit/ledger-verify'
import type { Context, Handlers } from '../../_kit/serve'
import { branchNames, ensureCity } from '../branch-names'
import { declarations } from '../inventory'
import { readingsShown } from '../readings-shown'
import { receiptSeal } from '../receipts'
import { type Destruction, destructionsStore } from '../store'

/** Rows of other branches are passed over, so a call reads more than it shows; how much more is bounded. */
const ENOUGH_ROWS = 50
const MOST_PAGES = 5

export const audit: Handlers<'audit'> = {
  readings: async ({ after }, context) => {
    const { rows, next } = await readingsShown(after, context)
    const nameOf = await namesFor(rows, context)
    return done({
      rows: rows.map(({ at, by, byName, role, branchId, what, reason, approvedByName }) => ({
        at,
        by,
        byName,
        role,
        branchName: nameOf(branchId),
        what: titleOf(what),
        reason,
        approvedByName,
      })),
      next,
    })
  },

  acts: async ({ after }, context) => {
    const { rows, next } = await withinScope(context.database.open(actsStore), after, context)
    const nameOf = await namesFor(rows, context)
    return done({
      rows: rows.map(({ at, byName, what, about, branchId }) => ({
        at,
        byName,
        what,
        about,
        branchName: nameOf(branchId),
      })),
      next,
    })
  },

  destructions: async ({ month }, { database }) => {
    const days = daysOf(month)
    const range = { from: days[0] as string, before: `${month}-99` }
    const rows: Destruction[] = []
    let after: string | null = null
    do {
      const page: Page<Destruction> = await database
        .open(destructionsStore)
        .find({ index: 'byDay', range, limit: MOST_ROWS, ...(after && { after }) })
      rows.push(...page.rows)
      after = page.next
    } while (after && rows.length < days.length * declarations.length * 2)
    return done({ rows: rows.map(({ day, kind, by, count }) => ({ day, title: titleOf(kind), by, count })) })
  },

  verify: async ({ after }, { database, keys, files, now }) => {
    const [ledgersBefore, entriesBefore, from] =
      after === undefined ? BEGINNING : Place.parse(JSON.parse(readHidden(keys, 'verify-sums', after)))
    const page = await verifyLedgers({ database, keys, files, now }, from || undefined)
    const ledgers = ledgersBefore + page.ledgers
    const entries = entriesBefore + page.entries
    return done({
      ledgers: tens(ledgers) - tens(ledgersBefore),
      entries: tens(entries) - tens(entriesBefore),
      broken: page.breaks.length,
      putBack: page.putBack.map((at) => (at === JUST_NOW ? now.toISOString() : at)),
      next: page.next && hideCursor(keys, 'verify-sums', JSON.stringify([ledgers, entries, page.next])),
    })
  },

  checkReceipt: async ({ receipt }, { keys }) => done({ genuine: receiptSeal(keys, receipt) === receipt.seal }),
}

/** How many ledgers and entries were gone through so far, and where it goes on. */
const Place = z.tuple([z.number(), z.number(), z.string()])
const BEGINNING: z.output<typeof Place> = [0, 0, '']

/** Counted in tens: each answer that a survey counts adds an entry, and often a ledger, so that the difference would count them. */
const tens = (count: number) => Math.floor(count / 10) * 10

const titles = new Map(declarations.map(({ name, title }) => [name, title]))
const titleOf = (kind: string) => titles.get(kind) ?? kind

type Placed = { id: string; at: string; branchId: string }

/** Newest first. What happened in no branch that is known is for the city's auditors. */
async function withinScope<T extends Placed>(
  collection: Collection<T>,
  after: string | undefined,
  { within }: Pick<Context, 'within'>,
): Promise<Page<T>> {
  const everywhere = within(CITY) !== undefined
  const rows: T[] = []
  let next = after ?? null
  let pages = 0
  do {
    const limit = everywhere ? ENOUGH_ROWS : MOST_ROWS
    const page: Page<T> = await collection.find({
      index: 'byTime',
      order: 'descending',
      limit,
      ...(next && { after: next }),
    })
    rows.push(...page.rows.filter(({ branchId }) => everywhere || within(branchId)))
    next = page.next
    pages++
  } while (next && rows.length < ENOUGH_ROWS && pages < MOST_PAGES)
  return { rows, next }
}

async function namesFor(rows: readonly Placed[], { database, now }: Pick<Context, 'database' | 'now'>) {
  await ensureCity(database, now)
  return branchNames(
    rows.map(({ branchId }) => branchId),
    database,
  )
}
