import * as z from 'zod'
import { audiences, kinds, stands, states, ways } from '../domain/events/words'
import { action } from './action'
import { Signup } from './signups'
import { Cursor, Done, Id, Instant, Month } from './words'

/** Made by the console, so that what is sent twice is one. */
const NewId = z.string().regex(/^[a-z0-9]{16,40}$/)
const Revision = z.number().int().min(0).max(1_000_000)
const line = (most: number) => z.string().trim().max(most)

const Time = z.object({ from: Instant, until: Instant })
const Shares = z.object({ shift: z.number().int().min(0), newcomer: z.number().int().min(0) })

/** What helps to choose. `left` are seats that whoever comes now can have, of the shares too; null where there is no limit. */
const EventCard = z.object({
  id: Id,
  kind: z.enum(kinds),
  title: z.string(),
  theme: z.string(),
  branchName: z.string(),
  where: z.string(),
  times: z.array(Time),
  stand: z.enum(stands),
  way: z.enum(ways),
  audience: z.enum(audiences),
  capacity: z.number().int(),
  left: z.number().int().nullable(),
  waiting: z.number().int().nullable(),
  shares: Shares,
  relatives: z.number().int(),
  opensAt: Instant,
  closesAt: Instant,
  teacherName: z.string(),
})
export type EventCard = z.output<typeof EventCard>

const Question = z.object({ id: Id, text: z.string(), needed: z.boolean() })

const Teacher = z.object({
  id: Id,
  name: z.string(),
  about: z.string(),
  /** Of ten at least. */
  rating: z.object({ count: z.number().int(), mean: z.number() }).nullable(),
})

/** 活动, as everybody sees them. */
export const events = {
  /** All that have a time in the month, by their first time in it; called off ones too, until they would have begun. */
  month: action({
    input: z.strictObject({ month: Month }),
    output: z.object({ rows: z.array(EventCard) }),
    refusals: [],
  }),
  /** `mine` is the caller's own sign-up; `link` is there for whoever has a seat and, without a limit, for everybody. */
  open: action({
    input: z.strictObject({ eventId: Id }),
    output: EventCard.extend({
      about: z.string(),
      link: z.string(),
      questions: z.array(Question),
      sharesUntil: Instant,
      cancelUntil: Instant,
      hours: z.number(),
      revision: z.number().int(),
      /** Why it was changed or called off, as its host wrote it; empty where it was not. */
      said: z.string(),
      teacher: Teacher.nullable(),
      mine: Signup.nullable(),
    }),
    refusals: ['EVENT_NOT_FOUND'],
  }),
}

const Fields = {
  kind: z.enum(kinds),
  title: line(40),
  theme: line(20),
  about: line(1000),
  place: line(60),
  link: line(300),
  teacherId: z.union([Id, z.literal('')]),
  times: z.array(z.strictObject({ from: Instant, until: Instant })).max(30),
  capacity: z.number().int().min(0).max(2000),
  shares: z.strictObject({ shift: z.number().int().min(0).max(2000), newcomer: z.number().int().min(0).max(2000) }),
  sharesUntil: z.union([Instant, z.literal('')]),
  audience: z.enum(audiences),
  way: z.enum(ways),
  relatives: z.number().int().min(0).max(2),
  questions: z.array(z.strictObject({ id: Id, text: line(60).min(1), needed: z.boolean() })).max(5),
  opensAt: z.union([Instant, z.literal('')]),
  closesAt: z.union([Instant, z.literal('')]),
  cancelUntil: z.union([Instant, z.literal('')]),
  hours: z.number().min(0).max(40),
}

/** As its host works at it. Counts are of places: nothing here says who comes. */
const Programmed = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  ...Fields,
  state: z.enum(states),
  stand: z.enum(stands).nullable(),
  revision: z.number().int(),
  hostId: Id,
  hostName: z.string(),
  own: z.boolean(),
  teacherName: z.string(),
  /** Why it was sent back, called off, or changed, as people read it. */
  said: z.string(),
  /** Where one is opened; null in a list. */
  counts: z
    .object({
      seated: z.number().int(),
      waiting: z.number().int(),
      entered: z.number().int(),
      came: z.number().int(),
    })
    .nullable(),
})
export type ProgrammedEvent = z.output<typeof Programmed>

const At = z.strictObject({ eventId: Id, revision: Revision })
const unfit = [
  'EVENT_TITLE_MISSING',
  'EVENT_TIMES_NOT_FIT',
  'EVENT_PLACE_MISSING',
  'EVENT_SEATS_NOT_FIT',
  'EVENT_SIGN_UP_NOT_FIT',
  'TEACHER_NOT_SCHEDULED',
] as const

/** 活动 in the console: hosts plan, another host or a manager releases. */
export const programme = {
  list: action({
    input: z.strictObject({
      which: z.enum(['own', 'review', 'ahead', 'past']),
      kind: z.enum(kinds).optional(),
      after: Cursor.optional(),
    }),
    output: z.object({ rows: z.array(Programmed), next: Cursor.nullable() }),
    refusals: [],
  }),
  open: action({
    input: z.strictObject({ eventId: Id }),
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND'],
  }),
  /** `revision` 0 is a new draft, the caller's own; of one that is there, the branch stays. A draft may lack anything. */
  save: action({
    input: z.strictObject({ eventId: NewId, branchId: Id, revision: Revision, ...Fields }),
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_A_DRAFT', 'TEACHER_NOT_FOUND'],
  }),
  remove: action({ input: At, output: Done, refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_A_DRAFT'] }),
  submit: action({
    input: At,
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_A_DRAFT', ...unfit],
  }),
  withdraw: action({
    input: At,
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_IN_REVIEW'],
  }),
  sendBack: action({
    input: At.extend({ why: line(200).min(1) }),
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_IN_REVIEW'],
  }),
  /** Announced by somebody else than whoever wrote it. From here on seats are counted, and a draw's seed is fixed. */
  release: action({
    input: At,
    output: Programmed,
    refusals: [
      'EVENT_NOT_FOUND',
      'EVENT_CHANGED',
      'EVENT_NOT_IN_REVIEW',
      'OWN_EVENT',
      'EVENT_TIMES_NOT_FIT',
      'EVENT_SIGN_UP_NOT_FIT',
      'TEACHER_NOT_SCHEDULED',
    ],
  }),
  /** Drafts like this one, each beginning at another instant; everything that goes by time moves along. */
  copy: action({
    input: z.strictObject({
      eventId: Id,
      copies: z
        .array(z.strictObject({ eventId: NewId, from: Instant }))
        .min(1)
        .max(12),
    }),
    output: z.object({ rows: z.array(Programmed) }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_TIMES_NOT_FIT'],
  }),
  /** Another time or place of what is announced: everybody is told, and may go freely. */
  move: action({
    input: At.extend({
      times: z
        .array(z.strictObject({ from: Instant, until: Instant }))
        .min(1)
        .max(30),
      place: line(60),
      link: line(300),
      said: line(100).min(1),
    }),
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_ANNOUNCED', 'EVENT_TIMES_NOT_FIT', 'EVENT_PLACE_MISSING'],
  }),
  cancel: action({
    input: At.extend({ said: line(100).min(1) }),
    output: Programmed,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_CHANGED', 'EVENT_NOT_ANNOUNCED'],
  }),
  /** Lectures a year, by district: how many are to be, are announced, were held, and had fifty people at least. */
  lectures: action({
    input: z.strictObject({ year: z.string().regex(/^20\d\d$/) }),
    output: z.object({
      rows: z.array(
        z.object({
          branchId: Id,
          branchName: z.string(),
          quota: z.number().int(),
          announced: z.number().int(),
          held: z.number().int(),
          wellAttended: z.number().int(),
        }),
      ),
    }),
    refusals: [],
  }),
  setQuota: action({
    input: z.strictObject({
      branchId: Id,
      year: z.string().regex(/^20\d\d$/),
      quota: z.number().int().min(0).max(200),
    }),
    output: Done,
    refusals: [],
  }),
}
