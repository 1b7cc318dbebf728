import * as z from 'zod'
import { CITY } from '../../src/domain/branches/words'
import { dayOf } from '../../src/domain/time'
import type { Page } from '../_kit/database'
import { MOST_ROWS } from '../_kit/database'
import { hideCursor, readHidden } from '../_kit/hidden-cursor'
import { type Reading, readingsStore } from '../_kit/ledger'
import { cursorOf, plan } from '../_kit/query'
import type { Context } from '../_kit/serve'

const ENOUGH_ROWS = 50
/** Rows of other branches are passed over, so a call reads more than it shows; how much more is bounded. */
const MOST_PAGES = 5

const byTime = { index: 'byTime', order: 'descending' } as const

/** Where the next page begins, and on which day a counting was shown already. Hidden, for it tells where that counting stands. */
const Place = z.tuple([z.string(), z.string()])

/**
 * Newest first. What happened in no branch that is known is for the city's auditors. Of the answers that one day's countings
 * opened one row is shown: as many rows as answers would say how many took part, also where they are fewer than ten.
 */
export async function readingsShown(
  after: string | undefined,
  { database, keys, within }: Pick<Context, 'database' | 'keys' | 'within'>,
): Promise<Page<Reading>> {
  const everywhere = within(CITY) !== undefined
  const place = after === undefined ? undefined : Place.parse(JSON.parse(readHidden(keys, 'readings', after)))
  let [cursor, counted]: [string | undefined, string] = place ?? [undefined, '']
  const rows: Reading[] = []
  const next = (at: string) => hideCursor(keys, 'readings', JSON.stringify([at, counted]))
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const limit = everywhere ? ENOUGH_ROWS : MOST_ROWS
    const page: Page<Reading> = await database
      .open(readingsStore)
      .find({ ...byTime, limit, ...(cursor && { after: cursor }) })
    for (const [at, row] of page.rows.entries()) {
      if (!everywhere && !within(row.branchId)) continue
      if (row.reason === 'counted-together') {
        const day = dayOf(new Date(row.at))
        if (day === counted) continue
        counted = day
      }
      rows.push(row)
      if (rows.length < ENOUGH_ROWS) continue
      const isLast = at === page.rows.length - 1 && page.next === null
      return { rows, next: isLast ? null : next(cursorOf(plan(readingsStore, { ...byTime, limit }), row)) }
    }
    if (page.next === null) return { rows, next: null }
    cursor = page.next
  }
  return { rows, next: cursor === undefined ? null : next(cursor) }
}
