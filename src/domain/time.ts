import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Shanghai keeps +08:00 all year; a fixed offset needs no time-zone data, which old phones lack. Minutes. */
const SHANGHAI = 8 * 60

export const inShanghai = (instant: string | Date) => dayjs(instant).utcOffset(SHANGHAI)

/** `2026-11-22T15` of Shanghai time. */
export const hourOf = (instant: string | Date) => inShanghai(instant).format('YYYY-MM-DDTHH')

/** `2026-11-22` of Shanghai time. */
export const dayOf = (instant: string | Date) => inShanghai(instant).format('YYYY-MM-DD')

/** `2026-11` of Shanghai time. */
export const monthOf = (instant: string | Date) => inShanghai(instant).format('YYYY-MM')

/** The instant at which an hour of Shanghai time begins; undefined when there is no such hour. */
export const startOfHour = (hour: string): Date | undefined => {
  const instant = new Date(`${hour}:00:00+08:00`)
  return Number.isNaN(instant.getTime()) || hourOf(instant) !== hour ? undefined : instant
}

/** Every day of a month, `2026-11-01` … */
export const daysOf = (month: string) => {
  const count = dayjs.utc(`${month}-01`).daysInMonth()
  return Array.from({ length: count }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
}

/** So many months, the last of them `month` (`2026-11`), the newest first. */
export const monthsUntil = (month: string, amount: number): string[] =>
  Array.from({ length: amount }, (_, back) => dayjs.utc(`${month}-01`).subtract(back, 'month').format('YYYY-MM'))

/** 0 is Monday. */
export const weekdayOf = (day: string) => (dayjs.utc(day).day() + 6) % 7

export const minutesLater = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)
export const daysLater = (now: Date, days: number) => minutesLater(now, days * 24 * 60)
