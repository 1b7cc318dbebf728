import { nanoid } from 'nanoid'
import type { Event } from '../../src/domain/events/event'
import type { Share } from '../../src/domain/events/words'
import { done, type Result, refused } from '../../src/domain/result'
import { placesIn } from '../../src/domain/signups/seats'
import { accept, cancel, decline, isStanding, join, lapse, signupId, stateNow } from '../../src/domain/signups/signup'
import type { Trade } from '../../src/domain/signups/words'
import { keepFor } from '../_kit/data-keys'
import { Busy, type Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { seal } from '../_kit/sealing'
import { finish } from './finish'
import { isAnyFreed, refillSeats } from './refill'
import { leftOf, readSeats } from './seats'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = { database: Database; keys: Keys; now: Date }
type Wanted = { places: number; shares: Share[]; trade: Trade; answers: Readonly<Record<string, string>> }

/** Once for what is under way, once for what was over and held something still. */
const MOST_TRIES = 3

export async function ownSignup(
  eventId: string,
  personId: string,
  { database }: Pick<Around, 'database'>,
): Promise<StoredSignup | undefined> {
  return database.open(signupsStore).get(signupId(eventId, personId))
}

/**
 * Comes to the door, and hears how it stands: a seat, an offer of fewer places, or the line. Asked again it is the same
 * sign-up. Costs the same however many come at that instant.
 */
export async function signUp(
  event: Event,
  personId: string,
  wanted: Wanted,
  around: Around,
): Promise<Result<StoredSignup, 'ALREADY_SIGNED_UP'>> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const begun = await begin(event, personId, wanted, around)
    if (begun.ok) return done(await settle(begun.data, event, around))
    const before = await ownSignup(event.id, personId, around)
    if (before && begun.code === 'ALREADY_SIGNED_UP') {
      const own = await finish(before, event, around)
      if (own && isStanding(own, around.now)) return own.places === wanted.places ? done(own) : refused(begun.code)
    } else if (before) await endWhatIsOver(before, event, around)
  }
  throw new Busy('the sign-up moved meanwhile')
}

async function begin(event: Event, personId: string, { answers, ...wanted }: Wanted, around: Around) {
  const stored = around.database.open(signupsStore)
  const ticketId = ticket()
  const id = signupId(event.id, personId)
  const { way, revision } = event
  const asked = { eventId: event.id, personId, ticketId, shares: wanted.shares, places: wanted.places, way, revision }
  const flags = { shift: wanted.shares.includes('shift'), newcomer: wanted.shares.includes('newcomer') }
  const endsAt = event.times.at(-1)?.until ?? ''
  return keepFor(
    signupsStore,
    personId,
    around,
    (key) =>
      stored.change(id, (before): Result<Begun, 'ALREADY_SIGNED_UP' | 'SEAT_ON_ITS_WAY'> => {
        const joined = join(before, asked, around.now)
        if (!joined.ok) return joined
        const plain = {
          ...joined.data,
          ...flags,
          trade: wanted.trade,
          answers: JSON.stringify(answers),
          toldAs: nanoid(),
          endsAt,
        }
        const signup = seal(signupsStore, plain, key)
        return done({ write: signup, reply: signup })
      }),
    () => stored.change(id, (one) => done(one?.ticketId === ticketId ? { write: null, reply: 0 } : { reply: 0 })),
  )
}

type Begun = { write: StoredSignup; reply: StoredSignup }

/** A ticket has no dot: what it holds is named `<ticket>.<turn>.<places>`. */
const ticket = () => nanoid()

/** What was given back is for the line; where the line has come to them while they are at the door, they need not be asked. */
async function settle(signup: StoredSignup, event: Event, around: Around): Promise<StoredSignup> {
  const arrived = await finish(signup, event, around)
  if (!arrived) throw new Busy('the sign-up went meanwhile')
  if (arrived.state !== 'waiting') return arrived
  const seats = await readSeats(event.id, around)
  if (!seats || !isAnyFreed(leftOf(seats), event, around.now)) return arrived
  const asked = await refillSeats(event, around)
  const own = asked.find(({ ticketId }) => ticketId === signup.ticketId)
  if (!own || placesIn(own.held) < own.places) return own ?? arrived
  const accepted = await changeSignup(own, (one) => accept(one, event, around.now), around)
  return accepted.ok ? accepted.data : own
}

/** Out, with what was held given back and offered to whoever is next. */
async function leave<Code extends string>(
  signup: StoredSignup,
  event: Event,
  rule: (one: StoredSignup) => Result<StoredSignup, Code>,
  around: Omit<Around, 'keys'>,
): Promise<Result<StoredSignup, Code | 'SIGNUP_NOT_FOUND'>> {
  const left = await changeSignup(signup, rule, around)
  if (!left.ok) return left
  const gone = (await finish(left.data, event, around)) ?? left.data
  if (left.data.held.length > 0) await refillSeats(event, around)
  return done(gone)
}

export const lapseOffer = (signup: StoredSignup, event: Event, around: Omit<Around, 'keys'>) =>
  leave(signup, event, (one) => lapse(one, around.now), around)

async function endWhatIsOver(signup: StoredSignup, event: Event, around: Around): Promise<void> {
  if (signup.state === 'offered') await lapseOffer(signup, event, around)
  else await finish(signup, event, around)
}

/** With whether it was a seat that they gave back. */
export async function cancelSignup(
  event: Event,
  personId: string,
  around: Around,
): Promise<Result<{ signup: StoredSignup; hadSeat: boolean }, 'SIGNUP_NOT_FOUND' | 'TOO_LATE_TO_CANCEL'>> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const signup = await ownSignup(event.id, personId, around)
    if (!signup) return refused('SIGNUP_NOT_FOUND')
    if (signup.state === 'cancelled')
      return done({ signup: (await finish(signup, event, around)) ?? signup, hadSeat: false })
    const gone = await leave(signup, event, (one) => cancel(one, event, around.now), around)
    if (gone.ok) return done({ signup: gone.data, hadSeat: signup.state === 'seated' })
    const { code } = gone
    if (code !== 'SEAT_ON_ITS_WAY') return refused(code)
    await finish(signup, event, around)
  }
  throw new Busy('the sign-up moved meanwhile')
}

/** With whether it was now that they took it. */
export async function acceptOffer(
  event: Event,
  personId: string,
  around: Around,
): Promise<Result<{ signup: StoredSignup; isTaken: boolean }, 'SIGNUP_NOT_FOUND' | 'SEAT_OFFER_OVER'>> {
  const signup = await ownSignup(event.id, personId, around)
  if (!signup) return refused('SIGNUP_NOT_FOUND')
  if (signup.state === 'seated') return done({ signup, isTaken: false })
  const taken = await changeSignup(signup, (one) => accept(one, event, around.now), around)
  return taken.ok ? done({ signup: taken.data, isTaken: true }) : taken
}

export async function declineOffer(event: Event, personId: string, around: Around) {
  const signup = await ownSignup(event.id, personId, around)
  if (!signup) return refused('SIGNUP_NOT_FOUND')
  if (signup.state === 'declined') return done((await finish(signup, event, around)) ?? signup)
  return leave(signup, event, (one) => decline(one, around.now), around)
}

/** 1 is whoever is next; null for whoever does not wait. Counted among those who wait, so it has no gaps. */
export async function placeInLine(signup: StoredSignup, { database, now }: Omit<Around, 'keys'>) {
  if (stateNow(signup, now) !== 'waiting') return null
  const { eventId, turn } = signup
  const where = { eventId, state: 'waiting' }
  return 1 + (await database.open(signupsStore).count({ index: 'inTurn', where, range: { before: turn } }))
}
