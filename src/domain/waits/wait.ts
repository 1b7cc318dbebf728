import type { Field, Mode } from '../counsellors/words'
import { done, type Result, refused } from '../result'
import { inShanghai, minutesLater } from '../time'

/** How long a freed time is kept for whoever is asked. */
export const OFFER_MINUTES = 30
/** Nobody is asked before this hour of Shanghai time, and no offer runs beyond the other. */
export const OFFERS_FROM_HOUR = 8
export const OFFERS_UNTIL_HOUR = 21
/** The time stays kept so long after an offer has lapsed, so that the clock can ask the next one. */
export const GRACE_MINUTES = 3
/** Nobody waits for ever. */
export const WAIT_DAYS = 30
/** So many times one has said no to are remembered. */
const MOST_PASSED = 50

export type Offer = {
  id: string
  staffId: string
  from: string
  until: string
  modes: Mode[]
  /** When the person is told, and until when it is theirs. */
  opensAt: string
  lapsesAt: string
}

/**
 * Somebody waits for a time to be freed. `staffId`, `field` and `mode` are empty where any will do. The order is that of
 * `joinedAt`, then of `id`; a no keeps the place. `passed`: times they were asked about already; `asked` counts them.
 */
export type Wait = {
  id: string
  personId: string
  staffId: string
  field: Field | ''
  mode: Mode | ''
  joinedAt: string
  until: string
  offer: Offer | null
  passed: string[]
  asked: number
}

export type Freed = { staffId: string; from: string; until: string; modes: readonly Mode[]; fields: readonly Field[] }

const keyOf = ({ staffId, from }: Pick<Freed, 'staffId' | 'from'>) => `${staffId}.${from}`

/** The offer as it counts now: at its last instant it is nobody's any more. */
export const offerNow = ({ offer }: Pick<Wait, 'offer'>, now: Date): Offer | null =>
  offer && now < new Date(offer.lapsesAt) ? offer : null

export const isWaiting = (wait: Wait, now: Date) => now < new Date(wait.until) && offerNow(wait, now) === null

/** Whether this is what they wait for, and they have not been asked about it. */
export const fits = (wait: Wait, freed: Freed, now: Date) =>
  isWaiting(wait, now) &&
  (wait.staffId === '' || wait.staffId === freed.staffId) &&
  (wait.field === '' || freed.fields.includes(wait.field)) &&
  (wait.mode === '' ? freed.modes.length > 0 : freed.modes.includes(wait.mode)) &&
  !wait.passed.includes(keyOf(freed))

export const inOrder = <W extends Pick<Wait, 'joinedAt' | 'id'>>(waits: readonly W[]): W[] =>
  waits.toSorted((one, other) =>
    one.joinedAt !== other.joinedAt ? (one.joinedAt < other.joinedAt ? -1 : 1) : one.id < other.id ? -1 : 1,
  )

/** From when until when somebody is asked: at once by day, else in the morning. */
export function offerTimes(now: Date): { opensAt: Date; lapsesAt: Date } {
  const day = inShanghai(now).startOf('day')
  const opens = day.add(OFFERS_FROM_HOUR, 'hour')
  const lastStart = day.add(OFFERS_UNTIL_HOUR, 'hour').subtract(OFFER_MINUTES, 'minute')
  const at = opens.isAfter(now) ? opens.toDate() : lastStart.isBefore(now) ? opens.add(1, 'day').toDate() : now
  return { opensAt: at, lapsesAt: minutesLater(at, OFFER_MINUTES) }
}

/** Too late to be of use where the answer could come after it has begun. */
export const canBeOffered = (freed: Pick<Freed, 'from'>, now: Date) => offerTimes(now).lapsesAt < new Date(freed.from)

export function offered<W extends Wait>(wait: W, freed: Freed, offerId: string, now: Date): W {
  const { opensAt, lapsesAt } = offerTimes(now)
  const modes = wait.mode === '' ? [...freed.modes] : [wait.mode]
  const { staffId, from, until } = freed
  const offer = {
    ...{ id: offerId, staffId, from, until, modes },
    ...{ opensAt: opensAt.toISOString(), lapsesAt: lapsesAt.toISOString() },
  }
  return { ...wait, offer, asked: wait.asked + 1 }
}

/** They said no, or let it pass: they are not asked about this one again, and keep their place. */
export const passedOn = <W extends Wait>(wait: W): W =>
  wait.offer ? { ...wait, offer: null, passed: [...wait.passed, keyOf(wait.offer)].slice(-MOST_PASSED) } : wait

/** The offer, where it is theirs to take now and in this way. */
export function takes(wait: Wait, mode: Mode, now: Date): Result<Offer, 'OFFER_OVER'> {
  const offer = offerNow(wait, now)
  return offer?.modes.includes(mode) ? done(offer) : refused('OFFER_OVER')
}
