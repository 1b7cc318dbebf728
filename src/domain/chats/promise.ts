import { dayOf, daysLater, inShanghai, minutesLater } from '../time'

/** When somebody answers in writing, hours of Shanghai time; product.md: 10:00–24:00 by default. `until` 24 is midnight. */
export type Hours = { from: number; until: number }
export const DEFAULT_HOURS: Hours = { from: 10, until: 24 }

/** `10-24`: whole hours, the first before the last. undefined for anything else. */
export function readHours(text: string): Hours | undefined {
  const [, from, until] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  const hours = { from: Number(from), until: Number(until) }
  return hours.from < hours.until && hours.until <= 24 ? hours : undefined
}

/** A message that was left is answered within this much of the open hours. */
export const ANSWER_MINUTES = 120

const atHour = (day: string, hour: number) => minutesLater(new Date(`${day}T00:00:00+08:00`), hour * 60)

export const isOpenAt = ({ from, until }: Hours, now: Date) => {
  const hour = inShanghai(now).hour()
  return from <= hour && hour < until
}

/** When it stops being so: the hours end, or begin. */
export function changesAt(hours: Hours, now: Date): Date {
  const today = dayOf(now)
  if (isOpenAt(hours, now)) return atHour(today, hours.until)
  const opens = atHour(today, hours.from)
  return now < opens ? opens : atHour(dayOf(daysLater(now, 1)), hours.from)
}

/**
 * Until when a message that is left now is answered: two open hours from now. Whatever does not fit before closing is
 * promised from the next opening on, so nobody is promised an answer in the middle of the night.
 */
export function promisedAt(hours: Hours, now: Date): Date {
  const today = dayOf(now)
  const opens = atHour(today, hours.from)
  const closes = atHour(today, hours.until)
  if (now < opens) return minutesLater(opens, ANSWER_MINUTES)
  const answered = minutesLater(now, ANSWER_MINUTES)
  if (answered <= closes) return answered
  const left = Math.max(0, (closes.getTime() - now.getTime()) / 60_000)
  return minutesLater(atHour(dayOf(daysLater(now, 1)), hours.from), ANSWER_MINUTES - left)
}
