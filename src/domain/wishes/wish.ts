import type { Field, Mode } from '../counsellors/words'
import { done, type Result, refused } from '../result'
import { daysLater } from '../time'
import type { TimeOfDay } from './words'

/** Promised to everybody who found no time that suits. */
export const PROMISE_DAYS = 3
export const MOST_PROPOSALS = 3

/** A time that was free when it was proposed; it is booked like any other, and kept for nobody. */
export type Proposal = { staffId: string; from: string; until: string; mode: Mode }

/** Somebody found no time that suits. `mode` and `field` are empty where any will do. */
export type Wish = {
  id: string
  personId: string
  mode: Mode | ''
  field: Field | ''
  times: TimeOfDay[]
  askedAt: string
  promisedAt: string
  answeredAt: string
  proposals: Proposal[]
}

export const ask = (asked: Pick<Wish, 'id' | 'personId' | 'mode' | 'field' | 'times'>, now: Date): Wish => ({
  ...asked,
  askedAt: now.toISOString(),
  promisedAt: daysLater(now, PROMISE_DAYS).toISOString(),
  answeredAt: '',
  proposals: [],
})

export const isOpen = ({ answeredAt }: Pick<Wish, 'answeredAt'>) => answeredAt === ''

/** True by its instant: at 72 hours sharp the promise is broken, and everybody who could answer sees it. */
export const isOverdue = (wish: Pick<Wish, 'answeredAt' | 'promisedAt'>, now: Date) =>
  isOpen(wish) && new Date(wish.promisedAt) <= now

/** Once. Nothing proposed is an answer too: that nothing suits is said rather than kept quiet. */
export const answer = <W extends Wish>(
  wish: W,
  proposals: readonly Proposal[],
  now: Date,
): Result<W, 'WISH_ANSWERED'> =>
  isOpen(wish)
    ? done({ ...wish, answeredAt: now.toISOString(), proposals: proposals.slice(0, MOST_PROPOSALS) })
    : refused('WISH_ANSWERED')
