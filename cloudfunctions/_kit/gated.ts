import * as z from 'zod'
import type { Aggregate } from '../../src/domain/aggregates/gate'

/** Only the gate makes one, so that nothing else can be stored where this stands. */
export const Gated = z.strictObject({
  total: z.number().nullable(),
  cells: z.array(z.strictObject({ key: z.string(), count: z.number().nullable() })),
}) as unknown as z.ZodType<Aggregate>
