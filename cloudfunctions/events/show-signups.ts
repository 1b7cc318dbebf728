import type { OwnSignup } from '../../src/contract/signups'
import type { Event } from '../../src/domain/events/event'
import { placesIn } from '../../src/domain/signups/seats'
import { mayGoFreely, stateNow } from '../../src/domain/signups/signup'
import type { Database } from '../_kit/database'
import { placeInLine } from './sign-up'
import type { StoredSignup } from './signups-store'

type Around = { database: Database; now: Date }

/** As one sees one's own, now. */
export async function shownSignup(signup: StoredSignup, event: Event, around: Around): Promise<OwnSignup> {
  const state = stateNow(signup, around.now)
  const { title, place: where, times, cancelUntil, kind, hours, said } = event
  return {
    ...{ eventId: event.id, title, where, times, cancelUntil, state, kind, hours, said },
    ...{ places: signup.places, shares: signup.shares, trade: signup.trade, joinedAt: signup.joinedAt },
    place: await placeInLine(signup, around),
    offer: state === 'offered' ? { places: placesIn(signup.held), until: signup.offeredUntil } : null,
    freeToGo: mayGoFreely(signup, event, around.now),
    calledOff: event.state === 'cancelled',
    rated: signup.rated,
  }
}
