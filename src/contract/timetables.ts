import * as z from 'zod'
import { modes } from '../domain/counsellors/words'
import { MOST_HORIZON, MOST_PERIODS } from '../domain/timetables/change'
import { action } from './action'
import { Day, Id, Instant, Nothing } from './words'

/** Minutes after midnight of Shanghai time; that they are quarters of an hour the rule says. */
const Minute = z.number().int().min(0).max(1440)
const Period = z.strictObject({ from: Minute, until: Minute, modes: z.array(z.enum(modes)).max(modes.length) })
const Periods = z.array(Period).max(MOST_PERIODS)
const Exception = z.strictObject({ id: Id, from: Day, until: Day, periods: Periods })

const settings = {
  week: z.tuple([Periods, Periods, Periods, Periods, Periods, Periods, Periods]),
  sessionMinutes: z.number().int().min(20).max(180).multipleOf(5),
  bufferMinutes: z.number().int().min(0).max(60).multipleOf(5),
  noticeHours: z
    .number()
    .int()
    .min(0)
    .max(7 * 24),
  horizonDays: z.number().int().min(1).max(MOST_HORIZON),
  holidays: z.boolean(),
}

/** What stands outside the hours after a change: it stays until the counsellor moves it or calls it off. */
const Standing = z.object({ bookingId: Id, from: Instant, until: Instant })

const Mine = z.object({
  ...settings,
  exceptions: z.array(Exception),
  /** Grows with every change; sent back with the next one. null before the first. */
  changedAt: Instant.nullable(),
  outside: z.array(Standing),
})
export type MyTimetable = z.output<typeof Mine>

const changed = { changedAt: Instant.nullable() }

export const timetables = {
  mine: action({ input: Nothing, output: Mine, refusals: [] }),
  save: action({
    input: z.strictObject({ ...settings, ...changed }),
    output: Mine,
    refusals: ['PERIOD_NOT_FIT', 'PERIODS_OVERLAP', 'TIMETABLE_CHANGED'],
  }),
  /** `id` is made by the client; one that is there already is replaced. No periods: nobody can book on these days. */
  addException: action({
    input: Exception,
    output: Mine,
    refusals: ['PERIOD_NOT_FIT', 'PERIODS_OVERLAP', 'DAYS_NOT_FIT', 'EXCEPTIONS_OVERLAP', 'TOO_MANY_EXCEPTIONS'],
  }),
  removeException: action({
    input: z.strictObject({ exceptionId: Id }),
    output: Mine,
    refusals: ['EXCEPTION_NOT_FOUND'],
  }),
  /** A week from this day: what each day is, what is free as people see it, and what stands. */
  preview: action({
    input: z.strictObject({ from: Day }),
    output: z.object({
      /** Whether people can book at all: the profile is let out, not paused, and the certificate counts. */
      offered: z.boolean(),
      days: z.array(
        z.object({
          day: z.string(),
          /** `worked`: a weekend that is worked as another day. */
          kind: z.enum(['usual', 'holiday', 'worked']),
          /** Whether the national calendar of its year is published. */
          known: z.boolean(),
          periods: z.array(Period),
          slots: z.array(z.object({ from: Instant, until: Instant, modes: z.array(z.enum(modes)) })),
          standing: z.array(Standing),
        }),
      ),
    }),
    refusals: [],
  }),
}
