import * as z from 'zod'
import { purposes } from '../domain/consents/words'
import { action } from './action'
import { Done, Instant, Nothing } from './words'

const Version = z.number().int().min(1).max(1000)

export const consents = {
  /** Every purpose, whether asked for yet or not. */
  list: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          purpose: z.enum(purposes),
          /** Given, not withdrawn, and to the text of today. */
          given: z.boolean(),
          history: z.array(z.object({ what: z.enum(['given', 'withdrawn']), version: Version, at: Instant })),
        }),
      ),
    }),
    refusals: [],
  }),
  /** `version` is that of the text on the screen. */
  give: action({
    input: z.strictObject({ purpose: z.enum(purposes), version: Version }),
    output: Done,
    refusals: ['CONSENT_TEXT_CHANGED'],
  }),
  withdraw: action({ input: z.strictObject({ purpose: z.enum(purposes) }), output: Done, refusals: [] }),
}
