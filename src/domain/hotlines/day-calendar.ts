import { holidays, workedAs } from '../calendar/china'
import { dayOf, daysLater } from '../time'
import type { DayCalendar } from './hours'

/** Two months: longer than a phone is likely to be off line, and short enough to travel with every list. */
const DAYS = 62

/** What stands out in the days around now, yesterday included: a night may have begun then. */
export function dayCalendar(now: Date): DayCalendar {
  const days: Record<string, 'holiday' | number> = {}
  for (let ahead = -1; ahead <= DAYS; ahead++) {
    const day = dayOf(daysLater(now, ahead))
    const kind = holidays(day)
    if (kind === 'holiday') days[day] = 'holiday'
    if (kind === 'workday') days[day] = workedAs(day) ?? 0
  }
  return { until: dayOf(daysLater(now, DAYS)), days }
}
