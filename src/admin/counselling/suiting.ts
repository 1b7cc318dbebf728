import { dayOf, weekdayOf } from '../../domain/time'
import type { TimeOfDay } from '../../domain/wishes/words'
import { minuteOfDay } from '../duty/week'

const NOON_FROM = 11 * 60 + 30
const NOON_UNTIL = 14 * 60
const EVENING = 18 * 60

/** Whether a time is at one of the times of day somebody named; what lies on the edge is in both. */
export function suits(from: string, times: readonly TimeOfDay[]): boolean {
  const minute = minuteOfDay(new Date(from))
  const at: Record<TimeOfDay, boolean> = {
    morning: minute < 12 * 60,
    noon: minute >= NOON_FROM && minute < NOON_UNTIL,
    afternoon: minute >= 12 * 60 && minute < EVENING,
    evening: minute >= EVENING,
    weekend: weekdayOf(dayOf(from)) >= 5,
  }
  return times.some((time) => at[time])
}
