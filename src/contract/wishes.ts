import * as z from 'zod'
import { fields } from '../domain/counsellors/words'
import { timesOfDay } from '../domain/wishes/words'
import { action } from './action'
import { Fresh, Mode } from './bookings'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const One = z.strictObject({ wishId: Id })

const asked = {
  id: Id,
  mode: Mode.nullable(),
  field: z.enum(fields).nullable(),
  times: z.array(z.enum(timesOfDay)),
  askedAt: Instant,
  promisedAt: Instant,
  answeredAt: Instant.nullable(),
  overdue: z.boolean(),
}

export const wishes = {
  /** 「没有合适的时间」: an answer is promised within three days. `words` are for counsellors alone. */
  ask: action({
    consent: 'counselling',
    input: z.strictObject({
      wishId: Fresh,
      mode: Mode.nullable(),
      field: z.enum(fields).nullable(),
      times: z.array(z.enum(timesOfDay)).min(1).max(timesOfDay.length),
      words: z.string().trim().max(200),
    }),
    output: z.object({ promisedAt: Instant }),
    refusals: ['WISH_STANDING'],
  }),
  /** The newest first: what was asked, and the times that were proposed. */
  mine: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          ...asked,
          words: z.string(),
          proposals: z.array(
            z.object({ staffId: Id, counsellorName: z.string(), from: Instant, until: Instant, mode: Mode }),
          ),
        }),
      ),
    }),
    refusals: [],
  }),
  takeBack: action({ input: One, output: Done, refusals: ['WISH_NOT_FOUND'] }),

  /** What waits for an answer, the longest first: never whose, never a word of theirs. */
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(z.object(asked)), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** How many wait, for how many of them the promise is over, and until when the one that waits longest was to hear. */
  waiting: action({
    input: Nothing,
    output: z.object({ waiting: z.number().int(), overdue: z.number().int(), promisedAt: Instant.nullable() }),
    refusals: [],
  }),
  /** The person's own words. Each showing is written into the person's ledger first. */
  words: action({ input: One, output: z.object({ words: z.string() }), refusals: ['WISH_NOT_FOUND'] }),
  /** Up to three times that are free now; none is an answer too. */
  answer: action({
    input: z.strictObject({
      wishId: Id,
      proposals: z.array(z.strictObject({ staffId: Id, from: Instant, mode: Mode })).max(3),
    }),
    output: Done,
    refusals: ['WISH_NOT_FOUND', 'WISH_ANSWERED', 'SLOT_NOT_OFFERED'],
  }),
}
