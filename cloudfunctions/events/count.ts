import type { Event } from '../../src/domain/events/event'
import { endsAt } from '../../src/domain/events/times'
import type { Counts } from '../../src/domain/figures/events'
import type { Signup } from '../../src/domain/signups/signup'
import type { SignupState } from '../../src/domain/signups/words'
import { hourOf, startOfHour } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { eventTalliesStore } from '../insights/store'

type Around = { database: Database; keys: Keys; now: Date }
type Of = Pick<Event, 'kind'>

/** Counts that something happened, once however often it is told: to the hour, without whose it was. */
async function count(
  { what, id, hour = '' }: { what: string; id: string; hour?: string },
  { kind }: Of,
  counts: Counts,
  { database, keys, now }: Around,
): Promise<void> {
  await database.open(eventTalliesStore).insert({
    ...{ id: keys.hash('counted', `event-${what}\n${id}`), hour: hour || hourOf(now), kind, counts, rolledIn: 0 },
    receivedAt: (startOfHour(hourOf(now)) ?? now).toISOString(),
  })
}

const joinedAs = (state: SignupState): Counts => {
  if (state === 'entered') return { entered: 1 }
  return { signUps: 1, ...(state === 'waiting' && { waitlisted: 1 }), ...(state === 'offered' && { offers: 1 }) }
}

/** As it stood when they came to the door. */
export const countJoined = ({ ticketId, state }: Signup, event: Of, around: Around): Promise<void> =>
  count({ what: 'joined', id: ticketId }, event, joinedAs(state), around)

const offerOf = ({ ticketId, asked }: Signup) => `${ticketId}.${asked}`

/** By the clock, and where it is answered before the clock comes by. What was offered at the door is counted there. */
export async function countOffered(signup: Signup, event: Of, around: Around): Promise<void> {
  if (signup.asked > 0) await count({ what: 'offered', id: offerOf(signup) }, event, { offers: 1 }, around)
}

export async function countTaken(signup: Signup, event: Of, around: Around): Promise<void> {
  await countOffered(signup, event, around)
  await count({ what: 'taken', id: offerOf(signup) }, event, { offersTaken: 1 }, around)
}

export const countGivenBack = ({ ticketId }: Signup, event: Of, around: Around): Promise<void> =>
  count({ what: 'given-back', id: ticketId }, event, { seatsGivenBack: 1 }, around)

/** On the day on which it ended, so that a report closed later is still of the month of the event. */
export const countHeld = (event: Event, people: { came: number; missed: number }, around: Around): Promise<void> => {
  const counts = { held: 1, checkIns: people.came, missed: people.missed }
  return count({ what: 'held', id: event.id, hour: hourOf(endsAt(event)) }, event, counts, around)
}

/** By the day: at which hour somebody rated stays with them. */
export const countRated = ({ id, day }: { id: string; day: string }, event: Of, around: Around): Promise<void> =>
  count({ what: 'rated', id, hour: `${day}T00` }, event, { ratings: 1 }, around)
