import type { Mode } from '../../domain/counsellors/words'
import { modeNames } from '../../domain/counsellors/words'
import type { Period } from '../../domain/timetables/timetable'
import { clockOf } from '../duty/week'

export const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

const QUARTER = 15
export const DAY = 24 * 60

export const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

export const sayModes = (modes: readonly Mode[]) => modes.map((mode) => modeNames[mode]).join('、')
export const saySpan = ({ from, until }: Pick<Period, 'from' | 'until'>) => `${clockOf(from)}–${clockOf(until)}`

/** What was drawn from one height of a column to another, in quarters and never shorter than a session; undefined past the day. */
export function drawn(one: number, other: number, sessionMinutes: number): Pick<Period, 'from' | 'until'> | undefined {
  const from = Math.floor(Math.max(0, Math.min(one, other)) / QUARTER) * QUARTER
  const least = from + Math.ceil(sessionMinutes / QUARTER) * QUARTER
  const until = Math.min(DAY, Math.max(least, Math.ceil(Math.max(one, other) / QUARTER) * QUARTER))
  return until - from >= sessionMinutes ? { from, until } : undefined
}
