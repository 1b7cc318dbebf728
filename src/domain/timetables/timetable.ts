import type { Mode } from '../counsellors/words'

/** Minutes after midnight of Shanghai time, in quarters of an hour; 1440 is the end of the day. No period crosses midnight. */
export type Minute = number

export type Period = { from: Minute; until: Minute; modes: Mode[] }

/** Instead of what the week says on these days of Shanghai time, `from` and `until` both in it: nothing, or these periods. */
export type Exception = { id: string; from: string; until: string; periods: Period[] }

/**
 * When a counsellor can be booked. `week`: periods of each weekday, Monday first. A slot takes `sessionMinutes`, then
 * `bufferMinutes` during which nobody else can be booked. `noticeHours`: not sooner than this. `horizonDays`: not later.
 * `holidays`: whether the national calendar is kept, so that a public holiday is free and a 调休 Sunday is worked as the
 * weekday it stands for. `changedAt`: empty before the first change.
 */
export type Timetable = {
  id: string
  staffId: string
  week: [Period[], Period[], Period[], Period[], Period[], Period[], Period[]]
  exceptions: Exception[]
  sessionMinutes: number
  bufferMinutes: number
  noticeHours: number
  horizonDays: number
  holidays: boolean
  changedAt: string
}

/** A start that can be booked now, in these ways. */
export type Slot = { from: string; until: string; modes: Mode[] }

/** Something that stands in a counsellor's or a person's week. `heldUntil` is empty once it is confirmed. */
export type Taken = { bookingId: string; from: string; until: string; heldUntil: string }
