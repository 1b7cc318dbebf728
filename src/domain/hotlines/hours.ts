import { dayOf, weekdayOf } from '../time'

/** Minutes from the beginning of a day; `until` beyond 1440 is on the day after. */
export type Span = { from: number; until: number }
/** `weekday` 0 is Monday; a span belongs to the day on which it begins. */
export type Period = Span & { weekday: number }

export const holidayRules = ['as-usual', 'closed', 'other'] as const

/** When somebody answers. `holidaySpans` counts only where public holidays have hours of their own. */
export type Hours = {
  always: boolean
  periods: Period[]
  onHolidays: (typeof holidayRules)[number]
  holidaySpans: Span[]
}

/**
 * The days on which it is not the weekday that counts: a public holiday, or a weekend worked as another weekday. Comes with
 * the list, so that no phone carries a calendar; from `until` on it says nothing.
 */
export type DayCalendar = { until: string; days: Record<string, 'holiday' | number> }

export const A_DAY = 24 * 60
const MINUTE_MS = 60_000
const DAY_MS = A_DAY * MINUTE_MS
/** Longer than any holiday: what does not open within it has no hours to speak of. */
const DAYS_AHEAD = 40

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).getTime()
const dayAfter = (day: string, days: number) => dayOf(new Date(startOf(day) + days * DAY_MS))

/** The spans that begin on a day of Shanghai time. */
export function spansOn(hours: Hours, day: string, calendar: DayCalendar): readonly Span[] {
  if (hours.always) return [{ from: 0, until: A_DAY }]
  const kind = hours.onHolidays === 'as-usual' ? undefined : calendar.days[day]
  if (kind === 'holiday') return hours.onHolidays === 'other' ? hours.holidaySpans : []
  const weekday = kind ?? weekdayOf(day)
  return hours.periods.filter((period) => period.weekday === weekday)
}

type Interval = { from: number; until: number }

/** From the evening before today on, what touches joined into one. */
function intervals(hours: Hours, now: Date, calendar: DayCalendar): Interval[] {
  const today = dayOf(now)
  const all = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => dayAfter(today, index - 1)).flatMap((day) =>
    spansOn(hours, day, calendar).map(({ from, until }) => ({
      from: startOf(day) + from * MINUTE_MS,
      until: startOf(day) + until * MINUTE_MS,
    })),
  )
  const joined: Interval[] = []
  for (const next of all.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && next.from <= last.until) last.until = Math.max(last.until, next.until)
    else joined.push({ ...next })
  }
  return joined
}

const around = (hours: Hours, now: Date, calendar: DayCalendar) =>
  intervals(hours, now, calendar).find(({ from, until }) => from <= now.getTime() && now.getTime() < until)

export const isOpen = (line: { hours: Hours }, now: Date, calendar: DayCalendar): boolean =>
  around(line.hours, now, calendar) !== undefined

/** The next instant at which somebody begins to answer; undefined while somebody does, and where nobody will for weeks. */
export function nextOpensAt(line: { hours: Hours }, now: Date, calendar: DayCalendar): Date | undefined {
  if (isOpen(line, now, calendar)) return undefined
  const next = intervals(line.hours, now, calendar).find(({ from }) => from > now.getTime())
  return next && new Date(next.from)
}

/** Until when somebody answers without a break; undefined while nobody does, and where it goes on for days. */
export function opensUntil(line: { hours: Hours }, now: Date, calendar: DayCalendar): Date | undefined {
  const open = around(line.hours, now, calendar)
  return open && open.until - now.getTime() < 2 * DAY_MS ? new Date(open.until) : undefined
}

/** Whether the calendar still reaches this day: a list kept for months does not know the holidays since. */
export const isKnown = ({ hours }: { hours: Hours }, now: Date, calendar: DayCalendar): boolean =>
  hours.always || hours.onHolidays === 'as-usual' || dayOf(now) < calendar.until

const overlap = (a: Span, b: Span, shift = 0) => a.from < b.until + shift && b.from + shift < a.until

/** No minute said twice, the night before Monday included. */
export function areDisjoint({ periods, holidaySpans }: Pick<Hours, 'periods' | 'holidaySpans'>): boolean {
  const week = 7 * A_DAY
  const inWeek = periods.map(({ weekday, from, until }) => ({
    from: weekday * A_DAY + from,
    until: weekday * A_DAY + until,
  }))
  const twice = (spans: readonly Span[], length: number) =>
    spans.some((a, at) =>
      spans.some((b, other) => other > at && [0, length, -length].some((shift) => overlap(a, b, shift))),
    )
  return !twice(inWeek, week) && !twice(holidaySpans, A_DAY)
}
