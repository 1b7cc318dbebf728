import { done, type Result, refused } from '../result'
import { minutesLater } from '../time'
import type { Booking } from './booking'

/** Minutes before the booked time from which both sides find the conversation open. */
export const EARLY_MINUTES = 10

/** Whether the conversation of a booking can begin now. */
export function mayMeet(
  { mode, state, from, until }: Pick<Booking, 'mode' | 'state' | 'from' | 'until'>,
  now: Date,
): Result<true, 'NOT_BY_TEXT' | 'NOT_CONFIRMED' | 'NOT_YET_TIME' | 'BOOKING_OVER'> {
  if (mode !== 'text') return refused('NOT_BY_TEXT')
  if (state !== 'confirmed' && state !== 'attended') return refused('NOT_CONFIRMED')
  if (now < minutesLater(new Date(from), -EARLY_MINUTES)) return refused('NOT_YET_TIME')
  if (new Date(until) <= now) return refused('BOOKING_OVER')
  return done(true)
}
