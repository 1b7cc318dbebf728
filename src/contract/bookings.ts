import * as z from 'zod'
import { MOST_SESSIONS } from '../domain/bookings/series'
import { callOffReasons, heldStates, states } from '../domain/bookings/words'
import { modes } from '../domain/counsellors/words'
import { PHONE } from '../domain/duty/phone'
import { action } from './action'
import { Cursor, Day, Done, Id, Instant } from './words'

/** Made by the phone, so that asking again after a lost answer is the same booking. */
export const Fresh = z.string().regex(/^[A-Za-z0-9]{16,32}$/)
export const Mode = z.enum(modes)
const One = z.strictObject({ bookingId: Id })
const Card = z.string().trim().min(1).max(500)

/** As the person sees their own. */
export const OwnBooking = z.object({
  id: Id,
  staffId: Id,
  counsellorName: z.string(),
  from: Instant,
  until: Instant,
  mode: Mode,
  stationId: z.string(),
  stationName: z.string(),
  /** Empty where none was written down. */
  stationAddress: z.string(),
  state: z.enum(states),
  revision: z.number().int(),
  /** While it is held for the person to confirm. */
  heldUntil: Instant.nullable(),
  seriesId: z.string(),
  /** Until when it can be moved to another time; null once it cannot. */
  movableUntil: Instant.nullable(),
  reason: z.enum(callOffReasons).nullable(),
  rating: z.number().int().min(1).max(5).nullable(),
  /** Whether there is a card that this counsellor may read. */
  shared: z.boolean(),
  /** Whether the person left a number to be called at. */
  phoneGiven: z.boolean(),
})
export type OwnBooking = z.output<typeof OwnBooking>

/** As the counsellor it is with sees it in their week: never whose it is. */
export const HeldBooking = z.object({
  id: Id,
  from: Instant,
  until: Instant,
  mode: Mode,
  state: z.enum(states),
  pseudonym: z.string(),
  /** Which session of a series; 0 for a single one. */
  session: z.number().int().min(0),
  stationName: z.string(),
  shared: z.boolean(),
  phoneGiven: z.boolean(),
})
export type HeldBooking = z.output<typeof HeldBooking>

const SLOT = ['COUNSELLOR_NOT_FOUND', 'SLOT_NOT_OFFERED', 'SLOT_TAKEN', 'TIME_CLASHES'] as const
const LIMITS = ['TOO_MANY_STANDING', 'TOO_MANY_IN_PERIOD'] as const

export const bookings = {
  /** Kept for ten minutes. */
  hold: action({
    consent: 'counselling',
    input: z.strictObject({ bookingId: Fresh, staffId: Id, from: Instant, mode: Mode }),
    output: OwnBooking,
    refusals: [...SLOT, ...LIMITS],
  }),
  confirm: action({ input: One, output: OwnBooking, refusals: ['BOOKING_NOT_FOUND', 'HOLD_OVER', 'BOOKING_OVER'] }),
  letGo: action({ input: One, output: Done, refusals: ['BOOKING_NOT_FOUND', 'NOT_HELD'] }),
  /** The same hour with the same counsellor, week after week. What could not be had is told, and the rest is held. */
  series: action({
    consent: 'counselling',
    input: z.strictObject({
      seriesId: Fresh,
      staffId: Id,
      from: Instant,
      mode: Mode,
      sessions: z.number().int().min(2).max(MOST_SESSIONS),
    }),
    output: z.object({
      held: z.array(OwnBooking),
      missing: z.array(
        z.object({
          from: Instant,
          why: z.enum(['SLOT_NOT_OFFERED', 'SLOT_TAKEN', 'TIME_CLASHES', 'TOO_MANY_IN_PERIOD']),
        }),
      ),
    }),
    refusals: ['COUNSELLOR_NOT_FOUND'],
  }),
  confirmSeries: action({
    input: z.strictObject({ seriesId: Id }),
    output: z.object({ rows: z.array(OwnBooking) }),
    refusals: ['BOOKING_NOT_FOUND', 'HOLD_OVER'],
  }),
  /** In one step: exactly one time is the person's at every instant. */
  reschedule: action({
    consent: 'counselling',
    input: z.strictObject({ bookingId: Id, from: Instant, mode: Mode }),
    output: OwnBooking,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_CONFIRMED', 'BOOKING_OVER', 'TOO_LATE_TO_MOVE', 'TOO_MANY_IN_PERIOD', ...SLOT],
  }),
  cancel: action({
    input: One,
    output: OwnBooking,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_CONFIRMED', 'BOOKING_BEGUN', 'BOOKING_OVER'],
  }),
  rate: action({
    input: z.strictObject({ bookingId: Id, rating: z.number().int().min(1).max(5) }),
    output: Done,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_ATTENDED', 'RATING_FIXED'],
  }),
  /** What this counsellor is to know; null takes it back. */
  setCard: action({
    consent: 'counselling',
    input: z.strictObject({ bookingId: Id, card: Card.nullable() }),
    output: Done,
    refusals: ['BOOKING_NOT_FOUND', 'BOOKING_OVER'],
  }),
  /** Where the counsellor calls: kept for all of its series that stand and are by phone; null takes it back. */
  setPhone: action({
    consent: 'counselling',
    input: z.strictObject({ bookingId: Id, phone: z.string().trim().regex(PHONE).nullable() }),
    output: Done,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_BY_PHONE', 'BOOKING_OVER'],
  }),
  mine: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(OwnBooking), next: Cursor.nullable() }),
    refusals: [],
  }),
  open: action({
    input: One,
    output: OwnBooking.extend({ card: z.string().nullable(), phone: z.string().nullable() }),
    refusals: ['BOOKING_NOT_FOUND'],
  }),

  /** The counsellor's own, seven days from `from`. */
  week: action({
    input: z.strictObject({ from: Instant }),
    output: z.object({ rows: z.array(HeldBooking) }),
    refusals: [],
  }),
  /** The counsellor's own, of days of Shanghai time. Some pages are short: it goes on while there is a `next`. */
  held: action({
    input: z.strictObject({
      from: Day.optional(),
      until: Day.optional(),
      state: z.enum(heldStates).optional(),
      mode: Mode.optional(),
      order: z.enum(['soonest', 'latest']),
      after: Cursor.optional(),
    }),
    output: z.object({ rows: z.array(HeldBooking), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** What the person wanted this counsellor to know. Each showing is written into the person's ledger first. */
  card: action({
    input: One,
    output: z.object({ card: z.string().nullable() }),
    refusals: ['BOOKING_NOT_FOUND'],
  }),
  /** Where to call; null where the person left none. Each showing is written into the person's ledger first. */
  phone: action({
    input: One,
    output: z.object({ phone: z.string().nullable() }),
    refusals: ['BOOKING_NOT_FOUND', 'NOT_BY_PHONE', 'NUMBER_NOT_YET', 'BOOKING_OVER'],
  }),
  attended: action({
    input: One,
    output: HeldBooking,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_YET_BEGUN', 'BOOKING_OVER'],
  }),
  missed: action({
    input: One,
    output: HeldBooking,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_YET_BEGUN', 'BOOKING_OVER'],
  }),
  callOff: action({
    input: z.strictObject({ bookingId: Id, reason: z.enum(callOffReasons) }),
    output: HeldBooking,
    refusals: ['BOOKING_NOT_FOUND', 'BOOKING_OVER'],
  }),
}
