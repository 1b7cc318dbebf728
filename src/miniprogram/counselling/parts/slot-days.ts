import type { CounsellorCard } from '../../../contract/counsellors'
import { dayOf, inShanghai } from '../../../domain/time'

export type Slot = NonNullable<CounsellorCard['nextFree']>

const parts = ['上午', '下午', '晚上'] as const
export type PartOfDay = (typeof parts)[number]

export type SlotDay = { day: string; parts: { name: PartOfDay; slots: Slot[] }[] }

const NOON = 12
const EVENING = 18

const partOf = ({ from }: Slot): PartOfDay => {
  const hour = inShanghai(from).hour()
  return hour < NOON ? '上午' : hour < EVENING ? '下午' : '晚上'
}

/** Days of Shanghai time with what is free on them, wherever the phone is. */
export function slotDays(slots: readonly Slot[]): SlotDay[] {
  const sorted = [...slots].sort((one, other) => (one.from < other.from ? -1 : 1))
  const days = [...new Set(sorted.map(({ from }) => dayOf(from)))]
  return days.map((day) => ({
    day,
    parts: parts
      .map((name) => ({ name, slots: sorted.filter((slot) => dayOf(slot.from) === day && partOf(slot) === name) }))
      .filter(({ slots: found }) => found.length > 0),
  }))
}

/** 14:00 of Shanghai time. */
export const timeOf = (instant: string) => inShanghai(instant).format('HH:mm')
