import type { Output } from '../../contract'
import { dayOf, daysLater, inShanghai, minutesLater, weekdayOf } from '../../domain/time'

export type ShiftRow = Output<'shifts', 'list'>['rows'][number]

/** Minutes from the day's midnight in Shanghai: 0 to 1440. */
export type Span = { from: number; until: number }
/** The part of a shift that lies in one day; those at the same time lie in lanes below each other. */
export type Part = Span & { shift: ShiftRow; lane: number }
export type DayPlan = { day: string; parts: Part[]; lanes: number; gaps: Span[] }

export const DAY_MINUTES = 24 * 60

export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)
export const dayAfter = (day: string, days: number): string => dayOf(daysLater(startOfDay(day), days))
/** The Monday on or before this day. */
export const mondayOf = (day: string): string => dayAfter(day, -weekdayOf(day))
export const weekFrom = (monday: string): string[] => Array.from({ length: 7 }, (_, step) => dayAfter(monday, step))

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
export const dayName = (day: string) =>
  `${weekdays[weekdayOf(day)] ?? ''} ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** `9:05` is `09:05`; the end of a day is `24:00`. */
export const clockOf = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const minuteOfDay = (instant: Date): number => {
  const at = inShanghai(instant)
  return at.hour() * 60 + at.minute()
}

const within = (day: string, { from, until }: Pick<ShiftRow, 'from' | 'until'>): Span | null => {
  const start = startOfDay(day).getTime()
  const minutes = (instant: string) => Math.round((Date.parse(instant) - start) / 60_000)
  const span = { from: Math.max(0, minutes(from)), until: Math.min(DAY_MINUTES, minutes(until)) }
  return span.from < span.until ? span : null
}

/** What of a day nobody covers. */
const gapsOf = (spans: readonly Span[]): Span[] => {
  const gaps: Span[] = []
  let covered = 0
  for (const { from, until } of [...spans].sort((one, other) => one.from - other.from)) {
    if (from > covered) gaps.push({ from: covered, until: from })
    covered = Math.max(covered, until)
  }
  if (covered < DAY_MINUTES) gaps.push({ from: covered, until: DAY_MINUTES })
  return gaps
}

/** Who is there when on this day of Shanghai time, and when nobody is. */
export function planOf(day: string, shifts: readonly ShiftRow[]): DayPlan {
  const inDay = shifts
    .flatMap((shift) => {
      const span = within(day, shift)
      return span ? [{ shift, ...span }] : []
    })
    .sort((one, other) => one.from - other.from || (one.shift.id < other.shift.id ? -1 : 1))
  const ends: number[] = []
  const parts = inDay.map((part) => {
    const free = ends.findIndex((end) => end <= part.from)
    const lane = free < 0 ? ends.length : free
    ends[lane] = part.until
    return { ...part, lane }
  })
  return { day, parts, lanes: Math.max(1, ends.length), gaps: gapsOf(inDay) }
}

/** The end of a shift that begins on this day: a time not after its beginning is on the day after. */
export function instantsOf(day: string, from: string, until: string): { from: string; until: string } {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const start = startOfDay(day)
  const [begins, ends] = [minutes(from), minutes(until)]
  return {
    from: minutesLater(start, begins).toISOString(),
    until: minutesLater(start, ends <= begins ? ends + DAY_MINUTES : ends).toISOString(),
  }
}
