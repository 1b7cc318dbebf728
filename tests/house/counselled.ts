import { consentId, consentsStore } from '../../cloudfunctions/_kit/consent'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { membershipsStore } from '../../cloudfunctions/_kit/identity'
import type { Keys } from '../../cloudfunctions/_kit/keys'
import { type Opened, seal } from '../../cloudfunctions/_kit/sealing'
import { bookingsStore, type StoredBooking } from '../../cloudfunctions/counselling/bookings-store'
import { chatsStore } from '../../cloudfunctions/counselling/store'
import { NEVER } from '../../cloudfunctions/counselling/stored-booking'
import { stored } from '../../cloudfunctions/counselling/stored-chat'
import { hold } from '../../src/domain/bookings/booking'
import type { BookingState } from '../../src/domain/bookings/words'
import { ask } from '../../src/domain/chats/chat'
import { give } from '../../src/domain/consents/consent'
import { currentVersion } from '../../src/domain/consents/texts'
import { minutesLater } from '../../src/domain/time'

type Around = { database: Database; keys: Keys }

let turn = 0
const nothing = async () => {}

/** A member of this branch since then, who agreed to be counted. */
export async function keepMember({ database, keys }: Around, personId: string, branchId: string, since: string) {
  const membership = { id: personId, personId, branchId, since }
  const agreed = { id: consentId(personId, 'figures'), personId, purpose: 'figures' as const }
  const asked = give(undefined, { ...agreed, version: currentVersion('figures') }, new Date(since))
  if (!asked.ok) throw new Error(asked.code)
  const around = { database, keys }
  await keepFor(membershipsStore, personId, around, () => database.open(membershipsStore).insert(membership), nothing)
  await keepFor(consentsStore, personId, around, () => database.open(consentsStore).insert(asked.data), nothing)
}

/** A session at this time, as it stands. */
export async function keepSession({ database, keys }: Around, personId: string, from: string, state: BookingState) {
  const until = minutesLater(new Date(from), 50).toISOString()
  const time = { staffId: 'helin', from, until, mode: 'phone', stationId: '' } as const
  const booking: Opened<StoredBooking> = {
    ...hold({ id: `session${turn++}`, personId, seriesId: '', ...time }, new Date(from)),
    ...{ state, heldUntil: '', bookedAt: from, card: null, phone: null, sharedWith: '', session: 0 },
    ...{ waitedMinutes: 0, unsettled: false, counted: 'booked', due: NEVER },
  }
  await keepFor(
    bookingsStore,
    personId,
    { database, keys },
    (key) => database.open(bookingsStore).insert(seal(bookingsStore, booking, key)),
    nothing,
  )
}

/** A conversation that was asked for at this time, and answered by somebody or by nobody. */
export async function keepTalk({ database, keys }: Around, personId: string, at: string, isAnswered = true) {
  const asked = ask(`talk${turn++}`, personId, { crew: [], promisedAt: new Date(at) }, new Date(at))
  const chat = stored(
    { ...asked, ...(isAnswered && { state: 'ended', staffId: 'helin', acceptedAt: at, endedAt: at }) },
    '',
  )
  await keepFor(
    chatsStore,
    chat.id,
    { database, keys },
    () => database.open(chatsStore).insert(chat),
    nothing,
    personId,
  )
}
