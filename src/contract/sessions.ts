import * as z from 'zod'
import { roles } from '../domain/staff/words'
import { action, atTheDesk, staff } from './action'
import { Done, Id, Instant, Nothing } from './words'

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,31}$/)
/** Length is the check that matters (NIST SP 800-63B §5.1.1.2 accepts any characters); 8 is its floor, 10 is ours. */
const Password = z.string().min(1).max(200)
const OneTimeCode = z.string().min(20).max(100)

export const SignedIn = z.object({
  token: z.string(),
  expiresAt: Instant,
  name: z.string(),
  roles: z.array(z.enum(roles)),
})

export const sessions = {
  signIn: action({
    audience: atTheDesk,
    input: z.strictObject({ login: Login, password: Password }),
    output: SignedIn,
    refusals: ['WRONG_LOGIN', 'LOCKED_OUT', 'TOO_MANY_TRIES'],
  }),
  signOut: action({ audience: staff, input: Nothing, output: Done, refusals: [] }),
  me: action({
    audience: staff,
    input: Nothing,
    output: z.object({
      staffId: Id,
      name: z.string(),
      login: z.string(),
      roles: z.array(z.enum(roles)),
      expiresAt: Instant,
    }),
    refusals: [],
  }),
  /** One's own. */
  list: action({
    audience: staff,
    input: Nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          id: Id,
          current: z.boolean(),
          client: z.string(),
          createdAt: Instant,
          seenAt: Instant,
          expiresAt: Instant,
        }),
      ),
    }),
    refusals: [],
  }),
  revoke: action({
    audience: staff,
    input: z.strictObject({ sessionId: Id }),
    output: Done,
    refusals: ['SESSION_NOT_FOUND'],
  }),
}

export const invitations = {
  /** Who the one-time link is for, before a password is chosen. */
  open: action({
    audience: atTheDesk,
    input: z.strictObject({ code: OneTimeCode }),
    output: z.object({ name: z.string(), login: z.string() }),
    refusals: ['INVITATION_NOT_VALID', 'TOO_MANY_TRIES'],
  }),
  accept: action({
    audience: atTheDesk,
    input: z.strictObject({ code: OneTimeCode, password: Password }),
    output: SignedIn,
    refusals: ['INVITATION_NOT_VALID', 'WEAK_PASSWORD', 'TOO_MANY_TRIES'],
  }),
}
