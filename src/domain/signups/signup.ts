import type { Event } from '../events/event'
import { beginsAt } from '../events/times'
import type { Share } from '../events/words'
import { done, type Result, refused } from '../result'
import { canOffer, offeredUntil } from './offers'
import { type Held, placesIn, turnOf } from './seats'
import type { SignupState } from './words'

/**
 * One person at one event. `ticketId` is new each time they come anew, and all that other documents know of them; `turn` is
 * what the line is sorted by; their place in it is counted, never kept. `held` is what is theirs of the seats, or, while
 * `unsettled`, what is about to be; `unsettled` is since when work at the seats is under way, empty when it is done. `asked`
 * grows with each offer, so that what was held for one is never taken for another's. A place is the person or a relative.
 * `agreedTo` is the revision of the event they said yes to; `rated`, that they have said how it was, never what;
 * `untold` is since when there is something to tell them, empty when nothing is; `toldOf`, which revision of the
 * event they hear of.
 */
export type Signup = {
  id: string
  eventId: string
  personId: string
  ticketId: string
  state: SignupState
  shares: Share[]
  places: number
  joinedAt: string
  turn: string
  held: Held[]
  offeredUntil: string
  asked: number
  unsettled: string
  agreedTo: number
  rated: boolean
  untold: string
  toldOf: number
}

export const signupId = (eventId: string, personId: string) => `${eventId}.${personId}`

/** By what name seats know them: with the number of places, so that what is held can be read from the seats alone. */
export const holderOf = ({ ticketId, asked }: Pick<Signup, 'ticketId' | 'asked'>, places: number) =>
  `${ticketId}.${asked}.${places}`

type Asked = Pick<Signup, 'eventId' | 'personId' | 'ticketId' | 'shares' | 'places'> & Pick<Event, 'way' | 'revision'>

const over: readonly SignupState[] = ['declined', 'lapsed', 'cancelled']

/** Whether they are signed up: in the line, with a seat, or asked about one. At the end of an offer it is over. */
export const isStanding = (signup: Signup, now: Date) => !over.includes(stateNow(signup, now))

/** An offer that was not answered is over by its instant, whenever the clock comes by. */
export const stateNow = ({ state, offeredUntil: until }: Pick<Signup, 'state' | 'offeredUntil'>, now: Date) =>
  state === 'offered' && now >= new Date(until) ? 'lapsed' : state

/** Comes to the door, at the end of the line, or into the draw. Whoever was signed up before comes anew, once what they held is given back. */
export function join(
  before: Signup | undefined,
  { way, revision, ...asked }: Asked,
  now: Date,
): Result<Signup, 'ALREADY_SIGNED_UP' | 'SEAT_ON_ITS_WAY'> {
  if (before && isStanding(before, now)) return refused('ALREADY_SIGNED_UP')
  if (before && (before.unsettled !== '' || before.held.length > 0)) return refused('SEAT_ON_ITS_WAY')
  const joinedAt = now.toISOString()
  return done({
    ...asked,
    id: signupId(asked.eventId, asked.personId),
    state: way === 'draw' ? 'entered' : 'waiting',
    joinedAt,
    turn: turnOf(joinedAt, asked.ticketId),
    ...{ held: [], offeredUntil: '', asked: 0, unsettled: way === 'draw' ? '' : joinedAt },
    ...{ agreedTo: revision, rated: false, untold: '', toldOf: revision },
  })
}

type Announced = Pick<Event, 'times' | 'cancelUntil' | 'capacity'>
type Changed = Pick<Event, 'times' | 'revision'>

/** More than ever enter one draw. */
const RANK_DIGITS = 6

/** What came of the draw, as at the door. `rank` is their place in its order, by which they wait. */
export function draw<S extends Signup>(
  signup: S,
  { held, rank }: { held: readonly Held[]; rank: number },
  event: Announced & Pick<Event, 'closesAt'>,
  now: Date,
): Result<S, 'NOT_ENTERED'> {
  if (signup.state !== 'entered') return refused('NOT_ENTERED')
  const places = placesIn(held)
  const turn = turnOf(event.closesAt, String(rank).padStart(RANK_DIGITS, '0'))
  const settled = { ...signup, held: [...held], turn, untold: now.toISOString() }
  if (places === signup.places) return done({ ...settled, state: 'seated' as const })
  if (places === 0) return done({ ...settled, state: 'waiting' as const })
  return done({ ...settled, state: 'offered' as const, offeredUntil: offeredUntil(beginsAt(event), now).toISOString() })
}

/**
 * What came of asking at the door: all the places, an offer of fewer, or the line; where there is no limit, a seat. An offer at
 * the door is made while they are there, so it is made however near the beginning is.
 */
export function arrive<S extends Signup>(
  signup: S,
  held: readonly Held[],
  event: Announced,
  now: Date,
): Result<S, 'NOT_AT_THE_DOOR'> {
  if (signup.state !== 'waiting' || signup.unsettled === '' || signup.asked !== 0) return refused('NOT_AT_THE_DOOR')
  const places = placesIn(held)
  const settled = { ...signup, held: [...held], unsettled: '' }
  if (places === signup.places || event.capacity === 0)
    return done({ ...settled, state: 'seated' as const, untold: now.toISOString() })
  if (places === 0) return done(settled)
  return done({ ...settled, state: 'offered' as const, offeredUntil: offeredUntil(beginsAt(event), now).toISOString() })
}

/** Marks whose turn it is, before their seats are taken. Nobody is asked while other work is under way, nor too late. */
export function ask<S extends Signup>(
  signup: S,
  held: readonly Held[],
  event: Announced,
  now: Date,
): Result<S, 'NOT_WAITING' | 'TOO_LATE_TO_OFFER'> {
  if (signup.state !== 'waiting' || signup.unsettled !== '') return refused('NOT_WAITING')
  if (!canOffer(beginsAt(event), now)) return refused('TOO_LATE_TO_OFFER')
  return done({ ...signup, held: [...held], asked: signup.asked + 1, unsettled: now.toISOString() })
}

/** Their seats are kept now; `null` where somebody was faster, and they wait on in their place. */
export function offer<S extends Signup>(
  signup: S,
  asked: number,
  areKept: boolean,
  event: Announced,
  now: Date,
): Result<S, 'NOT_WAITING'> {
  if (signup.state !== 'waiting' || signup.unsettled === '' || signup.asked !== asked || asked === 0)
    return refused('NOT_WAITING')
  if (!areKept) return done({ ...signup, held: [], unsettled: '' })
  const until = offeredUntil(beginsAt(event), now).toISOString()
  const untold = now.toISOString()
  return done({ ...signup, state: 'offered' as const, offeredUntil: until, unsettled: '', untold })
}

/** They come with as many as were offered, to the event as it is by now. */
export function accept<S extends Signup>(
  signup: S,
  { revision }: Pick<Event, 'revision'>,
  now: Date,
): Result<S, 'SEAT_OFFER_OVER'> {
  if (stateNow(signup, now) !== 'offered') return refused('SEAT_OFFER_OVER')
  const places = placesIn(signup.held)
  return done({
    ...signup,
    state: 'seated' as const,
    places,
    offeredUntil: '',
    agreedTo: revision,
    untold: now.toISOString(),
  })
}

/** Whoever agreed to another time or place gives their seat back whatever the hour, until it begins. */
export const mayGoFreely = ({ agreedTo }: Pick<Signup, 'agreedTo'>, event: Changed, now: Date) =>
  agreedTo < event.revision && now < new Date(beginsAt(event))

const ended = <S extends Signup>(signup: S, state: SignupState, now: Date): S => ({
  ...signup,
  state,
  offeredUntil: '',
  unsettled: signup.held.length > 0 ? now.toISOString() : '',
})

export function decline<S extends Signup>(signup: S, now: Date): Result<S, 'SEAT_OFFER_OVER'> {
  if (stateNow(signup, now) !== 'offered') return refused('SEAT_OFFER_OVER')
  return done(ended(signup, 'declined', now))
}

/** At the instant until which it was theirs. */
export function lapse<S extends Signup>(signup: S, now: Date): Result<S, 'NOT_LAPSED'> {
  if (signup.state !== 'offered' || stateNow(signup, now) !== 'lapsed') return refused('NOT_LAPSED')
  return done(ended(signup, 'lapsed', now))
}

/**
 * Whoever waits, or is asked, goes at any time; a seat is given back until `cancelUntil`. Not while work at the seats is under
 * way: what is about to be theirs would be nobody's.
 */
export function cancel<S extends Signup>(
  signup: S,
  event: Announced & Changed,
  now: Date,
): Result<S, 'SIGNUP_NOT_FOUND' | 'SEAT_ON_ITS_WAY' | 'TOO_LATE_TO_CANCEL'> {
  const state = stateNow(signup, now)
  if (state === 'entered') return done(ended(signup, 'cancelled', now))
  if (state !== 'waiting' && state !== 'offered' && state !== 'seated') return refused('SIGNUP_NOT_FOUND')
  if (signup.unsettled !== '') return refused('SEAT_ON_ITS_WAY')
  if (state === 'seated' && now >= new Date(event.cancelUntil) && !mayGoFreely(signup, event, now))
    return refused('TOO_LATE_TO_CANCEL')
  return done(ended(signup, 'cancelled', now))
}

/** What they held is given back. */
export function gaveBack<S extends Signup>(signup: S): Result<S, 'NOT_OVER'> {
  if (!over.includes(signup.state)) return refused('NOT_OVER')
  return done({ ...signup, held: [], unsettled: '' })
}

/** A scan that comes in late counts as well: whoever was missed has come. */
export function come<S extends Signup>(signup: S): Result<S, 'NO_SEAT'> {
  if (signup.state === 'came') return done(signup)
  if (signup.state !== 'seated' && signup.state !== 'missed') return refused('NO_SEAT')
  return done({ ...signup, state: 'came' as const })
}

/** Counted, never punished: once the last of its times is over. */
export function miss<S extends Signup>(signup: S, { times }: Pick<Event, 'times'>, now: Date): Result<S, 'NOT_MISSED'> {
  const until = times.at(-1)?.until
  if (signup.state !== 'seated' || until === undefined || now < new Date(until)) return refused('NOT_MISSED')
  return done({ ...signup, state: 'missed' as const })
}
