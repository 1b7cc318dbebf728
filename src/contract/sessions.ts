import * as z from 'zod'
import { roles } from '../domain/staff/words'
import { action } from './action'
import { Done, Id, Instant, Nothing } from './words'

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/)
/** Length is the check that matters (NIST SP 800-63B §5.1.1.2 accepts any characters); 8 is its floor, 10 is ours. */
const Password = z.string().min(1).max(200)
const OneTimeCode = z.string().min(20).max(100)

/** A role and the branch in which it counts, with the branch's name for people to read. */
export const ShownGrant = z.object({ role: z.enum(roles), branchId: Id, branchName: z.string() })
export type ShownGrant = z.output<typeof ShownGrant>

export const SignedIn = z.object({
  token: z.string(),
  expiresAt: Instant,
  name: z.string(),
  roles: z.array(z.enum(roles)),
  /** The second factor has still to be set up: until then nothing else is open. */
  joining: z.boolean(),
})

/** The six digits of the authenticator app, or one of the recovery codes. */
const SecondCode = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(\d{6}|[a-z0-9]{5}-[a-z0-9]{5})$/)

export const ShownSession = z.object({
  id: Id,
  client: z.string(),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
})

export const sessions = {
  signIn: action({
    input: z.strictObject({ login: Login, password: Password, code: SecondCode.optional() }),
    output: SignedIn,
    refusals: ['WRONG_LOGIN', 'LOCKED_OUT', 'TOO_MANY_TRIES', 'CODE_NEEDED', 'WRONG_CODE'],
  }),
  signOut: action({ input: Nothing, output: Done, refusals: [] }),
  me: action({
    input: Nothing,
    output: z.object({
      staffId: Id,
      name: z.string(),
      login: z.string(),
      roles: z.array(z.enum(roles)),
      grants: z.array(ShownGrant),
      joining: z.boolean(),
      expiresAt: Instant,
    }),
    refusals: [],
  }),
  /** One's own. */
  list: action({
    input: Nothing,
    output: z.object({ sessions: z.array(ShownSession.extend({ current: z.boolean() })) }),
    refusals: [],
  }),
  revoke: action({
    input: z.strictObject({ sessionId: Id }),
    output: Done,
    refusals: ['SESSION_NOT_FOUND'],
  }),
}

export const invitations = {
  /** Who the one-time link is for, before a password is chosen. */
  open: action({
    input: z.strictObject({ code: OneTimeCode }),
    output: z.object({ name: z.string(), login: z.string() }),
    refusals: ['INVITATION_NOT_VALID', 'TOO_MANY_TRIES'],
  }),
  accept: action({
    input: z.strictObject({ code: OneTimeCode, password: Password }),
    output: SignedIn,
    refusals: ['INVITATION_NOT_VALID', 'WEAK_PASSWORD', 'TOO_MANY_TRIES'],
  }),
}

/** RFC 6238, six digits each 30 seconds. */
export const secondFactor = {
  /** The secret is shown while it is being set up, and never again. Asked again it is a new one. */
  begin: action({
    input: Nothing,
    output: z.object({ secret: z.string(), uri: z.string() }),
    refusals: ['SET_UP_AGAIN'],
  }),
  /** With a right code the session is whole. The recovery codes are shown once; each works once. */
  confirm: action({
    input: z.strictObject({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/),
    }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
    refusals: ['WRONG_CODE', 'TOO_MANY_TRIES', 'SET_UP_AGAIN'],
  }),
}
