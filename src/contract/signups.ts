import * as z from 'zod'
import { kinds, shares } from '../domain/events/words'
import { MOST_ANSWER } from '../domain/signups/joining'
import { signupStates, trades } from '../domain/signups/words'
import { action } from './action'
import { Id, Instant, Nothing } from './words'

const One = z.strictObject({ eventId: Id })

/** As one sees one's own. */
export const Signup = z.object({
  eventId: Id,
  title: z.string(),
  where: z.string(),
  times: z.array(z.object({ from: Instant, until: Instant })),
  state: z.enum(signupStates),
  /** The person and whoever comes along. */
  places: z.number().int().min(1),
  /** In the line, 1 for whoever is next; null for whoever does not wait. Told as it is now. */
  place: z.number().int().min(1).nullable(),
  /** Kept for them alone until then; fewer places than asked for where no more are free. */
  offer: z.object({ places: z.number().int().min(1), until: Instant }).nullable(),
  shares: z.array(z.enum(shares)),
  trade: z.enum(trades),
  joinedAt: Instant,
  cancelUntil: Instant,
  kind: z.enum(kinds),
  hours: z.number(),
  /** A seat may be given back whatever the hour: what they agreed to was changed since. */
  freeToGo: z.boolean(),
  /** Why the event was changed or called off, as its host wrote it; empty where it was not. */
  said: z.string(),
  calledOff: z.boolean(),
  rated: z.boolean(),
})
export type OwnSignup = z.output<typeof Signup>

export const signups = {
  /** A seat where there is one, else the line. Again it is the same. */
  join: action({
    input: z.strictObject({
      eventId: Id,
      places: z.number().int().min(1).max(3),
      shares: z.array(z.enum(shares)).max(shares.length),
      trade: z.enum(trades),
      answers: z.array(z.strictObject({ questionId: Id, text: z.string().max(MOST_ANSWER) })).max(10),
    }),
    output: Signup,
    refusals: [
      'EVENT_NOT_FOUND',
      'SIGN_UP_NOT_OPEN',
      'SIGN_UP_CLOSED',
      'EVENT_FOR_MEMBERS',
      'TOO_MANY_RELATIVES',
      'QUESTION_UNANSWERED',
      'QUESTION_CHANGED',
      'ALREADY_SIGNED_UP',
    ],
  }),
  mine: action({ input: Nothing, output: z.object({ rows: z.array(Signup) }), refusals: [] }),
  open: action({ input: One, output: Signup, refusals: ['SIGNUP_NOT_FOUND'] }),
  /** Whoever waits goes at any time; a seat is given back until the set hour. */
  cancel: action({ input: One, output: Signup, refusals: ['SIGNUP_NOT_FOUND', 'TOO_LATE_TO_CANCEL'] }),
  accept: action({ input: One, output: Signup, refusals: ['SIGNUP_NOT_FOUND', 'SEAT_OFFER_OVER'] }),
  decline: action({ input: One, output: Signup, refusals: ['SIGNUP_NOT_FOUND', 'SEAT_OFFER_OVER'] }),
}
