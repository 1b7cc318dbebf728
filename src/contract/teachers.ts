import * as z from 'zod'
import { kinds } from '../domain/events/words'
import { ratingItems } from '../domain/ratings/words'
import { trades } from '../domain/signups/words'
import { standings } from '../domain/teachers/words'
import { action } from './action'
import { Cursor, Done, Id, Instant } from './words'

/** Made by the console, so that what is sent twice is one. */
const NewId = z.string().regex(/^[a-z0-9]{16,40}$/)
const line = (most: number) => z.string().trim().max(most)

const Mean = z.object({ count: z.number().int(), mean: z.number() })

const Teacher = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  name: z.string(),
  about: z.string(),
  revision: z.number().int(),
  /** Of the last twelve months, from ten ratings on; null before. */
  rating: Mean.nullable(),
  standing: z.enum(standings),
  toldAt: Instant.nullable(),
  appealUntil: Instant.nullable(),
  appeal: z.string(),
  decidedFor: z.string(),
})
export type TeacherRow = z.output<typeof Teacher>

/** 老师: who is asked again, by a rule that is published. */
export const teachers = {
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Teacher), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** `revision` 0 is a new one; of one that is there, the branch stays. */
  save: action({
    input: z.strictObject({
      teacherId: NewId,
      branchId: Id,
      revision: z.number().int().min(0).max(1_000_000),
      name: line(20).min(1),
      about: line(300),
    }),
    output: Teacher,
    refusals: ['TEACHER_NOT_FOUND', 'TEACHER_CHANGED'],
  }),
  /** What the teacher says to it, written down by a host within the days there are. */
  appeal: action({
    input: z.strictObject({ teacherId: Id, words: line(500).min(1) }),
    output: Teacher,
    refusals: ['TEACHER_NOT_FOUND', 'NOTHING_TO_APPEAL', 'TOO_LATE_TO_APPEAL'],
  }),
  /** A manager's, with a reason that stays: scheduled as before, or not any more. */
  decide: action({
    input: z.strictObject({ teacherId: Id, stays: z.boolean(), why: line(200).min(1) }),
    output: Teacher,
    refusals: ['TEACHER_NOT_FOUND', 'NOTHING_TO_DECIDE'],
  }),
}

/** 评价 and 学时证明: what is somebody's own after an event. */
export const ratings = {
  /** Once, without a name: nothing that is kept says whose it is. Nobody has to. */
  give: action({
    input: z.strictObject({
      eventId: Id,
      scores: z
        .array(z.strictObject({ item: z.enum(ratingItems), score: z.number().int().min(1).max(5) }))
        .min(1)
        .max(ratingItems.length),
    }),
    output: Done,
    refusals: ['SIGNUP_NOT_FOUND', 'NOT_TO_BE_RATED', 'ALREADY_RATED', 'ITEMS_NOT_FIT'],
  }),
  /** For whoever came to what has hours of training. `number` lets the host check that it is real. */
  certificate: action({
    input: z.strictObject({ eventId: Id }),
    output: z.object({
      title: z.string(),
      branchName: z.string(),
      times: z.array(z.object({ from: Instant, until: Instant })),
      timesCome: z.number().int(),
      hours: z.number(),
      number: z.string(),
    }),
    refusals: ['SIGNUP_NOT_FOUND', 'NO_CERTIFICATE'],
  }),
}

/** Divided by the k-gate: null is withheld, and looks the same for nobody and for too few. */
const Cells = z.object({
  total: z.number().int().nullable(),
  cells: z.array(z.object({ trade: z.enum(trades), people: z.number().int().nullable() })),
})

/** 活动报告: what came of an event, never who. */
export const reports = {
  open: action({
    input: z.strictObject({ eventId: Id }),
    output: z.object({
      eventId: Id,
      title: z.string(),
      kind: z.enum(kinds),
      /** Sign-ups, of people; places count relatives too. */
      signedUp: z.number().int(),
      waited: z.number().int(),
      seatedPlaces: z.number().int(),
      /** Of those who had a seat, for each of its times. */
      times: z.array(z.object({ from: Instant, came: z.number().int() })),
      came: z.number().int(),
      missed: z.number().int(),
      /** Published once sign-up has closed, and never changed. */
      trades: Cells.nullable(),
      ratings: z.array(z.object({ item: z.enum(ratingItems), count: z.number().int(), mean: z.number() })).nullable(),
      closedAt: Instant.nullable(),
    }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
  /** The host is done with the door: who has not come is counted, and nothing is scanned any more. */
  close: action({
    input: z.strictObject({ eventId: Id }),
    output: Done,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_OVER'],
  }),
  /** Whether the number on a certificate is one of this event's, and for how many hours; null where it is not. Never whose. */
  checkCertificate: action({
    input: z.strictObject({ eventId: Id, number: line(40).min(1) }),
    output: z.object({ hours: z.number().nullable() }),
    refusals: ['EVENT_NOT_FOUND'],
  }),
}
