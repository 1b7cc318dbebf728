import * as z from 'zod'
import union from '../../config/union.json'

const amount = z.number().int().min(1)

/** As the union set them; read once, so that a mistake is found when the function starts. */
export const bookingRules = z
  .object({ standing: amount, inPeriod: amount, periodDays: amount, waits: amount, moveUntilHours: z.number().min(0) })
  .parse(union.bookings)
