import type { Output } from '../../contract'
import type { HeldBooking } from '../../contract/bookings'
import { modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { minuteOfDay } from '../duty/week'
import { shownClock } from '../shell/time'
import { calledBy, standingOf } from './agenda'
import { DAY, sayModes, saySpan } from './hours'
import type { Block } from './week-grid'

export type PreviewDay = Output<'timetables', 'preview'>['days'][number]

export const noteOf = ({ kind, known }: PreviewDay) =>
  kind === 'holiday' ? '放假' : kind === 'worked' ? '调休上班' : known ? '' : '节假日未公布'

/** Minutes of its day of Shanghai time, wherever the browser is; what ends at midnight ends with the day. */
export const spanOf = ({ from, until }: { from: string; until: string }) => ({
  from: minuteOfDay(new Date(from)),
  until: minuteOfDay(new Date(until)) || DAY,
})

const tones: Partial<Record<HeldBooking['state'], Block['tone']>> = {
  confirmed: 'taken',
  'cancelled-by-counsellor': 'gone',
}

const textOf = (row: HeldBooking) => `${shownClock(row.from)} ${modeNames[row.mode]} ${calledBy(row)}`

/** What is free, what is booked, and what somebody has not yet confirmed, of one day. */
export function blocksOf({ day, slots, standing }: PreviewDay, rows: readonly HeldBooking[], now: number): Block[] {
  const mine = rows.filter(({ from }) => dayOf(from) === day)
  const known = new Set(mine.map(({ id }) => id))
  return [
    ...slots.map((slot) => ({
      key: slot.from,
      ...spanOf(slot),
      tone: 'free' as const,
      text: `${shownClock(slot.from)} 可约`,
      heard: `${saySpan(spanOf(slot))} 可约，${sayModes(slot.modes)}`,
    })),
    ...mine.map((row) => ({
      key: row.id,
      ...spanOf(row),
      tone: tones[row.state] ?? ('past' as const),
      text: textOf(row),
      heard: `${textOf(row)}，到 ${shownClock(row.until)}，${standingOf(row, now)}，打开`,
      opens: true,
    })),
    ...standing
      .filter(({ bookingId }) => !known.has(bookingId))
      .map((one) => ({
        key: one.bookingId,
        ...spanOf(one),
        tone: 'gone' as const,
        text: `${shownClock(one.from)} 暂留`,
        heard: `${saySpan(spanOf(one))} 暂留，等人确认`,
      })),
  ]
}
