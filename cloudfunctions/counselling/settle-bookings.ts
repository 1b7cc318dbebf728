import { noticesOf } from '../../src/domain/bookings/reminders'
import { type Counts, plus } from '../../src/domain/figures/counselling'
import { done } from '../../src/domain/result'
import type { Database, Ref } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { cancelOlder, plan } from '../_kit/outbox/outbox'
import { counsellingTalliesStore, type StoredCounsellingTally } from '../insights/store'
import { ensureProfile } from '../people/open'
import { bookingsStore, type StoredBooking } from './bookings-store'
import { minutesBetween, tallyOf } from './count'

type Around = { database: Database; keys: Keys; now: Date }

/** What is counted of how it went. Of one that was attended: how long it took, and how long it had been waited for. */
function outcomeOf(state: string, { from, until, bookedAt }: StoredBooking): Counts {
  if (state === 'attended')
    return { attended: 1, minutes: minutesBetween(from, until), leadMet: minutesBetween(bookedAt, from) }
  if (state === 'missed') return { missed: 1 }
  if (state === 'cancelled') return { cancelled: 1 }
  if (state === 'cancelled-late') return { cancelledLate: 1 }
  if (state === 'cancelled-by-counsellor') return { cancelledByCounsellor: 1 }
  return {}
}

/** What was put right later is taken back, of the same hour. */
const instead = (counts: Counts, before: Counts): Counts =>
  plus(counts, Object.fromEntries(Object.entries(before).map(([counter, value]) => [counter, -value])))

const bookedCounts = ({ bookedAt, from, waitedMinutes }: StoredBooking): Counts => ({
  ...{ booked: 1, lead: minutesBetween(bookedAt, from) },
  ...(waitedMinutes > 0 && { fromWaits: 1, waited: waitedMinutes }),
})

/**
 * What follows from the last change: the person has a pseudonym for the counsellor to know them by, what is to be said of it
 * as it stands is planned and nothing more of what it was, and it is counted without a name, once, wherever it is cut off.
 */
export async function settle(booking: StoredBooking, around: Around): Promise<void> {
  const subject = { kind: 'booking', id: booking.id } as const
  if (booking.state === 'confirmed') await ensureProfile(booking.personId, around)
  await cancelOlder(subject, booking.revision, around)
  const notices = noticesOf(booking, around.now)
  if (notices.length > 0) await plan(notices, around)
  await countOnce(booking, around)
}

/** In the transaction that notes it: once, wherever it is cut off. */
export async function countOnce(booking: StoredBooking, around: Around) {
  const { id, staffId, bookedAt, endedAt, revision, state } = booking
  const { database } = around
  const booked = tallyOf('booked', id, { at: bookedAt, counts: bookedCounts(booking) }, around)
  const counts = instead(outcomeOf(state, booking), outcomeOf(booking.counted, booking))
  const went = tallyOf('went', `${id}.${revision}`, { at: endedAt || bookedAt, staffId, counts }, around)
  const tallies = database.open(counsellingTalliesStore)
  const refs = {
    ...{ booking: database.open(bookingsStore).at(id) },
    ...(booking.counted === '' && { booked: tallies.at(booked.id) }),
    ...(Object.keys(counts).length > 0 && { went: tallies.at(went.id) }),
  } as { booking: Ref<StoredBooking>; booked: Ref<StoredCounsellingTally>; went: Ref<StoredCounsellingTally> }
  await database.together(refs, ({ booking: current }) => {
    const isSame = current?.revision === revision && current.state === state && current.counted === booking.counted
    if (!current?.unsettled || !isSame) return done({ write: {}, reply: true })
    const counted = Object.keys(outcomeOf(state, booking)).length > 0 ? state : 'booked'
    return done({
      write: {
        booking: { ...current, unsettled: false, counted },
        ...('booked' in refs && { booked }),
        ...('went' in refs && { went }),
      },
      reply: true,
    })
  })
}
