import * as z from 'zod'
import { readingReasons } from '../domain/readings/words'
import { acts } from '../domain/staff/acts'
import { roles } from '../domain/staff/words'
import { action } from './action'
import { Receipt } from './privacy'
import { Cursor, Instant, Month } from './words'

const After = z.strictObject({ after: Cursor.optional() })

export const audit = {
  /** Who read what kind of thing, when and why; never whose it was and never what it said. Newest first. */
  readings: action({
    input: After,
    output: z.object({
      rows: z.array(
        z.object({
          at: Instant,
          by: z.string(),
          byName: z.string(),
          role: z.enum([...roles, 'job']),
          branchName: z.string(),
          what: z.string(),
          reason: z.enum(readingReasons),
          approvedByName: z.string(),
        }),
      ),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
  /** What colleagues did that changes who may do what. Newest first. */
  acts: action({
    input: After,
    output: z.object({
      rows: z.array(
        z.object({
          at: Instant,
          byName: z.string(),
          what: z.enum(acts),
          about: z.string(),
          branchName: z.string(),
        }),
      ),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
  /** How many of each kind were destroyed on each day, and by what. */
  destructions: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      rows: z.array(
        z.object({
          day: z.string(),
          title: z.string(),
          by: z.enum(['retention', 'person']),
          count: z.number().int(),
        }),
      ),
    }),
    refusals: [],
  }),
  /**
   * Goes through the ledgers, a page a call. How many, in tens: the sum of all pages is right down to the last ten. `putBack`:
   * when the database was put back to an earlier day; what was read between that day and then is not missed.
   */
  verify: action({
    input: After,
    output: z.object({
      ledgers: z.number().int(),
      entries: z.number().int(),
      broken: z.number().int(),
      putBack: z.array(Instant),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
  checkReceipt: action({
    input: z.strictObject({ receipt: Receipt }),
    output: z.object({ genuine: z.boolean() }),
    refusals: [],
  }),
}
