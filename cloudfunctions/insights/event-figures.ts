import type { Output } from '../../src/contract'
import { kinds } from '../../src/domain/events/words'
import { type Counts, counters, totalOf } from '../../src/domain/figures/events'
import { daysOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { eventFiguresStore, useFiguresStore } from './store'

const filled = (counts: Counts = {}) =>
  Object.fromEntries(counters.map((counter) => [counter, counts[counter] ?? 0])) as Required<Counts>

/** Two documents: what happened here, and what phones counted of pages opened. */
export async function eventFigures(month: string, database: Database): Promise<Output<'figures', 'events'>> {
  const [figure, uses] = await Promise.all([
    database.open(eventFiguresStore).get(month),
    database.open(useFiguresStore).get(month),
  ])
  const rows = kinds.map((kind) => {
    const views = uses?.totals.find(({ use }) => use === `events.opened.${kind}`)?.times ?? 0
    return { kind, views, ...filled(figure?.kinds[kind]) }
  })
  return {
    month,
    totals: { views: rows.reduce((sum, { views }) => sum + views, 0), ...filled(totalOf(figure?.kinds ?? {})) },
    kinds: rows,
    days: daysOf(month).map((day) => ({ day, ...filled(figure?.days[day.slice(8)]) })),
    countedAt: figure?.countedAt ?? null,
  }
}
