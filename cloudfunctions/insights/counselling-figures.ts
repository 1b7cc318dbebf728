import { gate } from '../../src/domain/aggregates/gate'
import { type Counts, cityCounters, ownCounters } from '../../src/domain/figures/counselling'
import { heatGrid } from '../../src/domain/figures/roll-up'
import { daysOf, monthOf, monthsUntil } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { counsellingFiguresStore } from './store'

type Names = readonly (keyof Counts)[]

const filled = <N extends Names>(names: N, counts: Counts = {}) =>
  Object.fromEntries(names.map((name) => [name, counts[name] ?? 0])) as Record<N[number], number>

/** One document. */
export async function counsellingFigures(month: string, { database, now }: { database: Database; now: Date }) {
  const figure = await database.open(counsellingFiguresStore).get(month)
  return {
    month,
    totals: filled(cityCounters, figure?.totals),
    days: daysOf(month).map((day) => ({ day, ...filled(cityCounters, figure?.days[day.slice(8)]) })),
    heat: heatGrid(figure?.heat ?? {}),
    ratings: month < monthOf(now) ? ratingsOf(figure?.totals ?? {}) : null,
    countedAt: figure?.countedAt ?? null,
  }
}

/** Of a month that is over, so that nobody sees the mean move by the one rating that came in. */
function ratingsOf({ ratings = 0, ratingSum = 0 }: Counts) {
  const { total } = gate([{ key: 'ratings', count: ratings }])
  return total === null ? null : { count: total, mean: Math.round((ratingSum / total) * 10) / 10 }
}

const MONTHS = 12

/** One document a month, and only the caller's. */
export async function ownCounselling(staffId: string, month: string, database: Database) {
  const months = monthsUntil(month, MONTHS)
  const found = await database.open(counsellingFiguresStore).getMany(months.map((each) => `${staffId}.${each}`))
  const own = new Map(found.filter((figure) => figure.staffId === staffId).map((figure) => [figure.month, figure]))
  return {
    rows: months.map((each) => ({ month: each, ...filled(ownCounters, own.get(each)?.totals) })),
    countedAt: own.get(month)?.countedAt ?? null,
  }
}
