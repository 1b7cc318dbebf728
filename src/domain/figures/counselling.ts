import { heatCell } from './roll-up'

/**
 * What is counted of counselling, never about a person. `lead`: minutes from booking to the session, of what was `booked`;
 * `lapsed`: held and not confirmed; `waited`: minutes on the waitlist, of those `fromWaits`. `minutes` and `leadMet`: of what
 * was `attended`. `offering` and `firstFree`: once a day, how many counsellors had a free time, and the minutes until the first
 * of each. `chatWait`: seconds from asking to being answered, of `chatsAccepted`. `chatsMet`: begun at a booked time, which nobody has to
 * ask for or accept. `chatMinutes`: of `chatsEnded`.
 */
export const counters = [
  ...(['booked', 'lead', 'lapsed', 'attended', 'minutes', 'leadMet', 'missed'] as const),
  ...(['cancelled', 'cancelledLate', 'cancelledByCounsellor', 'offering', 'firstFree'] as const),
  ...(['waitsJoined', 'waitsOffered', 'fromWaits', 'waited'] as const),
  ...(['wishesAsked', 'wishesKept', 'wishesMissed'] as const),
  ...(['chatsAsked', 'chatsAccepted', 'chatWait', 'chatsLeft', 'chatsMet', 'chatsEnded', 'chatMinutes'] as const),
  ...(['ratings', 'ratingSum'] as const),
] as const
export type Counter = (typeof counters)[number]
export type Counts = Partial<Record<Counter, number>>

/** Ratings are of few people: they are not among the sums that are shown as they grow. */
export const cityCounters = counters.filter(
  (counter): counter is Exclude<Counter, 'ratings' | 'ratingSum'> => counter !== 'ratings' && counter !== 'ratingSum',
)

/**
 * What a counsellor is shown of the own work. What people gave up, and what they thought of it, is not theirs to count: one
 * session more or less would say whose it was.
 */
export const ownCounters = [
  ...(['attended', 'minutes', 'leadMet', 'missed', 'cancelledByCounsellor'] as const),
  ...(['chatsAccepted', 'chatWait', 'chatsMet', 'chatsEnded', 'chatMinutes'] as const),
] as const

/** What happened once, in an hour of Shanghai time (`2026-11-22T15`). `staffId` is whose work it was, empty where nobody's. */
export type CounsellingTally = { id: string; hour: string; staffId: string; counts: Counts }

/** What to add to one month: of everybody, where `staffId` is empty, or of one counsellor. Days are `01`…`31`. */
export type CounsellingAddition = {
  month: string
  staffId: string
  days: Record<string, Counts>
  heat: Record<string, number>
}

/** The month's sums; `step` is the last roll-up step that is in them, never added twice. `heat`: conversations asked for. */
export type CounsellingFigure = CounsellingAddition & { id: string; totals: Counts; step: number; countedAt: string }

export const counsellingFigureId = ({ month, staffId }: Pick<CounsellingAddition, 'month' | 'staffId'>) =>
  staffId === '' ? month : `${staffId}.${month}`

export function plus(a: Counts, b: Counts): Counts {
  const sum: Counts = {}
  for (const counter of counters) {
    const value = (a[counter] ?? 0) + (b[counter] ?? 0)
    if (value !== 0) sum[counter] = value
  }
  return sum
}

const ownOf = (counts: Counts): Counts =>
  Object.fromEntries(ownCounters.flatMap((counter) => (counts[counter] ? [[counter, counts[counter]]] : [])))

/** Adds up by month and by whose work it was. The same tallies give the same additions in any order. */
export function rollUpCounselling(tallies: readonly CounsellingTally[]): CounsellingAddition[] {
  const additions = new Map<string, CounsellingAddition>()
  const add = (staffId: string, hour: string, counts: Counts, asked: number) => {
    if (Object.keys(counts).length === 0) return
    const [month, day] = [hour.slice(0, 7), hour.slice(8, 10)]
    const id = counsellingFigureId({ month, staffId })
    const addition = additions.get(id) ?? { month, staffId, days: {}, heat: {} }
    addition.days[day] = plus(addition.days[day] ?? {}, counts)
    const cell = heatCell(hour)
    if (asked > 0) addition.heat[cell] = (addition.heat[cell] ?? 0) + asked
    additions.set(id, addition)
  }
  for (const { hour, staffId, counts } of tallies) {
    add('', hour, plus({}, counts), counts.chatsAsked ?? 0)
    if (staffId !== '') add(staffId, hour, ownOf(counts), 0)
  }
  return [...additions.values()].sort((a, b) => (counsellingFigureId(a) < counsellingFigureId(b) ? -1 : 1))
}

/** The same step again changes nothing. */
export function withCounselling(
  figure: CounsellingFigure | undefined,
  addition: CounsellingAddition,
  step: number,
  now: Date,
): CounsellingFigure {
  const { month, staffId } = addition
  const before = figure ?? {
    id: counsellingFigureId(addition),
    month,
    staffId,
    days: {},
    heat: {},
    totals: {},
    step: 0,
  }
  if (figure && figure.step >= step) return figure
  const days = { ...before.days }
  let totals = before.totals
  for (const [day, counts] of Object.entries(addition.days)) {
    days[day] = plus(days[day] ?? {}, counts)
    totals = plus(totals, counts)
  }
  const heat = { ...before.heat }
  for (const [cell, times] of Object.entries(addition.heat)) heat[cell] = (heat[cell] ?? 0) + times
  return { ...before, days, heat, totals, step, countedAt: now.toISOString() }
}
