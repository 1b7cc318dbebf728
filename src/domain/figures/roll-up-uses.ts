import { newest } from '../instruments/all'
import type { InstrumentId } from '../instruments/instrument'
import { countedHour, heatCell } from './roll-up'
import type { Use } from './uses'

/** What one phone counted in one hour of Shanghai time (`2026-11-22T15`). */
export type UseTally = { use: Use; hour: string; times: number }

/** What one phone sent at once, as it was kept. */
export type UseBatch = { id: string; receivedAt: string; uses: readonly UseTally[] }

export const dayCounters = ['testsStarted', 'testsFinished', 'help', 'dialled'] as const
export type UseDay = Record<(typeof dayCounters)[number], number>
export type UseTotal = { use: Use; times: number }

/** What to add to one month. Days are `01`…`31`; `heat` holds the help pages, opened or shown. */
export type UseAddition = {
  month: string
  totals: UseTotal[]
  days: Record<string, UseDay>
  heat: Record<string, number>
}

/** The month's sums; `step` is the last roll-up step that is in them, never added twice. */
export type UseFigure = UseAddition & { id: string; step: number; countedAt: string }

export const noUses = (): UseDay => ({ testsStarted: 0, testsFinished: 0, help: 0, dialled: 0 })

/** Adds batches up by month. The same batches give the same additions in any order. */
export function rollUpUses(batches: readonly UseBatch[]): UseAddition[] {
  const months = new Map<string, UseAddition>()
  for (const batch of batches)
    for (const { use, hour: said, times } of batch.uses) {
      if (!isCounted(use)) continue
      const hour = countedHour(said, batch.receivedAt)
      const month = hour.slice(0, 7)
      const one: UseAddition = {
        month,
        totals: [{ use, times }],
        days: { [hour.slice(8, 10)]: ofDay(use, times) },
        heat: isHelp(use) ? { [heatCell(hour)]: times } : {},
      }
      months.set(month, together(months.get(month) ?? { month, totals: [], days: {}, heat: {} }, one))
    }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The same step again changes nothing. */
export function withUses(figure: UseFigure | undefined, addition: UseAddition, step: number, now: Date): UseFigure {
  if (figure && figure.step >= step) return figure
  const before = figure ?? { month: addition.month, totals: [], days: {}, heat: {} }
  return { ...together(before, addition), id: addition.month, step, countedAt: now.toISOString() }
}

function together(a: UseAddition, b: UseAddition): UseAddition {
  const totals = new Map(a.totals.map(({ use, times }) => [use, times]))
  for (const { use, times } of b.totals) totals.set(use, (totals.get(use) ?? 0) + times)
  const days = { ...a.days }
  for (const [day, counts] of Object.entries(b.days)) {
    const before = days[day] ?? noUses()
    days[day] = Object.fromEntries(dayCounters.map((name) => [name, before[name] + counts[name]])) as UseDay
  }
  const heat = { ...a.heat }
  for (const [cell, times] of Object.entries(b.heat)) heat[cell] = (heat[cell] ?? 0) + times
  return {
    month: a.month,
    totals: [...totals].map(([use, times]) => ({ use, times })).sort((x, y) => (x.use < y.use ? -1 : 1)),
    days,
    heat,
  }
}

const isHelp = (use: Use) => use === 'help.shown' || use === 'help.opened'

const ofDay = (use: Use, times: number): UseDay => ({
  testsStarted: use.startsWith('tests.started.') ? times : 0,
  testsFinished: use.startsWith('tests.finished.') ? times : 0,
  help: isHelp(use) ? times : 0,
  dialled: /^(help|hotlines)\.dialled\./.test(use) ? times : 0,
})

/** A made-up item must not become a row of figures. */
function isCounted(use: Use) {
  const [, what, id, item] = use.split('.')
  return what !== 'left' || Number(item) <= newest(id as InstrumentId).items.length
}
