import type { OwnBooking } from '../../src/contract/bookings'
import { minutesLater } from '../../src/domain/time'

/** A confirmed session so many minutes from now, as the person is told of it. */
export const ownBooking = (minutes: number, change: Partial<OwnBooking> = {}): OwnBooking => {
  const from = minutesLater(new Date(), minutes)
  return {
    id: 'bookingnumber000001',
    staffId: 'lu',
    counsellorName: '陆敏',
    from: from.toISOString(),
    until: minutesLater(from, 50).toISOString(),
    mode: 'text',
    stationId: '',
    stationName: '',
    stationAddress: '',
    state: 'confirmed',
    revision: 2,
    heldUntil: null,
    seriesId: '',
    movableUntil: minutes > 120 ? minutesLater(from, -120).toISOString() : null,
    reason: null,
    rating: null,
    shared: false,
    phoneGiven: false,
    ...change,
  }
}
