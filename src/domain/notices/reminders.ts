import { minutesLater } from '../time'
import type { NoticeKind } from './words'

const DAY_MINUTES = 24 * 60
const HOUR_MINUTES = 60

/** What is said before an appointment: a day and an hour ahead. Whoever booked later than that knows it. */
export function remindersBefore(startsAt: Date, now: Date): { kind: NoticeKind; dueAt: Date }[] {
  const both = [
    { kind: 'booking-tomorrow', dueAt: minutesLater(startsAt, -DAY_MINUTES) },
    { kind: 'booking-soon', dueAt: minutesLater(startsAt, -HOUR_MINUTES) },
  ] as const
  return both.filter(({ dueAt }) => dueAt > now)
}
