import { type Kind, kinds } from '../events/words'

/**
 * What is counted of events, never about a person. `signUps` came to the door, `entered` into a draw; `waitlisted`: of the
 * sign-ups, those who found no seat. `offers` were made of seats given back, or of fewer than asked for. `held`, `checkIns` and
 * `missed` are counted once an event is closed.
 */
export const counters = [
  ...(['signUps', 'entered', 'waitlisted', 'offers', 'offersTaken', 'seatsGivenBack'] as const),
  ...(['held', 'checkIns', 'missed', 'ratings'] as const),
] as const
export type Counter = (typeof counters)[number]
export type Counts = Partial<Record<Counter, number>>

/** What happened once, in an hour of Shanghai time (`2026-11-22T15`), at an event of a kind. */
export type EventTally = { id: string; hour: string; kind: Kind; counts: Counts }

/** What to add to one month. Days are `01`…`31`. */
export type EventAddition = { month: string; days: Record<string, Counts>; kinds: Partial<Record<Kind, Counts>> }

/** The month's sums; `step` is the last roll-up step that is in them, never added twice. */
export type EventFigure = EventAddition & { id: string; step: number; countedAt: string }

export function plus(a: Counts = {}, b: Counts = {}): Counts {
  const sum: Counts = {}
  for (const counter of counters) {
    const value = (a[counter] ?? 0) + (b[counter] ?? 0)
    if (value !== 0) sum[counter] = value
  }
  return sum
}

export const totalOf = (byKind: EventAddition['kinds']): Counts =>
  kinds.reduce((sum: Counts, kind) => plus(sum, byKind[kind]), {})

/** Adds up by month. The same tallies give the same additions in any order. */
export function rollUpEvents(tallies: readonly EventTally[]): EventAddition[] {
  const months = new Map<string, EventAddition>()
  for (const { hour, kind, counts } of tallies) {
    if (Object.keys(plus(counts)).length === 0) continue
    const month = hour.slice(0, 7)
    const one = { month, days: { [hour.slice(8, 10)]: plus(counts) }, kinds: { [kind]: plus(counts) } }
    months.set(month, together(months.get(month) ?? { month, days: {}, kinds: {} }, one))
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

/** The same step again changes nothing. */
export function withEvents(
  figure: EventFigure | undefined,
  addition: EventAddition,
  step: number,
  now: Date,
): EventFigure {
  if (figure && figure.step >= step) return figure
  const before = figure ?? { month: addition.month, days: {}, kinds: {} }
  return { ...together(before, addition), id: addition.month, step, countedAt: now.toISOString() }
}

function together(a: EventAddition, b: EventAddition): EventAddition {
  const days = { ...a.days }
  for (const [day, counts] of Object.entries(b.days)) days[day] = plus(days[day], counts)
  const byKind = { ...a.kinds }
  for (const kind of kinds) if (b.kinds[kind]) byKind[kind] = plus(byKind[kind], b.kinds[kind])
  return { month: a.month, days, kinds: byKind }
}
