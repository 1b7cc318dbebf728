import * as z from 'zod'
import { roles } from '../domain/staff/words'
import { action } from './action'
import { Login } from './sessions'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const Roles = z.array(z.enum(roles)).min(1).max(roles.length)
const Link = z.object({ staffId: Id, code: z.string(), expiresAt: Instant })

export const StaffRow = z.object({
  id: Id,
  name: z.string(),
  login: z.string(),
  roles: z.array(z.enum(roles)),
  active: z.boolean(),
  /** Whether a password was ever set. */
  joined: z.boolean(),
  /** How many sessions are open now. */
  sessions: z.number().int(),
})
export type StaffRow = z.output<typeof StaffRow>

export const staff = {
  list: action({
    audience: ['manager'],
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(StaffRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** The code is shown once and works once. */
  invite: action({
    audience: ['manager'],
    input: z.strictObject({ name: z.string().trim().min(1).max(20), login: Login, roles: Roles }),
    output: Link,
    refusals: ['LOGIN_TAKEN'],
  }),
  /** A new one-time link, for a lost password: every session ends and the old link dies. */
  relink: action({
    audience: ['manager'],
    input: z.strictObject({ staffId: Id }),
    output: Link,
    refusals: ['STAFF_NOT_FOUND', 'STAFF_INACTIVE', 'LAST_MANAGER'],
  }),
  change: action({
    audience: ['manager'],
    input: z.strictObject({ staffId: Id, roles: Roles, active: z.boolean() }),
    output: Done,
    refusals: ['STAFF_NOT_FOUND', 'LAST_MANAGER'],
  }),
  signOutEverywhere: action({
    audience: ['manager'],
    input: z.strictObject({ staffId: Id }),
    output: Done,
    refusals: ['STAFF_NOT_FOUND'],
  }),
}

export const devices = {
  /** A browser has no WeChat identity: it is given a key, shown once, kept by the browser alone. */
  enrol: action({
    audience: ['visitor'],
    input: Nothing,
    output: z.object({ key: z.string() }),
    refusals: ['TOO_MANY_TRIES'],
  }),
}
