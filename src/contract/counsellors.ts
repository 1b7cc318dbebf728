import * as z from 'zod'
import { fields, genders, languages, modes } from '../domain/counsellors/words'
import { action } from './action'
import { Cursor, Day, Done, Id, Instant, Nothing } from './words'

const Slot = z.object({ from: Instant, until: Instant, modes: z.array(z.enum(modes)) })

/** What helps to choose. `there`: in their hours now and with nobody. `nextFree` is null when nothing can be booked soon. */
export const CounsellorCard = z.object({
  id: Id,
  name: z.string(),
  gender: z.enum(genders),
  languages: z.array(z.enum(languages)),
  fields: z.array(z.enum(fields)),
  modes: z.array(z.enum(modes)),
  institution: z.string(),
  stationName: z.string(),
  title: z.string(),
  there: z.boolean(),
  nextFree: Slot.nullable(),
})
export type CounsellorCard = z.output<typeof CounsellorCard>

const line = (most: number) => z.string().trim().max(most)
const some = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .array(z.enum(words))
    .max(words.length)
    .transform((chosen) => words.filter((word) => chosen.includes(word)) as T[number][])

/** A draft may lack what is only asked when it is handed in. */
const ProfileInput = z.strictObject({
  name: line(20).min(1),
  gender: z.enum(genders),
  languages: some(languages),
  fields: some(fields),
  modes: some(modes),
  stationId: z.union([Id, z.literal('')]),
  institution: line(40),
  about: line(600),
  qualification: z.strictObject({ title: line(40), number: line(40), issuedBy: line(40), until: Day }),
})

const Profile = z.object({
  name: z.string(),
  gender: z.enum(genders),
  languages: z.array(z.enum(languages)),
  fields: z.array(z.enum(fields)),
  modes: z.array(z.enum(modes)),
  stationId: z.string(),
  institution: z.string(),
  about: z.string(),
  qualification: z.object({ title: z.string(), number: z.string(), issuedBy: z.string(), until: z.string() }),
})
export type CounsellorProfile = z.output<typeof Profile>

const shown = {
  live: Profile.nullable(),
  draft: Profile.nullable(),
  /** When what is in the draft was handed in; null while it is being written. */
  submittedAt: Instant.nullable(),
  sentBackFor: z.string(),
  approvedByName: z.string(),
  approvedAt: Instant.nullable(),
  paused: z.boolean(),
  /** Whether people find them and may book. */
  offered: z.boolean(),
  /** The certificate that people see ends within a month, or has ended. */
  runningOut: z.boolean(),
}

const Mine = z.object(shown)
export type MyProfile = z.output<typeof Mine>

export const CounsellorRow = z.object({
  ...shown,
  id: Id,
  staffName: z.string(),
  branchName: z.string(),
  stationName: z.string(),
  own: z.boolean(),
  left: z.boolean(),
  /** What stands from now on, counted for those who are not offered: it stays until it is moved or called off. */
  standing: z.number().int().nullable(),
})
export type CounsellorRow = z.output<typeof CounsellorRow>

const HandedIn = z.strictObject({ counsellorId: Id, submittedAt: Instant })

export const counsellors = {
  /** Who can be booked. `day` leaves those who are free on it. Some pages are short: it goes on while there is a `next`. */
  list: action({
    input: z.strictObject({
      field: z.enum(fields).optional(),
      mode: z.enum(modes).optional(),
      gender: z.enum(genders).optional(),
      language: z.enum(languages).optional(),
      day: Day.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({ rows: z.array(CounsellorCard), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** One of them, with what is free in four weeks. */
  open: action({
    input: z.strictObject({ counsellorId: Id }),
    output: CounsellorCard.extend({
      about: z.string(),
      issuedBy: z.string(),
      sessionMinutes: z.number().int(),
      noticeHours: z.number().int(),
      slots: z.array(Slot),
    }),
    refusals: ['COUNSELLOR_NOT_FOUND'],
  }),

  /** The caller's own, and the stations where they could meet people. */
  mine: action({
    input: Nothing,
    output: z.object({ mine: Mine.nullable(), stations: z.array(z.object({ id: Id, name: z.string() })) }),
    refusals: [],
  }),
  saveDraft: action({ input: ProfileInput, output: Mine, refusals: ['STATION_NOT_FOUND'] }),
  submit: action({
    input: Nothing,
    output: Mine,
    refusals: ['NOTHING_TO_SUBMIT', 'MODE_MISSING', 'STATION_MISSING', 'QUALIFICATION_OVER'],
  }),
  /** No new bookings for now, or again; what stands stays. */
  pause: action({ input: z.strictObject({ paused: z.boolean() }), output: Mine, refusals: ['PROFILE_NOT_LIVE'] }),

  /** All in the caller's branches; `waiting` are those handed in. */
  all: action({
    input: z.strictObject({ which: z.enum(['all', 'waiting', 'running-out']), after: Cursor.optional() }),
    output: z.object({ rows: z.array(CounsellorRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** `submittedAt` says which draft was looked at. */
  approve: action({
    input: HandedIn,
    output: Done,
    refusals: [
      'COUNSELLOR_NOT_FOUND',
      'PROFILE_NOT_SUBMITTED',
      'OWN_PROFILE',
      'MODE_MISSING',
      'STATION_MISSING',
      'QUALIFICATION_OVER',
    ],
  }),
  sendBack: action({
    input: HandedIn.extend({ why: line(200).min(1) }),
    output: Done,
    refusals: ['COUNSELLOR_NOT_FOUND', 'PROFILE_NOT_SUBMITTED'],
  }),
}
