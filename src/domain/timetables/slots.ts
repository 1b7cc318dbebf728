import type { Mode } from '../counsellors/words'
import { dayOf, minutesLater, weekdayOf } from '../time'
import type { Period, Slot, Taken, Timetable } from './timetable'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** The calendar day of an instant in Shanghai is that of UTC eight hours later: dayjs would be most of the work here. */
const SHANGHAI_MS = 8 * 60 * MINUTE_MS

/** The weekday as which a day is worked, 0 for Monday; undefined on a public holiday. */
export type WorkedAs = (day: string) => number | undefined

/** What counts of what somebody has taken. */
export type Span = Pick<Taken, 'from' | 'until' | 'heldUntil'>

export const midnightOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`)

/** When they are there on a day: by the exception that covers it, else by the week. */
export function periodsOn(timetable: Timetable, day: string, workedAs: WorkedAs): readonly Period[] {
  const exception = timetable.exceptions.find(({ from, until }) => from <= day && day <= until)
  if (exception) return exception.periods
  const weekday = timetable.holidays ? workedAs(day) : weekdayOf(day)
  return weekday === undefined ? [] : (timetable.week[weekday] ?? [])
}

/** What is held beyond its instant keeps nothing. */
export const standing = <S extends Span>(taken: readonly S[], now: Date): S[] =>
  taken.filter(({ heldUntil }) => heldUntil === '' || Date.parse(heldUntil) > now.getTime())

type Between = { from: Date; until: Date }

/** What can be booked now, in order: within the notice and the horizon, clear of what stands and its buffers. */
function* eachFree(
  timetable: Timetable,
  taken: readonly Span[],
  workedAs: WorkedAs,
  now: Date,
  between: Between,
): Generator<Slot> {
  const session = timetable.sessionMinutes * MINUTE_MS
  const buffer = timetable.bufferMinutes * MINUTE_MS
  const earliest = Math.max(between.from.getTime(), now.getTime() + timetable.noticeHours * 60 * MINUTE_MS)
  const horizon = midnightOf(dayOf(now)) + (timetable.horizonDays + 1) * DAY_MS
  const latest = Math.min(between.until.getTime(), horizon)
  const busy = standing(taken, now)
    .map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) }))
    .sort((one, other) => one.from - other.from)
  let first = 0
  for (let midnight = midnightOf(dayOf(new Date(earliest))); midnight < latest; midnight += DAY_MS) {
    // What ended a day ago is in nobody's way any more: no interval is longer than a day.
    while ((busy[first]?.from ?? latest) < midnight - 2 * DAY_MS) first++
    const day = new Date(midnight + SHANGHAI_MS).toISOString().slice(0, 10)
    for (const { from, until, modes } of periodsInOrder(periodsOn(timetable, day, workedAs))) {
      const end = midnight + until * MINUTE_MS
      let near = first
      for (let start = midnight + from * MINUTE_MS; start + session <= end; start += session + buffer) {
        if (start < earliest || start >= latest) continue
        while (near < busy.length && (busy[near]?.until ?? 0) + buffer <= start) near++
        if (isTouched(busy, near, start, start + session, buffer)) continue
        yield { from: new Date(start).toISOString(), until: new Date(start + session).toISOString(), modes }
      }
    }
  }
}

/** Whether one of these, in order of their starts, comes nearer than the buffer. All before `near` ended in time. */
function isTouched(
  busy: readonly { from: number; until: number }[],
  near: number,
  start: number,
  end: number,
  buffer: number,
): boolean {
  for (let at = near; at < busy.length; at++) {
    const other = busy[at]
    if (!other || other.from >= end + buffer) return false
    if (start < other.until + buffer) return true
  }
  return false
}

const periodsInOrder = (periods: readonly Period[]) => periods.toSorted((one, other) => one.from - other.from)

/** Every start that can be booked, from `from` on and before `until`. `taken` must hold all that stands in between. */
export const freeSlots = (
  timetable: Timetable,
  taken: readonly Span[],
  workedAs: WorkedAs,
  now: Date,
  between: Between,
): Slot[] => [...eachFree(timetable, taken, workedAs, now, between)]

/** The first of them in one of these modes. */
export function nextFree(
  timetable: Timetable,
  taken: readonly Span[],
  workedAs: WorkedAs,
  now: Date,
  { modes, ...between }: Between & { modes: readonly Mode[] },
): Slot | undefined {
  for (const slot of eachFree(timetable, taken, workedAs, now, between)) {
    const [fits] = inModes([slot], modes)
    if (fits) return fits
  }
  return undefined
}

/** As far as the counsellor meets people in these ways; what is left in none is no slot. */
export const inModes = (slots: readonly Slot[], modes: readonly Mode[]): Slot[] =>
  slots.flatMap((slot) => {
    const left = slot.modes.filter((mode) => modes.includes(mode))
    return left.length === 0 ? [] : left.length === slot.modes.length ? slot : { ...slot, modes: left }
  })

/** Whether they are there at this instant by the timetable, and with nobody. */
export const isThere = (timetable: Timetable, taken: readonly Span[], workedAs: WorkedAs, now: Date): boolean =>
  isInAPeriod(timetable, workedAs, { from: now, until: minutesLater(now, 1) }) &&
  !standing(taken, now).some(
    ({ from, until }) => Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(until),
  )

function isInAPeriod(timetable: Timetable, workedAs: WorkedAs, { from, until }: Between): boolean {
  const day = dayOf(from)
  const midnight = midnightOf(day)
  return periodsOn(timetable, day, workedAs).some(
    (period) =>
      midnight + period.from * MINUTE_MS <= from.getTime() && until.getTime() <= midnight + period.until * MINUTE_MS,
  )
}

/**
 * What stands from now on outside the timetable. A change drops nothing: these stand until somebody moves or cancels them,
 * and whoever makes the change is told.
 */
export const outside = <S extends Span>(
  timetable: Timetable,
  taken: readonly S[],
  workedAs: WorkedAs,
  now: Date,
): S[] =>
  standing(taken, now).filter(
    ({ from, until }) =>
      Date.parse(until) > now.getTime() &&
      !isInAPeriod(timetable, workedAs, { from: new Date(from), until: new Date(until) }),
  )
