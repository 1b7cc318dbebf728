import * as z from 'zod'
import { caseReasons, colours, referralLevels, referralResults } from '../domain/duty/case'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const One = { caseId: Id }
const Decision = { colour: z.enum(colours), reason: z.enum(caseReasons), reviewInDays: z.number().int().min(1).max(60) }
const Note = z.string().trim().max(500)

/** What a list shows: when something is due and who sees to it. The colour and whose it is are not in it. */
export const CaseRow = z.object({
  id: Id,
  openedAt: Instant,
  ownerName: z.string(),
  yours: z.boolean(),
  dueAt: Instant,
  overdue: z.boolean(),
})
export type CaseRow = z.output<typeof CaseRow>

export const CaseShown = CaseRow.extend({
  pseudonym: z.string(),
  colour: z.enum(colours),
  reason: z.enum(caseReasons),
  decidedByName: z.string(),
  decidedAt: Instant,
  reviewAt: Instant,
  /** What whoever held it before wrote for whoever holds it now. */
  handOverNote: z.string(),
  referrals: z.array(
    z.object({
      level: z.enum(referralLevels),
      to: z.string(),
      note: z.string(),
      byName: z.string(),
      at: Instant,
      followUpAt: Instant,
      endedAt: Instant.nullable(),
      result: z.enum(referralResults).nullable(),
    }),
  ),
})
export type CaseShown = z.output<typeof CaseShown>

/** Three-colour cases. Whatever shows or changes what is in one is written into the person's ledger first. */
export const cases = {
  /** Those that are open, the earliest due first. */
  list: action({
    input: z.strictObject({ mine: z.boolean(), after: Cursor.optional() }),
    output: z.object({ rows: z.array(CaseRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** Out of a call the caller holds. `caseId` is made by the browser. One person has one open case at most. */
  begin: action({
    input: z.strictObject({ ...One, callId: Id, ...Decision }),
    output: z.object({ caseId: Id }),
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED', 'REVIEW_TOO_LATE', 'CASE_STANDING'],
  }),
  open: action({ input: z.strictObject(One), output: CaseShown, refusals: ['CASE_NOT_FOUND'] }),
  /** A colour anew, with its reason and the day of the next look; the same colour again is a review. */
  decide: action({
    input: z.strictObject({ ...One, ...Decision }),
    output: CaseShown,
    refusals: ['CASE_NOT_FOUND', 'NOT_YOURS', 'CASE_CLOSED', 'REVIEW_TOO_LATE'],
  }),
  handOver: action({
    input: z.strictObject({ ...One, staffId: Id, note: Note }),
    output: Done,
    refusals: ['CASE_NOT_FOUND', 'NOT_YOURS', 'CASE_CLOSED', 'STAFF_NOT_FOUND'],
  }),
  refer: action({
    input: z.strictObject({
      ...One,
      level: z.enum(referralLevels),
      to: z.string().trim().min(1).max(60),
      note: Note,
      followUpInDays: z.number().int().min(1).max(60),
    }),
    output: CaseShown,
    refusals: ['CASE_NOT_FOUND', 'NOT_YOURS', 'CASE_CLOSED', 'REVIEW_TOO_LATE'],
  }),
  /** `index`: which of its referrals, from 0. */
  endReferral: action({
    input: z.strictObject({ ...One, index: z.number().int().min(0).max(50), result: z.enum(referralResults) }),
    output: CaseShown,
    refusals: ['CASE_NOT_FOUND', 'NOT_YOURS', 'CASE_CLOSED', 'REFERRAL_NOT_FOUND'],
  }),
  /** Only from green, with every referral ended. What was in it is destroyed at once; that there was one stays as a count. */
  close: action({
    input: z.strictObject(One),
    output: Done,
    refusals: ['CASE_NOT_FOUND', 'NOT_YOURS', 'CASE_CLOSED', 'NOT_GREEN', 'REFERRAL_OPEN'],
  }),
}

const Drill = z.object({
  id: Id,
  startedAt: Instant,
  startedByName: z.string(),
  state: z.enum(['waiting', 'accepted', 'stopped']),
  /** In the order in which they were asked. */
  asked: z.array(z.object({ name: z.string(), at: Instant })),
  withHead: z.boolean(),
  acceptedByName: z.string(),
  /** Whole seconds until somebody accepted; null while nobody has. */
  seconds: z.number().int().nullable(),
  inTime: z.boolean(),
})
export type DrillShown = z.output<typeof Drill>

/** A call that nobody made, so that the way is tried before somebody needs it. Whoever accepts learns then that it was one. */
export const drills = {
  /** Newest first. `thisMonth`: whether the month has had its own. */
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Drill), next: Cursor.nullable(), thisMonth: z.boolean() }),
    refusals: [],
  }),
  start: action({ input: Nothing, output: Done, refusals: ['DRILL_UNDER_WAY'] }),
  stop: action({ input: z.strictObject({ drillId: Id }), output: Done, refusals: ['DRILL_NOT_FOUND'] }),
}
