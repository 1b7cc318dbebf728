import { inShanghai, minutesLater } from '../time'
import { isAwaited, type NoticeKind } from './words'

/** Nobody is woken between these hours of Shanghai. */
export const QUIET_FROM_HOUR = 22
export const QUIET_UNTIL_HOUR = 8
/** What begins so soon is worth a sound at night. */
export const NEAR_MINUTES = 120

const isQuiet = (at: Date) => {
  const hour = inShanghai(at).hour()
  return hour >= QUIET_FROM_HOUR || hour < QUIET_UNTIL_HOUR
}

/** The next 08:00 of Shanghai. */
const morningAfter = (at: Date) => {
  const day = inShanghai(at).startOf('day')
  const morning = day.add(QUIET_UNTIL_HOUR, 'hour')
  return (morning.isAfter(at) ? morning : morning.add(1, 'day')).toDate()
}

/**
 * When something due at `at` may be said: then, or when the night is over. What is about an appointment is said two hours
 * before it at the latest, and is not held back within them. `appointmentAt` is empty where there is none.
 */
export function outOfQuiet(kind: NoticeKind, at: Date, appointmentAt: string): Date {
  if (!isQuiet(at) || isAwaited(kind)) return at
  const morning = morningAfter(at)
  if (appointmentAt === '') return morning
  const startsAt = new Date(appointmentAt)
  if (startsAt <= at) return morning
  const near = minutesLater(startsAt, -NEAR_MINUTES)
  if (near <= at) return at
  return near < morning ? near : morning
}
