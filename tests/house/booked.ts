import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { type Opened, seal } from '../../cloudfunctions/_kit/sealing'
import { bookingsStore, type StoredBooking } from '../../cloudfunctions/counselling/bookings-store'
import { counsellorWeeksStore, personWeeksStore, waitsStore, wishesStore } from '../../cloudfunctions/counselling/store'
import { counsellorWeek, intervalOf, NEVER, personWeek } from '../../cloudfunctions/counselling/stored-booking'
import type { Api } from '../../src/contract/client'
import { hold } from '../../src/domain/bookings/booking'
import { currentVersion } from '../../src/domain/consents/texts'
import { daysLater, minutesLater } from '../../src/domain/time'
import type { Wait } from '../../src/domain/waits/wait'
import { ask } from '../../src/domain/wishes/wish'
import { dataOf } from './data-of'
import type { House } from './open-house'

let turn = 0
export const newBookingId = () => `bookingnumber${String(turn++).padStart(6, '0')}`

/** Somebody who has agreed to be counselled. */
export async function willing(house: House, name: string): Promise<Api> {
  const api = house.employee(name)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return api
}

/** Held and confirmed, with a counsellor who is offered at that time. */
export async function booked(api: Api, staffId: string, from: string, bookingId = newBookingId()) {
  dataOf(await api.bookings.hold({ bookingId, staffId, from, mode: 'phone' }))
  return dataOf(await api.bookings.confirm({ bookingId }))
}

/** A session that has begun with `by`, a wait and a wish, of somebody whose words nobody else may see. */
export async function keepBooking(
  { database, keys }: House,
  personId: string,
  { mark, by, now, says }: { mark: string; by: string; now: Date; says: string },
) {
  const around = { database, keys }
  const nothing = async () => {}
  const [bookingId, waitId, wishId] = [`booking${mark}`, `wait${mark}`, `wish${mark}`]
  const from = minutesLater(now, -20).toISOString()
  const time = { staffId: by, from, until: minutesLater(now, 30).toISOString(), mode: 'phone', stationId: '' } as const
  const booking: Opened<StoredBooking> = {
    ...hold({ id: bookingId, personId, seriesId: '', ...time }, now),
    ...{ state: 'confirmed', heldUntil: '', bookedAt: daysLater(now, -2).toISOString() },
    ...{ card: says, phone: says, sharedWith: by, session: 0, waitedMinutes: 0, unsettled: false },
    ...{ counted: 'booked', due: NEVER },
  }
  const interval = intervalOf(booking as unknown as StoredBooking)
  await database.open(counsellorWeeksStore).remove(counsellorWeek(by, from, []).id)
  await database.open(counsellorWeeksStore).insert(counsellorWeek(by, from, [interval]))
  await keepFor(
    bookingsStore,
    personId,
    around,
    async (key) => {
      await database.open(bookingsStore).insert(seal(bookingsStore, booking, key))
      await database.open(personWeeksStore).insert(personWeek(personId, from, [interval]))
    },
    nothing,
  )
  const wait: Wait = {
    ...{ id: waitId, personId, staffId: by, field: '', mode: '', joinedAt: now.toISOString() },
    ...{ until: daysLater(now, 30).toISOString(), offer: null, passed: [], asked: 0 },
  }
  await keepFor(waitsStore, personId, around, () => database.open(waitsStore).insert(wait), nothing)
  const wish = {
    ...ask({ id: wishId, personId, mode: 'phone', field: 'sleep', times: ['evening'] }, now),
    words: says,
  }
  await keepFor(
    wishesStore,
    personId,
    around,
    (key) => database.open(wishesStore).insert(seal(wishesStore, wish, key)),
    nothing,
  )
  return { bookingId, waitId, wishId }
}
