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
const Link = z.object({ staffId: Id, code: z.string(), expiresAt: Instant })

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
})
export type StaffRow = z.output<typeof StaffRow>

/** A manager sees and changes those all of whose roles lie within the branches they manage. Others look as if not there. */
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
    refusals: ['LOGIN_TAKEN', 'OUT_OF_SCOPE'],
  }),
  /** A new one-time link, for a lost password or a lost phone: every session ends, the old link and the second factor die. */
  relink: action({ input: One, output: Link, refusals: ['STAFF_NOT_FOUND', 'STAFF_INACTIVE', 'LAST_MANAGER'] }),
  /** Also brings somebody back who left. */
  change: action({
    input: z.strictObject({ staffId: Id, grants: Grants }),
    output: Done,
    refusals: ['STAFF_NOT_FOUND', 'LAST_MANAGER', 'OUT_OF_SCOPE'],
  }),
  /** Ends the work here. What only this colleague does in a branch goes to the successor. */
  leave: action({
    input: z.strictObject({ staffId: Id, successorId: Id.optional() }),
    output: z.object({ handedOver: z.array(ShownGrant) }),
    refusals: ['STAFF_NOT_FOUND', 'LAST_MANAGER', 'SUCCESSOR_NEEDED', 'SUCCESSOR_NOT_FIT'],
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
