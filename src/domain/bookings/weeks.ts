import { done, type Result, refused } from '../result'
import { dayOf, minutesLater, weekdayOf } from '../time'
import type { Taken } from '../timetables/timetable'

const DAY_MS = 24 * 60 * 60_000

/**
 * What stands in a week. `bookingId` names what it is for: a booking, or what is kept for whoever waits. `passOnAt` is when
 * the clock must look who is next; empty for a booking.
 */
export type Interval = Taken & { passOnAt: string }

/** The ISO week of Shanghai time, such as `2026-W48`. The year is that of its Thursday. */
export function isoWeekOf(instant: string | Date): string {
  const day = dayOf(instant)
  const thursday = new Date(Date.parse(day) + (3 - weekdayOf(day)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const number = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** The instant at which the ISO week of an instant ends: 00:00 of the next Monday of Shanghai time. */
export function endOfWeek(instant: string | Date): string {
  const day = dayOf(instant)
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime()
  return new Date(midnight + (7 - weekdayOf(day)) * DAY_MS).toISOString()
}

/** Held beyond its instant, an interval keeps nothing. */
export const isLive = ({ heldUntil }: Taken, now: Date) => heldUntil === '' || new Date(heldUntil) > now

/** Whether there are fewer than `bufferMinutes` between them. */
export const clash = (
  one: Pick<Taken, 'from' | 'until'>,
  other: Pick<Taken, 'from' | 'until'>,
  bufferMinutes: number,
) =>
  new Date(one.from) < minutesLater(new Date(other.until), bufferMinutes) &&
  new Date(other.from) < minutesLater(new Date(one.until), bufferMinutes)

const inOrder = (taken: readonly Interval[]) =>
  taken.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))

/**
 * Puts an interval in, instead of what stood there under the same name. A counsellor has a buffer around each, a person none.
 * What is held beyond its time goes.
 */
export function take(
  taken: readonly Interval[],
  wanted: Interval,
  bufferMinutes: number,
  now: Date,
): Result<Interval[], 'TAKEN'> {
  const others = taken.filter((each) => each.bookingId !== wanted.bookingId && isLive(each, now))
  if (others.some((each) => clash(each, wanted, bufferMinutes))) return refused('TAKEN')
  return done(inOrder([...others, wanted]))
}

export const release = (taken: readonly Interval[], bookingId: string, now: Date): Interval[] =>
  taken.filter((each) => each.bookingId !== bookingId && isLive(each, now))

/** What stood there under one name stands there under another, at the same time: it was free for nobody meanwhile. */
export const turnInto = (taken: readonly Interval[], bookingId: string, into: Interval, now: Date): Interval[] =>
  inOrder([...release(taken, bookingId, now).filter((each) => each.bookingId !== into.bookingId), into])

export const findIn = (taken: readonly Interval[], bookingId: string, now: Date) =>
  taken.find((each) => each.bookingId === bookingId && isLive(each, now))
