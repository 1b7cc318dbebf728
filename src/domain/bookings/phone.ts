import { done, type Result, refused } from '../result'
import { minutesLater } from '../time'
import { asOfNow, type Booking } from './booking'

/** From so long before it begins the counsellor may look at the number. */
export const BEFORE_MINUTES = 15
/** A call may begin late or break off; then the number goes. */
export const AFTER_MINUTES = 60

type Numbered = Pick<Booking, 'mode' | 'state' | 'until'>

/** Until when a number is kept with it; null where nobody will be called. */
export const phoneUntil = ({ mode, state, until }: Numbered): string | null =>
  mode === 'phone' && ['held', 'confirmed', 'attended', 'missed'].includes(state)
    ? minutesLater(new Date(until), AFTER_MINUTES).toISOString()
    : null

/** By the person, as long as they may still be called. */
export function mayLeavePhone(booking: Booking, now: Date): Result<true, 'NOT_BY_PHONE' | 'BOOKING_OVER'> {
  if (!['held', 'confirmed'].includes(asOfNow(booking, now).state) || new Date(booking.until) <= now)
    return refused('BOOKING_OVER')
  return booking.mode === 'phone' ? done(true) : refused('NOT_BY_PHONE')
}

/** By the counsellor, around the time it was booked for, and never else. */
export function mayCall(booking: Booking, now: Date): Result<true, 'NOT_BY_PHONE' | 'NUMBER_NOT_YET' | 'BOOKING_OVER'> {
  if (booking.mode !== 'phone') return refused('NOT_BY_PHONE')
  const until = phoneUntil(asOfNow(booking, now))
  if (until === null || new Date(until) <= now) return refused('BOOKING_OVER')
  return now < minutesLater(new Date(booking.from), -BEFORE_MINUTES) ? refused('NUMBER_NOT_YET') : done(true)
}
