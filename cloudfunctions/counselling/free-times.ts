import { release, turnInto } from '../../src/domain/bookings/weeks'
import { done } from '../../src/domain/result'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { forget } from '../_kit/outbox/outbox'
import { counsellorWeeksStore, type StoredBooking } from './bookings-store'
import { somebodyWaits } from './pass-on'
import { countOnce } from './settle-bookings'
import { counsellorWeek, counsellorWeekId, freedBy } from './stored-booking'

type Around = { database: Database; keys: Keys; now: Date }

/**
 * Before bookings are destroyed, their time is free again and what was said of them is forgotten: the counsellor sees that
 * there is nobody, and nothing else. Cut off anywhere, it is done again with what is still there.
 */
export async function freeTimesOf(bookings: readonly StoredBooking[], around: Around): Promise<void> {
  const { database, now } = around
  for (const booking of bookings) {
    if (booking.unsettled) await countOnce(booking, around)
    await forget({ kind: 'booking', id: booking.id }, around)
    if (new Date(booking.until) <= now) continue
    const isKept = booking.state === 'confirmed' && (await somebodyWaits(booking.staffId, around))
    await database.open(counsellorWeeksStore).change(counsellorWeekId(booking.staffId, booking.from), (week) => {
      if (!week?.taken.some(({ bookingId }) => bookingId === booking.id)) return done({ reply: true })
      const taken = isKept
        ? turnInto(week.taken, booking.id, freedBy(booking, now), now)
        : release(week.taken, booking.id, now)
      return done({ write: counsellorWeek(week.staffId, booking.from, taken), reply: true })
    })
  }
}
