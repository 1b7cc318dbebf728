import * as z from 'zod'
import { counters } from '../domain/figures/counts'
import { callOutcomes, topics } from '../domain/hotlines/words'
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
  /**
   * Three counts of a line, from three places that know different things: nothing may add them together. `answered` and
   * `billed` are null where nobody logged, or no bill was imported.
   */
  hotlines: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      month: Month,
      rows: z.array(
        z.object({
          /** `12356`, `120`, `110` and `union` are not of the list: the console knows what they are called. */
          lineId: Id,
          name: z.string(),
          institutionName: z.string(),
          dialTaps: z.number().int(),
          answered: z.object({ calls: z.number().int(), minutes: z.number().int() }).nullable(),
          billed: z
            .object({ calls: z.number().int(), seconds: z.number().int(), busiestHour: z.number().int().nullable() })
            .nullable(),
        }),
      ),
      /** Of the operators' log, what the calls were about and how they ended. */
      topics: z.array(z.object({ topic: z.enum(topics), calls: z.number().int() })),
      outcomes: z.array(z.object({ outcome: z.enum(callOutcomes), calls: z.number().int() })),
      tapsCountedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
}
