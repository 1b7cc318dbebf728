import * as z from 'zod'
import { kinds as eventKinds } from '../domain/events/words'
import { ways } from '../domain/figures/counselled-people'
import { cityCounters, ownCounters } from '../domain/figures/counselling'
import { counters } from '../domain/figures/counts'
import { counters as eventCounters } from '../domain/figures/events'
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

const amounts = <C extends string>(names: readonly C[]) =>
  z.object(Object.fromEntries(names.map((name) => [name, z.number().int()])) as Record<C, z.ZodNumber>)

const shownOfEvents = ['views', ...eventCounters] as const

/** Of people, through the k-gate; null is withheld, and looks the same for nobody and for too few. */
const People = z.number().int().nullable()
const UsedBy = z.object({
  branchId: Id,
  name: z.string(),
  /** How many used counselling, each once. */
  used: People,
  /** The same people, divided: each is in one of these. */
  ways: z.array(z.object({ way: z.enum(ways), people: People })),
})
export type UsedBy = z.output<typeof UsedBy>

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
  /** Bookings, waits, wishes and conversations of the whole city, by the day on which each happened. */
  counselling: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      month: Month,
      totals: amounts(cityCounters),
      days: z.array(amounts(cityCounters).extend({ day: z.string() })),
      /** `heat[weekday][hour]`, Monday first: conversations asked for. */
      heat: z.array(z.array(z.number().int())),
      /** Of ten at least, once the month is over; null is withheld, whether there were none or few. */
      ratings: z.object({ count: z.number().int(), mean: z.number() }).nullable(),
      countedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
  /** Sign-ups, lines, doors and ratings of all events of the city, by the day on which each happened; `views` by the month. */
  events: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      month: Month,
      totals: amounts(shownOfEvents),
      /** Every kind, those of which nothing is counted too. */
      kinds: z.array(amounts(shownOfEvents).extend({ kind: z.enum(eventKinds) })),
      days: z.array(amounts(eventCounters).extend({ day: z.string() })),
      countedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
  /** The caller's own work in the twelve months up to this one, the newest first: never a person. */
  ownCounselling: action({
    input: z.strictObject({ month: Month }),
    output: z.object({
      rows: z.array(amounts(ownCounters).extend({ month: Month })),
      /** The last roll-up of the newest month. */
      countedAt: Instant.nullable(),
    }),
    refusals: [],
  }),
  /** People of a branch and everything below it who agreed to be counted; published once a month, and never changed. */
  branch: action({
    input: z.strictObject({ branchId: Id, month: Month }),
    output: UsedBy.extend({
      month: Month,
      /** null until the month is published. */
      publishedAt: Instant.nullable(),
      /** The twelve months up to this one, the newest first. */
      months: z.array(z.object({ month: Month, used: People })),
    }),
    refusals: [],
  }),
  /** The branches directly below, by name, with all that is published of them; null where nothing is. */
  branchesBelow: action({
    input: z.strictObject({ branchId: Id, month: Month, after: Cursor.optional() }),
    output: z.object({
      rows: z.array(UsedBy),
      /** Who belongs to the branch itself and to none below it; on the first page only. */
      own: UsedBy.nullable(),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
}
