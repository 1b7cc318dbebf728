import { noticesOf } from '../../src/domain/bookings/reminders'
import { done } from '../../src/domain/result'
import { dayOf } from '../../src/domain/time'
import type { Database, Ref } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { cancelOlder, plan } from '../_kit/outbox/outbox'
import { ensureProfile } from '../people/open'
import { type BookingCounts, bookingCountsStore, bookingsStore, type StoredBooking } from './bookings-store'

type Around = { database: Database; keys: Keys; now: Date }

const outcomes = {
  attended: 'attended',
  missed: 'missed',
  cancelled: 'cancelled',
  'cancelled-late': 'cancelledLate',
  'cancelled-by-counsellor': 'cancelledByCounsellor',
} as const

const NOTHING = {
  ...{ booked: 0, lead: 0, fromWaits: 0, waited: 0, attended: 0, missed: 0 },
  ...{ cancelled: 0, cancelledLate: 0, cancelledByCounsellor: 0, offering: 0, firstFree: 0, sampledAt: '' },
}

export const countsOf = (day: string, found: BookingCounts | undefined): BookingCounts =>
  found ?? { id: day, day, ...NOTHING }

const minutesBetween = (from: string, until: string) =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000))

const withBooked = (counts: BookingCounts, { bookedAt, from, waitedMinutes }: StoredBooking): BookingCounts => ({
  ...counts,
  booked: counts.booked + 1,
  lead: counts.lead + minutesBetween(bookedAt, from),
  fromWaits: counts.fromWaits + (waitedMinutes > 0 ? 1 : 0),
  waited: counts.waited + waitedMinutes,
})

const outcomeOf = ({ state }: StoredBooking) => outcomes[state as keyof typeof outcomes] as keyof typeof NOTHING | ''

/**
 * What follows from the last change: the person has a pseudonym for the counsellor to know them by, what is to be said of it
 * as it stands is planned and nothing more of what it was, and it is counted without a name. Counted in the transaction that notes it: once, wherever it is cut off.
 */
export async function settle(booking: StoredBooking, around: Around): Promise<void> {
  const subject = { kind: 'booking', id: booking.id } as const
  if (booking.state === 'confirmed') await ensureProfile(booking.personId, around)
  await cancelOlder(subject, booking.revision, around)
  const notices = noticesOf(booking, around.now)
  if (notices.length > 0) await plan(notices, around)
  await countOnce(booking, around)
}

export async function countOnce({ id, bookedAt, endedAt, revision, state }: StoredBooking, { database }: Around) {
  const counts = database.open(bookingCountsStore)
  const [bookedOn, endedOn] = [dayOf(bookedAt), dayOf(endedAt || bookedAt)]
  const refs = {
    ...{ booking: database.open(bookingsStore).at(id), booked: counts.at(bookedOn) },
    ...(endedOn !== bookedOn && { ended: counts.at(endedOn) }),
  } as { booking: Ref<StoredBooking>; booked: Ref<BookingCounts>; ended: Ref<BookingCounts> }
  await database.together(refs, (documents) => {
    const { booking } = documents
    if (!booking?.unsettled || booking.revision !== revision || booking.state !== state)
      return done({ write: {}, reply: true })
    const outcome = outcomeOf(booking)
    const first = countsOf(bookedOn, documents.booked)
    const booked = booking.counted === '' ? withBooked(first, booking) : first
    const isNew = outcome && booking.counted !== outcome
    const add = (day: BookingCounts) => (isNew ? { ...day, [outcome]: Number(day[outcome]) + 1 } : day)
    const write =
      endedOn === bookedOn ? { booked: add(booked) } : { booked, ended: add(countsOf(endedOn, documents.ended)) }
    const counted = outcome || 'booked'
    return done({ write: { ...write, booking: { ...booking, unsettled: false, counted } }, reply: true })
  })
}
