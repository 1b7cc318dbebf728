import * as z from 'zod'
import { allOutcomes, grounds, outcomes } from '../domain/duty/call'
import { PHONE } from '../domain/duty/phone'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const One = z.strictObject({ callId: Id })
const Phone = z.string().trim().regex(PHONE)

/** What a counsellor wrote for whoever accepts. */
export const Referral = z.object({ ground: z.enum(grounds), note: z.string() })

const Attempt = z.enum(['reached', 'no-answer', 'busy', 'asked-later'])

/** What the console shows of a call in a list: never the number, never whose. */
export const CallRow = z.object({
  id: Id,
  openedAt: Instant,
  state: z.enum(['waiting', 'accepted', 'closed']),
  /** Whether it is the caller's turn to accept, or theirs already. */
  yours: z.boolean(),
  acceptedByName: z.string(),
  /** While it waits: who was asked last. Empty where nobody could be. */
  turnOfName: z.string(),
  /** While it waits: when the turn passes on; null once it is with the head. */
  turnEndsAt: Instant.nullable(),
  withHead: z.boolean(),
  nextFollowUpAt: Instant.nullable(),
  overdue: z.boolean(),
  /** Then the clock ends it and takes the number away, whoever holds it. */
  endsAt: Instant,
  outcome: z.enum(allOutcomes).nullable(),
  drill: z.boolean(),
  /** Whether there is a number to call; somebody who was referred may not have left one. */
  hasNumber: z.boolean(),
  /** The counsellor who asked for it; empty where the person did. */
  referredByName: z.string(),
  /** What was tried so far, oldest first. */
  log: z.array(z.object({ at: Instant, byName: z.string(), what: Attempt })),
})
export type CallRow = z.output<typeof CallRow>

export const duty = {
  /** The truth about now: whether anybody is on duty, and otherwise when somebody is next. Asks nothing of anybody. */
  now: action({
    input: Nothing,
    output: z.object({ onDuty: z.boolean(), nextAt: Instant.nullable() }),
    refusals: [],
  }),
}

export const calls = {
  /** One number, typed by the person, no name. `callId` is made by the phone: asking again after a lost answer is the same call. */
  ask: action({
    consent: 'call-back',
    input: z.strictObject({ callId: z.string().regex(/^[A-Za-z0-9]{16,40}$/), phone: Phone }),
    output: z.object({ onDuty: z.boolean(), nextAt: Instant.nullable(), acceptBy: Instant.nullable() }),
    refusals: ['CALL_WAITING', 'TOO_MANY_TRIES'],
  }),
  /** The person's own, as far as it has come. */
  mine: action({
    input: Nothing,
    output: z.object({
      call: z
        .object({
          id: Id,
          openedAt: Instant,
          state: z.enum(['waiting', 'accepted']),
          onDuty: z.boolean(),
          nextAt: Instant.nullable(),
        })
        .nullable(),
    }),
    refusals: [],
  }),
  withdraw: action({ input: One, output: Done, refusals: ['CALL_NOT_FOUND'] }),

  queue: action({
    input: z.strictObject({ state: z.enum(['open', 'closed']), after: Cursor.optional() }),
    output: z.object({ rows: z.array(CallRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  accept: action({ input: One, output: Done, refusals: ['CALL_NOT_FOUND', 'CALL_TAKEN', 'CALL_CLOSED'] }),
  /** A counsellor asks those on duty to look after somebody they talk with. The person is told at once. */
  refer: action({
    input: z.strictObject({
      callId: z.string().regex(/^[A-Za-z0-9]{16,40}$/),
      of: z.enum(['chat', 'booking']),
      ofId: Id,
      ground: z.enum(grounds),
      note: z.string().trim().max(500),
    }),
    output: Done,
    refusals: ['CONVERSATION_NOT_FOUND', 'ALREADY_REFERRED'],
  }),
  /** Each showing of the number, and of what a counsellor wrote, is written into the person's ledger first. Only for whoever accepted. */
  phone: action({
    input: One,
    output: z.object({ phone: z.string(), referral: Referral.nullable() }),
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED'],
  }),
  handOver: action({
    input: z.strictObject({ callId: Id, staffId: Id }),
    output: Done,
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED', 'STAFF_NOT_FOUND'],
  }),
  /** What was tried, without content: reached or not. */
  log: action({
    input: z.strictObject({ callId: Id, what: Attempt }),
    output: Done,
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED'],
  }),
  followUp: action({
    input: z.strictObject({ callId: Id, note: z.enum(['reached', 'not-reached']) }),
    output: Done,
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED', 'NOTHING_DUE'],
  }),
  close: action({
    input: z.strictObject({ callId: Id, outcome: z.enum(outcomes) }),
    output: Done,
    refusals: ['CALL_NOT_FOUND', 'NOT_YOURS', 'CALL_CLOSED', 'FOLLOW_UP_OPEN'],
  }),
}

const Shift = z.object({ id: Id, staffId: Id, name: z.string(), from: Instant, until: Instant })

export const shifts = {
  /** A week from `from`, and who the head is. */
  list: action({
    input: z.strictObject({ from: Instant }),
    output: z.object({
      rows: z.array(Shift),
      head: z.object({ staffId: Id, name: z.string() }).nullable(),
      colleagues: z.array(z.object({ staffId: Id, name: z.string() })),
    }),
    refusals: [],
  }),
  add: action({
    input: z.strictObject({ staffId: Id, from: Instant, until: Instant }),
    output: Shift,
    refusals: ['STAFF_NOT_FOUND', 'SHIFT_NOT_FIT', 'SHIFT_OVERLAPS'],
  }),
  remove: action({ input: z.strictObject({ shiftId: Id }), output: Done, refusals: ['SHIFT_NOT_FOUND', 'SHIFT_OVER'] }),
  setHead: action({ input: z.strictObject({ staffId: Id }), output: Done, refusals: ['STAFF_NOT_FOUND'] }),
}
