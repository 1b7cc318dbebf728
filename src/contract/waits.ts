import * as z from 'zod'
import { fields } from '../domain/counsellors/words'
import { action } from './action'
import { Fresh, Mode, OwnBooking } from './bookings'
import { Done, Id, Instant, Nothing } from './words'

const One = z.strictObject({ waitId: Id })

const Wait = z.object({
  id: Id,
  /** Null where anybody will do. */
  staffId: Id.nullable(),
  counsellorName: z.string().nullable(),
  field: z.enum(fields).nullable(),
  mode: Mode.nullable(),
  joinedAt: Instant,
  until: Instant,
  /** How many waited for the same before them; told as it is now. */
  before: z.number().int().min(0),
  /** A time that is kept for them alone until it lapses. */
  offer: z
    .object({
      staffId: Id,
      counsellorName: z.string(),
      from: Instant,
      until: Instant,
      modes: z.array(Mode),
      lapsesAt: Instant,
    })
    .nullable(),
})

export const waits = {
  /** For a time that is freed: of one counsellor, or of anybody who fits. */
  join: action({
    consent: 'counselling',
    input: z.strictObject({
      waitId: Fresh,
      staffId: Id.nullable(),
      field: z.enum(fields).nullable(),
      mode: Mode.nullable(),
    }),
    output: Wait,
    refusals: ['COUNSELLOR_NOT_FOUND', 'TOO_MANY_WAITS'],
  }),
  mine: action({ input: Nothing, output: z.object({ rows: z.array(Wait) }), refusals: [] }),
  leave: action({ input: One, output: Done, refusals: ['WAIT_NOT_FOUND'] }),
  /** Held and confirmed in one. */
  accept: action({
    consent: 'counselling',
    input: z.strictObject({ waitId: Id, bookingId: Fresh, mode: Mode }),
    output: OwnBooking,
    refusals: ['WAIT_NOT_FOUND', 'OFFER_OVER', 'TIME_CLASHES', 'TOO_MANY_STANDING', 'TOO_MANY_IN_PERIOD'],
  }),
  /** Keeps the place; the time goes to the next. */
  decline: action({ input: One, output: Done, refusals: ['WAIT_NOT_FOUND', 'OFFER_OVER'] }),
}
