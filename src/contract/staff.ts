import * as z from 'zod'
import { roles } from '../domain/staff/words'
import { action } from './action'
import { Login, ShownGrant, ShownSession } from './sessions'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const Grants = z
  .array(z.strictObject({ role: z.enum(roles), branchId: Id }))
  .min(1)
  .max(20)
const One = z.strictObject({ staffId: Id })
/** While a second manager has still to agree there is no code, and `expiresAt` says until when they can. */
const Link = z.object({ staffId: Id, waiting: z.boolean(), code: z.string(), expiresAt: Instant })

export const StaffRow = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  grants: z.array(ShownGrant),
  active: z.boolean(),
  /** Whether a password was ever set. */
  joined: z.boolean(),
  secondFactor: z.enum(['not-needed', 'awaited', 'set']),
  /** How many sessions are open now. */
  sessions: z.number().int(),
  /** What another manager has still to agree to. `mine`: asked for by the caller; `answerable`: the caller can agree. */
  waiting: z
    .object({
      what: z.enum(['invited', 'changed', 'relinked']),
      grants: z.array(ShownGrant),
      byName: z.string(),
      askedAt: Instant,
      expiresAt: Instant,
      mine: z.boolean(),
      answerable: z.boolean(),
    })
    .nullable(),
})
export type StaffRow = z.output<typeof StaffRow>

/**
 * A manager sees and changes those all of whose roles lie within the branches they manage. Others look as if not there. The
 * roles of a supervisor and an auditor, and new links for those who hold them, wait for a second manager.
 */
export const staff = {
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(StaffRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** The code is shown once and works once. */
  invite: action({
    input: z.strictObject({ name: z.string().trim().min(1).max(20), login: Login, grants: Grants }),
    output: Link,
    refusals: ['LOGIN_TAKEN', 'OUT_OF_SCOPE', 'SECOND_MANAGER_NEEDED'],
  }),
  /** A new one-time link, for a lost password or a lost phone: every session ends, the old link and the second factor die. */
  relink: action({
    input: One,
    output: Link,
    refusals: ['STAFF_NOT_FOUND', 'STAFF_INACTIVE', 'LAST_MANAGER', 'SECOND_MANAGER_NEEDED', 'ALREADY_WAITING'],
  }),
  /** Also brings somebody back who left. */
  change: action({
    input: z.strictObject({ staffId: Id, grants: Grants }),
    output: z.object({ waiting: z.boolean() }),
    refusals: ['STAFF_NOT_FOUND', 'LAST_MANAGER', 'OUT_OF_SCOPE', 'SECOND_MANAGER_NEEDED', 'ALREADY_WAITING'],
  }),
  /** Agrees to what another manager asked for. A new link goes to the one who agrees, never to the one who asked. */
  approve: action({
    input: One,
    output: z.object({ link: z.object({ code: z.string(), expiresAt: Instant }).nullable() }),
    refusals: ['NOTHING_WAITS', 'NOT_THE_SECOND'],
  }),
  /** Says no, or takes back what one asked for oneself. */
  decline: action({ input: One, output: Done, refusals: ['NOTHING_WAITS'] }),
  /** Ends the work here. What only this colleague does in a branch goes to the successor. */
  leave: action({
    input: z.strictObject({ staffId: Id, successorId: Id.optional() }),
    output: z.object({ handedOver: z.array(ShownGrant), waiting: z.array(ShownGrant) }),
    refusals: [
      'STAFF_NOT_FOUND',
      'LAST_MANAGER',
      'SUCCESSOR_NEEDED',
      'SUCCESSOR_NOT_FIT',
      'SECOND_MANAGER_NEEDED',
      'ALREADY_WAITING',
    ],
  }),
  sessions: action({
    input: One,
    output: z.object({ sessions: z.array(ShownSession) }),
    refusals: ['STAFF_NOT_FOUND'],
  }),
  endSession: action({
    input: z.strictObject({ staffId: Id, sessionId: Id }),
    output: Done,
    refusals: ['STAFF_NOT_FOUND', 'SESSION_NOT_FOUND'],
  }),
  signOutEverywhere: action({ input: One, output: Done, refusals: ['STAFF_NOT_FOUND'] }),
}

export const devices = {
  /** A browser has no WeChat identity: it is given a key, shown once, kept by the browser alone. */
  enrol: action({ input: Nothing, output: z.object({ key: z.string() }), refusals: ['TOO_MANY_TRIES'] }),
}
