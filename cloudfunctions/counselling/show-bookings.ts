import type { HeldBooking, OwnBooking } from '../../src/contract/bookings'
import { asOfNow } from '../../src/domain/bookings/booking'
import { minutesLater } from '../../src/domain/time'
import { type Database, MOST_IDS } from '../_kit/database'
import { branchNames, branchPlaces, pseudonymsOf } from '../people/open'
import { bookingRules } from './booking-rules'
import type { StoredBooking } from './bookings-store'
import { counsellorsStore } from './counsellors-store'

type Around = { database: Database; now: Date }

/** What counsellors are called, also those who left; empty for one who never was. */
export async function counsellorNames(staffIds: readonly string[], database: Database) {
  const unique = [...new Set(staffIds)].filter((id) => id !== '').slice(0, MOST_IDS)
  const found = unique.length === 0 ? [] : await database.open(counsellorsStore).getMany(unique)
  const names = new Map(found.map(({ id, live }) => [id, live?.name ?? '']))
  return (staffId: string) => names.get(staffId) ?? ''
}

export const isShared = ({ card, sharedWith, staffId }: StoredBooking) => card !== null && sharedWith === staffId

const movableUntil = ({ state, from }: StoredBooking, now: Date) => {
  const until = minutesLater(new Date(from), -bookingRules.moveUntilHours * 60)
  return state === 'confirmed' && now <= until ? until.toISOString() : null
}

export async function ownBookings(rows: readonly StoredBooking[], { database, now }: Around): Promise<OwnBooking[]> {
  const [name, station] = await Promise.all([
    counsellorNames(
      rows.map(({ staffId }) => staffId),
      database,
    ),
    branchPlaces(
      rows.map(({ stationId }) => stationId),
      database,
    ),
  ])
  return rows.map((row) => {
    const booking = asOfNow(row, now)
    const { id, staffId, from, until, mode, stationId, state, revision, seriesId } = booking
    return {
      ...{ id, staffId, from, until, mode, stationId, state, revision, seriesId },
      counsellorName: name(staffId),
      stationName: station(stationId).name,
      stationAddress: station(stationId).address,
      heldUntil: state === 'held' ? booking.heldUntil : null,
      movableUntil: movableUntil(booking, now),
      reason: booking.reason || null,
      rating: booking.rating || null,
      shared: isShared(booking),
      phoneGiven: booking.phone !== null,
    }
  })
}

export async function ownBooking(booking: StoredBooking, around: Around): Promise<OwnBooking> {
  const [shown] = await ownBookings([booking], around)
  if (!shown) throw new Error('a booking is not shown')
  return shown
}

/** By pseudonym alone, in order. */
export async function heldBookings(rows: readonly StoredBooking[], { database, now }: Around): Promise<HeldBooking[]> {
  const [pseudonym, station] = await Promise.all([
    pseudonymsOf(
      rows.map(({ personId }) => personId),
      database,
    ),
    branchNames(
      rows.map(({ stationId }) => stationId),
      database,
    ),
  ])
  return rows.map((row) => {
    const { id, from, until, mode, state, session, personId, stationId, phone } = asOfNow(row, now)
    return {
      ...{ id, from, until, mode, state, session },
      ...{ pseudonym: pseudonym(personId), stationName: station(stationId) },
      ...{ shared: isShared(row), phoneGiven: phone !== null },
    }
  })
}

export async function heldBooking(booking: StoredBooking, around: Around): Promise<HeldBooking> {
  const [shown] = await heldBookings([booking], around)
  if (!shown) throw new Error('a booking is not shown')
  return shown
}
