import { type Booking, isAt } from '../../src/domain/bookings/booking'
import { phoneUntil } from '../../src/domain/bookings/phone'
import {
  clash,
  endOfWeek,
  findIn,
  type Interval,
  isoWeekOf,
  release,
  take,
  turnInto,
} from '../../src/domain/bookings/weeks'
import { done, type Result, refused } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import { GRACE_MINUTES } from '../../src/domain/waits/wait'
import { Busy, type Database } from '../_kit/database'
import {
  bookingsStore,
  type CounsellorWeek,
  counsellorWeeksStore,
  type PersonWeek,
  personWeeksStore,
  type StoredBooking,
} from './bookings-store'

/** Sorts after every instant: the clock need not look. */
export const NEVER = '9999-12-31T00:00:00.000Z'

/** As often as a booking is looked for anew because it was moved meanwhile. */
const MOST_TRIES = 5

export const counsellorWeekId = (staffId: string, at: string) => `${staffId}.${isoWeekOf(at)}`
export const personWeekId = (personId: string, at: string) => `${personId}.${isoWeekOf(at)}`

export const counsellorWeek = (staffId: string, at: string, taken: Interval[]): CounsellorWeek => {
  const due = taken.map(({ passOnAt }) => passOnAt).filter((instant) => instant !== '')
  return {
    ...{ id: counsellorWeekId(staffId, at), staffId, week: isoWeekOf(at), endsAt: endOfWeek(at), taken },
    due: due.toSorted()[0] ?? NEVER,
  }
}

export const personWeek = (personId: string, at: string, taken: Interval[]): PersonWeek => ({
  ...{ id: personWeekId(personId, at), personId, week: isoWeekOf(at), endsAt: endOfWeek(at), taken },
})

export const intervalOf = ({ id, from, until, heldUntil }: Booking): Interval => ({
  ...{ bookingId: id, from, until, heldUntil },
  passOnAt: '',
})

/** Kept for whoever waits, until the clock has looked who is next. */
export const freedBy = ({ id, revision, from, until }: Booking, now: Date): Interval => ({
  ...{ bookingId: `freed.${id}.${revision}`, from, until },
  heldUntil: minutesLater(now, GRACE_MINUTES).toISOString(),
  passOnAt: now.toISOString(),
})

/** What holds it is looked at by the clock, and then until when the number is needed. */
export const dueOf = (booking: StoredBooking): string => {
  if (booking.state === 'held') return booking.heldUntil
  return (booking.phone !== null && phoneUntil(booking)) || NEVER
}

/** With what follows from a change still to be done. The number stays only where somebody will be called. */
export const withDue = (changed: StoredBooking): StoredBooking => {
  const booking = phoneUntil(changed) === null ? { ...changed, phone: null } : changed
  return { ...booking, unsettled: booking.bookedAt !== '', due: dueOf(booking) }
}

/** Only the booking itself: its time stays as it is. */
export function changeAlone<Code extends string>(
  bookingId: string,
  mine: (booking: StoredBooking) => boolean,
  rule: Rule<Code>,
  { database }: Pick<Around, 'database'>,
) {
  type Changed = { write?: StoredBooking; reply: StoredBooking }
  return database.open(bookingsStore).change(bookingId, (booking): Result<Changed, Code | 'BOOKING_NOT_FOUND'> => {
    if (!booking || !mine(booking)) return refused('BOOKING_NOT_FOUND')
    const changed = rule(booking)
    if (!changed.ok) return changed
    return done(changed.data === booking ? { reply: booking } : { write: changed.data, reply: changed.data })
  })
}

type Around = { database: Database; now: Date }
type Rule<Code extends string> = (booking: StoredBooking) => Result<StoredBooking, Code>

/** What becomes of the counsellor's time where a booking no longer stands: free for all, kept for whoever waits, or closed. */
export type After = 'free' | 'freed' | 'closed'

function weeksAfter(before: StoredBooking, booking: StoredBooking, after: After, theirs: Interval[], now: Date) {
  if (['held', 'confirmed'].includes(booking.state)) return turnInto(theirs, booking.id, intervalOf(booking), now)
  if (after === 'closed') return turnInto(theirs, booking.id, intervalOf(booking), now)
  if (after === 'freed' && before.state === 'confirmed') return turnInto(theirs, booking.id, freedBy(booking, now), now)
  return release(theirs, booking.id, now)
}

/**
 * One move of a booking with its time: in the counsellor's week, in the person's, and in the booking, or in none. Whoever it
 * is not `mine` for is told that there is none.
 */
export async function changeBooking<Code extends string>(
  bookingId: string,
  mine: (booking: StoredBooking) => boolean,
  rule: Rule<Code>,
  after: After,
  { database, now }: Around,
): Promise<Result<StoredBooking, Code | 'BOOKING_NOT_FOUND' | 'HOLD_OVER'>> {
  const stored = database.open(bookingsStore)
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const found = await stored.get(bookingId)
    if (!found || !mine(found)) return refused('BOOKING_NOT_FOUND')
    const refs = {
      booking: stored.at(bookingId),
      theirs: database.open(counsellorWeeksStore).at(counsellorWeekId(found.staffId, found.from)),
      own: database.open(personWeeksStore).at(personWeekId(found.personId, found.from)),
    }
    type Refused = Code | 'BOOKING_NOT_FOUND' | 'HOLD_OVER' | 'MOVED'
    const changed = await database.together(refs, ({ booking, theirs, own }): Result<Written, Refused> => {
      if (!booking || !mine(booking)) return refused('BOOKING_NOT_FOUND')
      if (!isAt(booking, found)) return refused('MOVED')
      const moved = rule(booking)
      if (!moved.ok) return moved
      if (moved.data === booking) return done({ write: {}, reply: booking })
      const next = withDue(moved.data)
      const [counsellors, persons] = [theirs?.taken ?? [], own?.taken ?? []]
      // Whoever says that a hold still stands must find it standing, whatever their clock says.
      if (next.state === 'confirmed' && ![counsellors, persons].every((taken) => findIn(taken, booking.id, now)))
        return refused('HOLD_OVER')
      const person = next.state === 'confirmed' ? turnInto(persons, next.id, intervalOf(next), now) : undefined
      return done({
        write: {
          booking: next,
          theirs: counsellorWeek(next.staffId, next.from, weeksAfter(booking, next, after, counsellors, now)),
          own: personWeek(next.personId, next.from, person ?? release(persons, next.id, now)),
        },
        reply: next,
      })
    })
    if (changed.ok || changed.code !== 'MOVED') return changed as Result<StoredBooking, Exclude<Refused, 'MOVED'>>
  }
  throw new Busy('moved again and again')
}

type Written = {
  write: { booking?: StoredBooking; theirs?: CounsellorWeek; own?: PersonWeek }
  reply: StoredBooking
}

/**
 * From one time to another: what was held until now is given up in the very transaction that takes the new one. Two weeks on
 * each side and the booking, where the weeks differ.
 */
export async function moveBooking<Code extends string>(
  bookingId: string,
  mine: (booking: StoredBooking) => boolean,
  to: { from: string; until: string; bufferMinutes: number },
  rule: Rule<Code>,
  after: Exclude<After, 'closed'>,
  { database, now }: Around,
): Promise<Result<StoredBooking, Code | 'BOOKING_NOT_FOUND' | 'SLOT_TAKEN' | 'TIME_CLASHES'>> {
  const stored = database.open(bookingsStore)
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const found = await stored.get(bookingId)
    if (!found || !mine(found)) return refused('BOOKING_NOT_FOUND')
    const isSameWeek = isoWeekOf(found.from) === isoWeekOf(to.from)
    const theirWeek = (at: string) => database.open(counsellorWeeksStore).at(counsellorWeekId(found.staffId, at))
    const ownWeek = (at: string) => database.open(personWeeksStore).at(personWeekId(found.personId, at))
    const next = { theirNext: theirWeek(to.from), ownNext: ownWeek(to.from) }
    const refs = {
      ...{ booking: stored.at(bookingId), theirs: theirWeek(found.from), own: ownWeek(found.from) },
      ...((isSameWeek ? {} : next) as typeof next),
    }
    type Refused = Code | 'BOOKING_NOT_FOUND' | 'SLOT_TAKEN' | 'TIME_CLASHES' | 'MOVED'
    const moved = await database.together(refs, (documents): Result<MovedWrite, Refused> => {
      const { booking } = documents
      if (!booking || !mine(booking)) return refused('BOOKING_NOT_FOUND')
      if (!isAt(booking, found)) return refused('MOVED')
      const asked = rule(booking)
      if (!asked.ok) return asked
      if (asked.data === booking) return done({ write: {}, reply: booking })
      const next = withDue(asked.data)
      const wanted = intervalOf(next)
      const { staffId, personId, from } = next
      const ownLeft = release(documents.own?.taken ?? [], booking.id, now)
      const ownTaken = take(isSameWeek ? ownLeft : (documents.ownNext?.taken ?? []), wanted, 0, now)
      if (!ownTaken.ok) return refused('TIME_CLASHES')
      const isKept = after === 'freed' && !clash(booking, wanted, to.bufferMinutes)
      const gone = release(documents.theirs?.taken ?? [], booking.id, now)
      const theirsLeft = isKept ? turnInto(gone, booking.id, freedBy(booking, now), now) : gone
      const base = isSameWeek ? theirsLeft : (documents.theirNext?.taken ?? [])
      const theirsTaken = take(base, wanted, to.bufferMinutes, now)
      if (!theirsTaken.ok) return refused('SLOT_TAKEN')
      const written = isSameWeek
        ? {
            theirs: counsellorWeek(staffId, from, theirsTaken.data),
            own: personWeek(personId, from, ownTaken.data),
          }
        : {
            theirs: counsellorWeek(staffId, booking.from, theirsLeft),
            own: personWeek(personId, booking.from, ownLeft),
            theirNext: counsellorWeek(staffId, from, theirsTaken.data),
            ownNext: personWeek(personId, from, ownTaken.data),
          }
      return done({ write: { booking: next, ...written }, reply: next })
    })
    if (moved.ok || moved.code !== 'MOVED') return moved as Result<StoredBooking, Exclude<Refused, 'MOVED'>>
  }
  throw new Busy('moved again and again')
}

type MovedWrite = {
  write: {
    booking?: StoredBooking
    theirs?: CounsellorWeek
    own?: PersonWeek
    theirNext?: CounsellorWeek
    ownNext?: PersonWeek
  }
  reply: StoredBooking
}
