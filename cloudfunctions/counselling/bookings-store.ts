import * as z from 'zod'
import type { Booking } from '../../src/domain/bookings/booking'
import type { Interval } from '../../src/domain/bookings/weeks'
import { callOffReasons, states } from '../../src/domain/bookings/words'
import { modes } from '../../src/domain/counsellors/words'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

const KEPT_DAYS = 730

/**
 * `card` is what the person wants a counsellor to know, `sharedWith` the one it was written for: nobody else is shown it.
 * `phone` is where the counsellor calls, whoever it is by then; the clock takes it away after the booking.
 * `session` is its number in a series, 0 for a single one. `waitedMinutes` is how long somebody waited for it. `unsettled`:
 * what follows from the last change is still to be done by the clock, once: notices and counts. `counted` is the outcome that
 * was counted. `due` is when the clock must look for a hold that is over, or a number that goes.
 */
export type StoredBooking = Booking & {
  card: SealedText | null
  phone: SealedText | null
  sharedWith: string
  session: number
  waitedMinutes: number
  unsettled: boolean
  counted: string
  due: string
}

export const bookingsStore = declare<StoredBooking>({
  name: 'bookings',
  title: '预约',
  about: '您和咨询师约的时间、方式和后来怎样；您写给咨询师的话和留的号码加密存放，号码在结束一小时后清除',
  version: 2,
  migrations: { 1: (old) => ({ ...old, phone: null }) },
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    staffId: z.string(),
    from: z.string(),
    until: z.string(),
    mode: z.enum(modes),
    stationId: z.string(),
    state: z.enum(states),
    revision: z.number(),
    heldUntil: z.string(),
    seriesId: z.string(),
    bookedAt: z.string(),
    endedAt: z.string(),
    changedBy: z.enum(['person', 'counsellor']),
    reason: z.enum(['', ...callOffReasons]),
    rating: z.number(),
    ratedAt: z.string(),
    card: SealedText.nullable(),
    phone: SealedText.nullable(),
    sharedWith: z.string(),
    session: z.number(),
    waitedMinutes: z.number(),
    unsettled: z.boolean(),
    counted: z.string(),
    due: z.string(),
  }),
  indexes: {
    byPerson: ['personId', 'from'],
    byStaff: ['staffId', 'from'],
    byEnd: ['until'],
    byUnsettled: ['unsettled', 'from'],
    byDue: ['due'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['personWeeks', 'bookingTurns'],
  spokenOf: { as: 'booking', field: 'id' },
  sensitivity: 'sensitive',
  sealed: ['card', 'phone'],
  keep: { days: KEPT_DAYS, since: 'until', why: '保留两年，方便您回看；您随时可以删除' },
  fields: {
    from: '开始时间',
    until: '结束时间',
    mode: '方式',
    state: '后来怎样',
    card: '想让咨询师知道的',
    phone: '到时接电话的号码',
    rating: '您给的分数',
  },
  seenBy: '您约的那位咨询师：时间、方式和代号；您写的话和留的号码每看一次都记在「谁看过我」里',
})

const intervals = z.array(
  z.strictObject({
    bookingId: z.string(),
    from: z.string(),
    until: z.string(),
    heldUntil: z.string(),
    passOnAt: z.string(),
  }),
)

/** `id` is `<staffId>.<week>`. `due` is when the clock must look who is next for a time that was freed. */
export type CounsellorWeek = {
  id: string
  staffId: string
  week: string
  endsAt: string
  taken: Interval[]
  due: string
}

export const counsellorWeeksStore = declare<CounsellorWeek>({
  name: 'counsellorWeeks',
  title: '咨询师的一周',
  about: '每位咨询师每一周哪些时间已经有人；不记是谁',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    week: z.string(),
    endsAt: z.string(),
    taken: intervals,
    due: z.string(),
  }),
  indexes: { byStaff: ['staffId', 'endsAt'], byEnd: ['endsAt'], byDue: ['due'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 30, since: 'endsAt', why: '过去一个月后清除' },
})

/** `id` is `<personId>.<week>`: nobody can be in two places at once. */
export type PersonWeek = { id: string; personId: string; week: string; endsAt: string; taken: Interval[] }

export const personWeeksStore = declare<PersonWeek>({
  name: 'personWeeks',
  title: '您的一周',
  about: '您哪些时间已经有预约，用来防止约在同一个时间',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    week: z.string(),
    endsAt: z.string(),
    taken: intervals,
  }),
  indexes: { byPerson: ['personId', 'endsAt'], byEnd: ['endsAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  keyedWith: 'bookings',
  sensitivity: 'personal',
  keep: { days: 30, since: 'endsAt', why: '过去一个月后清除；您删除预约时一起删除' },
})

/** Counts what somebody booked, so that two requests at once do not both find room under a limit. `id` is the personId. */
export type BookingTurn = { id: string; personId: string; changes: number; at: string }

export const bookingTurnsStore = declare<BookingTurn>({
  name: 'bookingTurns',
  title: '预约的次数',
  about: '您约过几次，用来防止同时约出限额',
  schema: z.strictObject({ id: z.string(), personId: z.string(), changes: z.number(), at: z.string() }),
  indexes: { byPerson: ['personId', 'at'], byTime: ['at'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  keyedWith: 'bookings',
  sensitivity: 'personal',
  keep: { days: KEPT_DAYS, since: 'at', why: '只有一条；两年没有预约就清除，您删除预约时一起删除' },
})
