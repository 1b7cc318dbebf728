import * as z from 'zod'
import { readingReasons } from '../domain/readings/words'
import { roles } from '../domain/staff/words'
import { action } from './action'
import { Cursor, Id, Instant, Nothing } from './words'

/** The name of a collection, as it is declared. */
const Kind = z.string().regex(/^[a-zA-Z]{1,40}$/)

/** What a person keeps of a destruction: no content, and a seal that only this house can make. */
export const Receipt = z.object({
  number: Id,
  at: Instant,
  kinds: z.array(z.object({ title: z.string(), count: z.number().int() })),
  account: z.boolean(),
  /** The last backup that could still hold the keys is gone by then. */
  backupsGoneAt: Instant,
  seal: z.string(),
})
export type Receipt = z.output<typeof Receipt>

export const privacy = {
  /** Every kind of thing that may be stored about the person, with what there is now. */
  stored: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          kind: Kind,
          title: z.string(),
          about: z.string(),
          count: z.number().int(),
          sealed: z.boolean(),
          /** Days until the first of them goes by itself; null where nothing goes by itself. */
          daysLeft: z.number().int().nullable(),
          why: z.string(),
          /** Whether it can be destroyed alone, or goes with the account. */
          alone: z.boolean(),
          /** A law that keeps it sealed for a time after it is destroyed, in plain words. */
          floor: z.string().nullable(),
        }),
      ),
    }),
    refusals: [],
  }),
  /** Who looked at what belongs to the person, newest first. `whole`: the chain has no break. */
  readings: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          at: Instant,
          role: z.enum([...roles, 'job']),
          branchName: z.string(),
          what: z.string(),
          reason: z.enum(readingReasons),
          twoPeople: z.boolean(),
        }),
      ),
      whole: z.boolean(),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
  /** A zip (base64) with a page to read and the same as JSON. What does not fit comes with `after`. */
  export: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ name: z.string(), zip: z.string(), next: Cursor.nullable() }),
    refusals: ['TOO_MANY_TRIES'],
  }),
  /** `number` is made by the client, so that asking again after a lost answer is the same destruction. */
  destroy: action({
    input: z.strictObject({
      number: z.string().regex(/^[A-Za-z0-9]{16,40}$/),
      kinds: z.array(Kind).max(40),
      /** Everything, and the account itself. */
      account: z.boolean(),
    }),
    output: Receipt,
    refusals: ['KIND_NOT_FOUND'],
  }),
  /** The receipt again, for a day, by its number alone: whoever destroyed the account is known to nobody any more. */
  receipt: action({
    input: z.strictObject({ number: z.string().regex(/^[A-Za-z0-9]{16,40}$/) }),
    output: Receipt,
    refusals: ['RECEIPT_NOT_FOUND', 'TOO_MANY_TRIES'],
  }),
}
