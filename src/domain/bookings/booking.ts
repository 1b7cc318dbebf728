import type { Mode } from '../counsellors/words'
import { done, type Result, refused } from '../result'
import { daysLater, minutesLater } from '../time'
import type { BookingState, CallOffReason } from './words'

/** As long as it takes to read what was chosen once more. */
export const HOLD_MINUTES = 10
/** Called off later than this it is «late»: counted, and nothing else. */
export const LATE_HOURS = 24
/** For so long after it was first given a rating can be changed. */
export const RATING_DAYS = 7

/**
 * One session of one person with one counsellor. `id` is made by the phone, so that asking again after a lost answer is the
 * same booking. `revision` grows with whatever a reminder speaks of: time, mode, place, with whom, or whether it stands.
 * `seriesId` is empty for a single one. `rating` is 0 until the person gives one, and they never have to. `changedBy` is
 * whose doing the last revision was; `reason` is the counsellor's for calling it off.
 */
export type Booking = {
  id: string
  personId: string
  staffId: string
  from: string
  until: string
  mode: Mode
  stationId: string
  state: BookingState
  revision: number
  heldUntil: string
  seriesId: string
  bookedAt: string
  endedAt: string
  changedBy: 'person' | 'counsellor'
  reason: CallOffReason | ''
  rating: number
  ratedAt: string
}

export type Time = Pick<Booking, 'staffId' | 'from' | 'until' | 'mode' | 'stationId'>

export const hold = (asked: Pick<Booking, 'id' | 'personId' | 'seriesId'> & Time, now: Date): Booking => ({
  ...asked,
  state: 'held',
  revision: 1,
  heldUntil: minutesLater(now, HOLD_MINUTES).toISOString(),
  bookedAt: '',
  endedAt: '',
  changedBy: 'person',
  reason: '',
  rating: 0,
  ratedAt: '',
})

/** True by its instant: at ten minutes sharp nobody holds it, whether or not the clock has written it down. */
export const asOfNow = <B extends Booking>(booking: B, now: Date): B =>
  booking.state === 'held' && new Date(booking.heldUntil) <= now
    ? { ...booking, state: 'expired', endedAt: booking.heldUntil }
    : booking

/** Whether it keeps its time: of the person and of the counsellor. */
export const stands = (booking: Booking, now: Date) => ['held', 'confirmed'].includes(asOfNow(booking, now).state)

const next = <B extends Booking>(booking: B, change: Partial<Booking>): B => ({
  ...booking,
  ...change,
  revision: booking.revision + 1,
})

/** Confirming twice is confirming once. */
export function confirm<B extends Booking>(booking: B, now: Date): Result<B, 'HOLD_OVER' | 'BOOKING_OVER'> {
  const current = asOfNow(booking, now)
  if (current.state === 'confirmed') return done(current)
  if (current.state === 'expired') return refused('HOLD_OVER')
  if (current.state !== 'held') return refused('BOOKING_OVER')
  return done(next(current, { state: 'confirmed', heldUntil: '', bookedAt: now.toISOString(), changedBy: 'person' }))
}

/** The person does not want it after all, before it was confirmed. */
export function letGo<B extends Booking>(booking: B, now: Date): Result<B, 'NOT_HELD'> {
  const current = asOfNow(booking, now)
  if (current.state === 'expired') return done(current)
  if (current.state !== 'held') return refused('NOT_HELD')
  return done(next(current, { state: 'expired', endedAt: now.toISOString() }))
}

/** By the person, until it begins. A late one is only counted as such: nothing follows from it. */
export function cancel<B extends Booking>(
  booking: B,
  now: Date,
): Result<B, 'NOT_CONFIRMED' | 'BOOKING_BEGUN' | 'BOOKING_OVER'> {
  const { state, from } = asOfNow(booking, now)
  if (state === 'cancelled' || state === 'cancelled-late') return done(booking)
  if (state === 'held') return refused('NOT_CONFIRMED')
  if (state !== 'confirmed') return refused('BOOKING_OVER')
  if (new Date(from) <= now) return refused('BOOKING_BEGUN')
  const isLate = minutesLater(now, LATE_HOURS * 60) > new Date(from)
  return done(
    next(booking, {
      state: isLate ? 'cancelled-late' : 'cancelled',
      endedAt: now.toISOString(),
      changedBy: 'person',
    }),
  )
}

/** By the counsellor, as long as it is not over. */
export function callOff<B extends Booking>(booking: B, reason: CallOffReason, now: Date): Result<B, 'BOOKING_OVER'> {
  if (booking.state === 'cancelled-by-counsellor') return done(booking)
  if (booking.state !== 'confirmed' || new Date(booking.until) <= now) return refused('BOOKING_OVER')
  return done(
    next(booking, {
      state: 'cancelled-by-counsellor',
      endedAt: now.toISOString(),
      changedBy: 'counsellor',
      reason,
    }),
  )
}

const CORRECTED_HOURS = 24

/** Only the counsellor says how it went, and not before it began; a slip is put right within a day, as long as it is not rated. */
export function wentBy<B extends Booking>(
  booking: B,
  outcome: 'attended' | 'missed',
  now: Date,
): Result<B, 'NOT_YET_BEGUN' | 'BOOKING_OVER'> {
  if (booking.state === outcome) return done(booking)
  if (mayCorrect(booking, now)) return done(next(booking, { state: outcome }))
  if (booking.state !== 'confirmed') return refused('BOOKING_OVER')
  if (now < new Date(booking.from)) return refused('NOT_YET_BEGUN')
  return done(next(booking, { state: outcome, endedAt: now.toISOString() }))
}

/** Whether what the counsellor said of how it went can still be changed. */
export const mayCorrect = ({ state, until, ratedAt }: Pick<Booking, 'state' | 'until' | 'ratedAt'>, now: Date) =>
  (state === 'attended' || state === 'missed') &&
  ratedAt === '' &&
  now < minutesLater(new Date(until), CORRECTED_HOURS * 60)

/** 1 to 5, never asked for: once, and for some days another. */
export function rate<B extends Booking>(
  booking: B,
  rating: number,
  now: Date,
): Result<B, 'NOT_ATTENDED' | 'RATING_FIXED'> {
  if (booking.state !== 'attended') return refused('NOT_ATTENDED')
  if (booking.rating === rating) return done(booking)
  if (booking.ratedAt !== '' && daysLater(new Date(booking.ratedAt), RATING_DAYS) <= now) return refused('RATING_FIXED')
  return done({ ...booking, rating, ratedAt: booking.ratedAt || now.toISOString() })
}

export const isAt = (booking: Time, time: Time) =>
  booking.staffId === time.staffId && booking.from === time.from && booking.mode === time.mode

/** To another time in one step, until so many hours before it was to begin. Asking for where it is already changes nothing. */
export function reschedule<B extends Booking>(
  booking: B,
  to: Time,
  untilHours: number,
  now: Date,
): Result<B, 'NOT_CONFIRMED' | 'BOOKING_OVER' | 'TOO_LATE_TO_MOVE'> {
  const { state, from } = asOfNow(booking, now)
  if (state === 'held') return refused('NOT_CONFIRMED')
  if (state !== 'confirmed') return refused('BOOKING_OVER')
  if (isAt(booking, to)) return done(booking)
  if (minutesLater(now, untilHours * 60) > new Date(from)) return refused('TOO_LATE_TO_MOVE')
  return done(next(booking, { ...to, changedBy: 'person' }))
}

/** A colleague takes it over at the same time, as the counsellor it was with has left. */
export function handOver<B extends Booking>(
  booking: B,
  to: Pick<Booking, 'staffId' | 'stationId'>,
  now: Date,
): Result<B, 'BOOKING_OVER'> {
  if (booking.state !== 'confirmed' || new Date(booking.from) <= now) return refused('BOOKING_OVER')
  return done(next(booking, { ...to, changedBy: 'counsellor' }))
}
