import { dayOf, daysLater, inShanghai, weekdayOf } from '../../../domain/time'

/** Monday 0, as `weekdayOf` says it. */
export const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY] = [1, 2, 3, 4, 5] as const

/** An hour of a day, Shanghai time: `at('2026-12-12', '09:30')`. */
export const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+08:00`).toISOString()

/** The first such weekday from so many days on. */
export function weekdayFrom(begunAt: string, days: number, weekday: number): string {
  const first = dayOf(daysLater(new Date(begunAt), days))
  return daysOn(first, (weekday - weekdayOf(first) + 7) % 7)
}

export const daysOn = (day: string, days: number) => dayOf(daysLater(new Date(at(day, '12:00')), days))

/** The second Saturdays of twelve months, the first at least so many days away. */
export function secondSaturdays(begunAt: string, days: number): string[] {
  const earliest = dayOf(daysLater(new Date(begunAt), days))
  const month = inShanghai(begunAt).startOf('month')
  return Array.from({ length: 14 }, (_, later) => {
    const first = month.add(later, 'month').format('YYYY-MM-DD')
    return daysOn(first, ((SATURDAY - weekdayOf(first) + 7) % 7) + 7)
  })
    .filter((day) => day >= earliest)
    .slice(0, 12)
}
