import * as z from 'zod'
import { counters } from '../domain/figures/counts'
import { action } from './action'
import { Done, Id } from './words'

/** More than a person does with one piece in an hour is a broken or hostile client. */
const count = (most: number) => z.number().int().min(0).max(most).optional()

export const Tally = z.strictObject({
  pieceId: Id,
  hour: z.string().regex(/^20\d\d-\d\d-\d\dT([01]\d|2[0-3])$/),
  ...(Object.fromEntries(counters.map((counter) => [counter, count(counter === 'seconds' ? 3600 : 60)])) as Record<
    (typeof counters)[number],
    ReturnType<typeof count>
  >),
})

export const tallies = {
  /** Carries no identity: the caller is not looked at. The same `batchId` twice counts once. */
  record: action({
    input: z.strictObject({
      batchId: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
      tallies: z
        .array(Tally)
        .min(1)
        .max(50)
        .refine((all) => new Set(all.map(({ pieceId, hour }) => `${pieceId} ${hour}`)).size === all.length),
    }),
    output: Done,
    refusals: [],
  }),
}
