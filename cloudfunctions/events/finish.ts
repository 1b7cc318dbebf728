import type { Event } from '../../src/domain/events/event'
import { doorPools, type Held, placesIn } from '../../src/domain/signups/seats'
import { arrive, gaveBack, holderOf, offer, type Signup } from '../../src/domain/signups/signup'
import type { Database } from '../_kit/database'
import { giveBack, notTheirs, seatsThere, takeAll } from './seats'
import { type Seats, seatsStore } from './seats-store'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = { database: Database; now: Date }

/**
 * Brings to its end what is under way at the seats for one sign-up: at the door, in its turn, or giving back. Done again, by two
 * at once or after being cut off anywhere, it ends in the same.
 */
export async function finish(signup: StoredSignup, event: Event, around: Around): Promise<StoredSignup | undefined> {
  if (signup.unsettled === '') return signup
  if (signup.state !== 'waiting') return finishGivingBack(signup, around)
  return signup.asked === 0 ? finishAtTheDoor(signup, event, around) : finishTurn(signup, event, around)
}

/** Direct pools never grow, so a pool that was seen empty stays so, and what was had before is found among the holders. */
async function takeAtTheDoor(signup: Signup, event: Event, seats: Seats, { database }: Around): Promise<Held[]> {
  const held: Held[] = []
  for (const pool of doorPools(signup, event, new Date(signup.joinedAt))) {
    const wanted = signup.places - placesIn(held)
    const had = [...Array(wanted).keys()].find((index) => seats[pool].holders.includes(holderOf(signup, index + 1)))
    if (had !== undefined) held.push({ pool, places: had + 1 })
    for (let places = had === undefined ? Math.min(wanted, seats[pool].left) : 0; places > 0; places--) {
      const asked = await database.open(seatsStore).spend(event.id, pool, holderOf(signup, places), places)
      if (asked !== 'spent' && asked !== 'already') continue
      held.push({ pool, places })
      break
    }
  }
  return held
}

async function finishAtTheDoor(signup: StoredSignup, event: Event, around: Around) {
  const seats = event.capacity === 0 ? undefined : await seatsThere(event, around)
  const held = seats ? await takeAtTheDoor(signup, event, seats, around) : []
  const arrived = await changeSignup(signup, (one) => arrive(one, held, event, around.now), around)
  return arrived.ok ? arrived.data : leaveToOthers(signup, held, around)
}

async function finishTurn(signup: StoredSignup, event: Event, around: Around) {
  const areKept = await takeAll(signup, signup.held, around)
  const asked = await changeSignup(signup, (one) => offer(one, signup.asked, areKept, event, around.now), around)
  if (!asked.ok) return leaveToOthers(signup, signup.held, around)
  if (!areKept) await giveBack(signup, signup.held, around)
  return asked.data
}

async function finishGivingBack(signup: StoredSignup, around: Around) {
  await giveBack(signup, signup.held, around)
  const gave = await changeSignup(signup, gaveBack, around)
  return gave.ok ? gave.data : around.database.open(signupsStore).get(signup.id)
}

/** Somebody else was faster: what was taken beside that is nobody's. */
async function leaveToOthers(signup: StoredSignup, held: readonly Held[], around: Around) {
  const now = await around.database.open(signupsStore).get(signup.id)
  await giveBack(signup, notTheirs(held, signup, now), around)
  return now
}
