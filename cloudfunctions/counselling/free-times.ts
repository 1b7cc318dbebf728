import { findIn, release, turnInto } from '../../src/domain/bookings/weeks'
import { done } from '../../src/domain/result'
import type { Wait } from '../../src/domain/waits/wait'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { counsellorWeeksStore, type StoredBooking } from './bookings-store'
import { giveBack, somebodyWaits } from './pass-on'
import { countOnce } from './settle-bookings'
import { counsellorWeek, counsellorWeekId, freedBy } from './stored-booking'

type Around = { database: Database; keys: Keys; now: Date }

/**
 * Before bookings are destroyed, their time is free again, also that of the past: the counsellor sees that there is nobody,
 * and nothing else. Cut off anywhere, it is done again with what is still there.
 */
export async function freeTimesOf(bookings: readonly StoredBooking[], around: Around): Promise<void> {
  const { database, now } = around
  for (const booking of bookings) {
    if (booking.unsettled) await countOnce(booking, around)
    const isKept =
      now < new Date(booking.until) && booking.state === 'confirmed' && (await somebodyWaits(booking.staffId, around))
    await database.open(counsellorWeeksStore).change(counsellorWeekId(booking.staffId, booking.from), (week) => {
      if (!week?.taken.some(({ bookingId }) => bookingId === booking.id)) return done({ reply: true })
      const taken = isKept
        ? turnInto(week.taken, booking.id, freedBy(booking, now), now)
        : release(week.taken, booking.id, now)
      return done({ write: counsellorWeek(week.staffId, booking.from, taken), reply: true })
    })
  }
}

/** Before somebody's waits are destroyed, the times that were kept for them go to the next. */
export async function giveBackOffersOf(waits: readonly Wait[], { database, now }: Around): Promise<void> {
  for (const { offer } of waits) {
    if (!offer) continue
    await database
      .open(counsellorWeeksStore)
      .change(counsellorWeekId(offer.staffId, offer.from), (week) =>
        week && findIn(week.taken, offer.id, now)
          ? done({ write: counsellorWeek(week.staffId, offer.from, giveBack(week.taken, offer.id, now)), reply: true })
          : done({ reply: true }),
      )
  }
}
