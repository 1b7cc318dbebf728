import type { OwnSignup } from '../../src/contract/signups'
import { minutesLater } from '../../src/domain/time'

const DAY = 24 * 60

/** A seat at a two hours' open day so many minutes from now, as its person is told of it. */
export const ownSignup = (minutes: number, change: Partial<OwnSignup> = {}): OwnSignup => {
  const from = minutesLater(new Date(), minutes)
  return {
    eventId: 'eventnumber00000001',
    title: '夜里怎么睡好',
    where: '东门驿站',
    times: [{ from: from.toISOString(), until: minutesLater(from, 120).toISOString() }],
    state: 'seated',
    places: 1,
    place: null,
    offer: null,
    shares: [],
    trade: 'transport',
    joinedAt: minutesLater(from, -9 * DAY).toISOString(),
    cancelUntil: minutesLater(from, -DAY).toISOString(),
    kind: 'open-day',
    hours: 0,
    freeToGo: false,
    said: '',
    calledOff: false,
    rated: false,
    ...change,
  }
}
