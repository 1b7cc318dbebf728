import { callOff, handOver } from '../../src/domain/bookings/booking'
import { type Candidate, successorOf } from '../../src/domain/bookings/successor'
import { take } from '../../src/domain/bookings/weeks'
import { done, refused } from '../../src/domain/result'
import { MOST_ROWS } from '../_kit/database'
import type { JobContext } from '../_kit/job'
import { bookingsStore, counsellorWeeksStore, type StoredBooking } from './bookings-store'
import type { StoredCounsellor } from './counsellors-store'
import { type Offered, offeredNow } from './offered'
import { slotsAt } from './offered-times'
import { changeBooking, counsellorWeek, counsellorWeekId, intervalOf, withDue } from './stored-booking'

/** What stands ahead with somebody who left: handed to a colleague, or called off, and the person is told either way. */
export async function leaveOver(
  left: StoredCounsellor,
  all: readonly StoredCounsellor[],
  context: JobContext,
): Promise<number> {
  const { database, now, timeLeft } = context
  const { rows } = await database.open(bookingsStore).find({
    index: 'byStaff',
    where: { staffId: left.staffId },
    range: { from: now.toISOString() },
    limit: MOST_ROWS,
  })
  const standing = rows.filter(({ state }) => state === 'confirmed')
  if (standing.length === 0) return 0
  const colleagues = all.filter(({ staffId, shown }) => shown && staffId !== left.staffId)
  let amount = 0
  for (const booking of standing) {
    if (!timeLeft()) break
    const to = left.live ? await successor(booking, left.live, colleagues, context) : undefined
    if (!(to && (await handTo(booking, to, context))))
      await changeBooking(
        booking.id,
        ({ staffId }) => staffId === left.staffId,
        (each) => callOff(each, 'left', now),
        'closed',
        context,
      )
    amount++
  }
  return amount
}

async function successor(
  booking: StoredBooking,
  left: NonNullable<StoredCounsellor['live']>,
  colleagues: readonly StoredCounsellor[],
  context: JobContext,
): Promise<Offered | undefined> {
  for (const { staffId } of colleagues) {
    const offering = await offeredNow(staffId, context)
    if (!offering) continue
    const slots = await slotsAt(offering, [booking.from], context)
    const candidate: Candidate = { staffId, profile: offering.counsellor.live, slots }
    if (successorOf(booking, left, [candidate])) return offering
  }
  return undefined
}

/** The person keeps their time throughout; what they wrote was for the one who left, and is shown to nobody else. */
async function handTo({ id, staffId, from }: StoredBooking, to: Offered, { database, now }: JobContext) {
  const weeks = database.open(counsellorWeeksStore)
  const { live, staffId: toId } = to.counsellor
  const stationId = live.stationId
  const refs = { booking: database.open(bookingsStore).at(id), theirs: weeks.at(counsellorWeekId(toId, from)) }
  const handed = await database.together(refs, ({ booking, theirs }) => {
    if (booking?.staffId !== staffId || booking.from !== from) return refused('MOVED')
    const place = booking.mode === 'in-person' ? stationId : ''
    const next = handOver(booking, { staffId: toId, stationId: place }, now)
    if (!next.ok) return next
    const taken = take(theirs?.taken ?? [], intervalOf(next.data), to.timetable.bufferMinutes, now)
    if (!taken.ok) return taken
    return done({
      write: { booking: withDue(next.data), theirs: counsellorWeek(toId, from, taken.data) },
      reply: true,
    })
  })
  return handed.ok
}
