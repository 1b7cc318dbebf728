import * as z from 'zod'
import { readingReasons, unsealingReasons } from '../domain/readings/words'
import { action } from './action'
import { Done, Id, Instant, Nothing } from './words'

const One = z.strictObject({ unsealingId: Id })

export const unsealings = {
  /** Those in the caller's branches that are asked for, or open to whoever asked. */
  list: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id: Id,
          pseudonym: z.string(),
          reason: z.enum(readingReasons),
          state: z.enum(['asked', 'approved']),
          byName: z.string(),
          own: z.boolean(),
          askedAt: Instant,
          expiresAt: Instant,
        }),
      ),
    }),
    refusals: [],
  }),
  request: action({
    input: z.strictObject({ pseudonym: z.string().trim().min(1).max(40), reason: z.enum(unsealingReasons) }),
    output: z.object({ unsealingId: Id, expiresAt: Instant }),
    refusals: ['PERSON_NOT_FOUND', 'NOBODY_TO_APPROVE', 'TOO_MANY_TRIES'],
  }),
  /** By somebody else than who asked. */
  approve: action({ input: One, output: Done, refusals: ['UNSEALING_NOT_FOUND', 'OWN_REQUEST'] }),
  /** By whoever asked, or by whoever could approve. */
  decline: action({ input: One, output: Done, refusals: ['UNSEALING_NOT_FOUND'] }),
  /** Each opening is written into the person's ledger before anything is shown. */
  open: action({
    input: One,
    output: z.object({
      pseudonym: z.string(),
      nickname: z.string().nullable(),
      branchPath: z.array(z.string()),
      memberSince: Instant.nullable(),
    }),
    refusals: ['UNSEALING_NOT_FOUND', 'NOT_YET_APPROVED'],
  }),
}
