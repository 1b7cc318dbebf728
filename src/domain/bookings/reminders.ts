import type { Planned } from '../notices/notice'
import { remindersBefore } from '../notices/reminders'
import type { Booking } from './booking'

/** All that is to be said of it as it stands; of what it was before nothing more. */
export function noticesOf(booking: Booking, now: Date): Planned[] {
  const { id, personId, revision, changedBy, state } = booking
  const appointmentAt = new Date(booking.from)
  const about = { personId, subject: { kind: 'booking', id }, revision, appointmentAt } as const
  if (state === 'cancelled-by-counsellor') return [{ ...about, kind: 'booking-cancelled', dueAt: now }]
  if (state !== 'confirmed' || appointmentAt <= now) return []
  const reminders = remindersBefore(appointmentAt, now).map((reminder) => ({ ...about, ...reminder }))
  return changedBy === 'counsellor' ? [{ ...about, kind: 'booking-changed', dueAt: now }, ...reminders] : reminders
}

/** Whether what was said of a revision is still so. */
export const isStillSo = (booking: Booking | undefined, revision: number): boolean =>
  booking !== undefined &&
  booking.revision === revision &&
  (booking.state === 'confirmed' || booking.state === 'cancelled-by-counsellor')
