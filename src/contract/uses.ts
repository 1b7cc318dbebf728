import * as z from 'zod'
import { isUse, type Use } from '../domain/figures/uses'
import { action } from './action'
import { Done } from './words'

export const uses = {
  /** Carries no identity: the caller is not looked at. The same `batchId` twice counts once. */
  record: action({
    input: z.strictObject({
      batchId: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/),
      uses: z
        .array(
          z.strictObject({
            use: z.string().refine((text): text is Use => isUse(text)),
            /** Of Shanghai, such as `2026-11-22T15`. */
            hour: z.string().regex(/^20\d\d-\d\d-\d\dT([01]\d|2[0-3])$/),
            /** More than a person does in an hour is a broken or hostile client. */
            times: z.number().int().min(1).max(30),
          }),
        )
        .min(1)
        .max(50)
        .refine((all) => new Set(all.map(({ use, hour }) => `${use} ${hour}`)).size === all.length),
    }),
    output: Done,
    refusals: [],
  }),
}
