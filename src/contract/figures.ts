import * as z from 'zod'
import { counters } from '../domain/figures/counts'
import { kinds } from '../domain/pieces/words'
import { action } from './action'
import { Cursor, Id, Instant, Month } from './words'

export const Counts = z.object(
  Object.fromEntries(counters.map((counter) => [counter, z.number().int()])) as Record<
    (typeof counters)[number],
    z.ZodNumber
  >,
)

export const Day = Counts.extend({ day: z.string() })
const Row = Counts.extend({ pieceId: Id, title: z.string(), kind: z.enum(kinds) })
export type FigureRow = z.output<typeof Row>
export type FigureDay = z.output<typeof Day>

const Sum = z.object({
  month: Month,
  totals: Counts,
  /** Every day of the month, empty ones too. */
  days: z.array(Day),
  /** The instant of the last roll-up; null before the first. */
  countedAt: Instant.nullable(),
})

export const figures = {
  month: action({
    input: z.strictObject({ month: Month }),
    /** `heat[weekday][hour]`, Monday first: reads and plays begun. */
    output: Sum.extend({ heat: z.array(z.array(z.number().int())) }),
    refusals: [],
  }),
  /** The most used first. */
  pieces: action({
    input: z.strictObject({ month: Month, after: Cursor.optional() }),
    output: z.object({ rows: z.array(Row), next: Cursor.nullable() }),
    refusals: [],
  }),
  piece: action({
    input: z.strictObject({ pieceId: Id, month: Month }),
    output: Sum.extend({ pieceId: Id, title: z.string() }),
    refusals: ['PIECE_NOT_FOUND'],
  }),
  /** Tests and the way to help. */
  uses: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      month: Month,
      totals: z.array(z.object({ use: z.string(), times: z.number().int() })),
      days: z.array(
        z.object({
          day: z.string(),
          testsStarted: z.number().int(),
          testsFinished: z.number().int(),
          help: z.number().int(),
          dialled: z.number().int(),
        }),
      ),
      /** `heat[weekday][hour]`, Monday first: help pages opened or shown. */
      heat: z.array(z.array(z.number().int())),
      countedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
}
