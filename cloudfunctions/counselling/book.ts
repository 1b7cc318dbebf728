import { type Booking, hold, isAt } from '../../src/domain/bookings/booking'
import { type Limits, mayBook } from '../../src/domain/bookings/limits'
import { release, take } from '../../src/domain/bookings/weeks'
import { done, type Result, refused } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { takes, type Wait } from '../../src/domain/waits/wait'
import { keepFor } from '../_kit/data-keys'
import { Busy, type Database, MOST_ROWS, type Ref } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import {
  type BookingTurn,
  bookingsStore,
  bookingTurnsStore,
  counsellorWeeksStore,
  personWeeksStore,
  type StoredBooking,
} from './bookings-store'
import { counsellorWeek, counsellorWeekId, intervalOf, personWeek, personWeekId, withDue } from './stored-booking'
import { waitsStore } from './waits-store'

export type Around = { database: Database; keys: Keys; now: Date }

/** As often as somebody's other requests may come in between. */
const MOST_TRIES = 8

/** A time somebody wants, and that was free when it was looked at. */
export type Wanted = Pick<
  Booking,
  'id' | 'personId' | 'staffId' | 'from' | 'until' | 'mode' | 'stationId' | 'seriesId'
> & { session: number }

/** Further ahead than any timetable goes; what stands is found wherever it is. */
const AHEAD_DAYS = 120

type NotBooked = 'SLOT_TAKEN' | 'TIME_CLASHES' | 'TOO_MANY_STANDING' | 'TOO_MANY_IN_PERIOD'

/** What a person has around a time: all that a limit could count. */
export async function known(personId: string, from: string, { database }: Pick<Around, 'database'>) {
  const range = {
    from: daysLater(new Date(from), -AHEAD_DAYS).toISOString(),
    before: daysLater(new Date(from), AHEAD_DAYS).toISOString(),
  }
  return (await database.open(bookingsStore).find({ index: 'byPerson', where: { personId }, range, limit: MOST_ROWS }))
    .rows
}

/**
 * Holds a time: in the counsellor's week, in the person's, and as a booking, or in none. The person's turn is looked at
 * before what they have, so that of two requests at once the later finds what the earlier took. With `waitId` it is the time
 * that was kept for that wait, and is confirmed at once. The same booking asked for again is the one that was made.
 */
export async function book(
  wanted: Wanted,
  { bufferMinutes, limits, waitId }: { bufferMinutes: number; limits: Limits; waitId?: string },
  around: Around,
): Promise<Result<StoredBooking, NotBooked | 'OFFER_OVER'>> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const seen = await around.database.open(bookingTurnsStore).get(wanted.personId)
    const standing = await known(wanted.personId, wanted.from, around)
    const may = standing.some(({ id }) => id === wanted.id) ? done(true) : mayBook(wanted, standing, limits, around.now)
    if (!may.ok) return may
    const booked = await keepFor(
      bookingsStore,
      wanted.personId,
      around,
      () => put(wanted, { bufferMinutes, seen, ...(waitId && { waitId }) }, around),
      () => takeOut(wanted, around),
    )
    if (booked.ok || booked.code !== 'TURN_TAKEN') return booked as Result<StoredBooking, NotBooked | 'OFFER_OVER'>
  }
  throw new Busy('somebody asks for too much at once')
}

const refsOf = ({ id, personId, staffId, from }: Wanted, database: Database) => ({
  booking: database.open(bookingsStore).at(id),
  theirs: database.open(counsellorWeeksStore).at(counsellorWeekId(staffId, from)),
  own: database.open(personWeeksStore).at(personWeekId(personId, from)),
})

type How = { bufferMinutes: number; seen: BookingTurn | undefined; waitId?: string }
type Refused = NotBooked | 'OFFER_OVER' | 'TURN_TAKEN'

function put(wanted: Wanted, { bufferMinutes, seen, waitId }: How, { database, now }: Around) {
  const refs = { ...refsOf(wanted, database), turn: database.open(bookingTurnsStore).at(wanted.personId) }
  const withWait = waitId ? { ...refs, wait: database.open(waitsStore).at(waitId) } : refs
  const { session, ...time } = wanted
  return database.together(withWait as typeof refs & { wait: Ref<Wait> }, ({ booking, theirs, own, turn, wait }) => {
    const refuse = (code: Refused) => refused(code)
    if (booking)
      return booking.personId === wanted.personId && isAt(booking, wanted)
        ? done({ write: {}, reply: booking })
        : refuse('SLOT_TAKEN')
    if ((turn?.changes ?? 0) !== (seen?.changes ?? 0)) return refuse('TURN_TAKEN')
    const held = hold(time, now)
    const offer = waitId && wait?.personId === wanted.personId ? takes(wait, wanted.mode, now) : refused('OFFER_OVER')
    if (waitId && !(offer.ok && isAt({ ...offer.data, mode: wanted.mode, stationId: '' }, wanted)))
      return refuse('OFFER_OVER')
    const made: StoredBooking = withDue({
      ...held,
      ...(waitId && { state: 'confirmed', heldUntil: '', bookedAt: now.toISOString() }),
      ...{ card: null, phone: null, sharedWith: '', session, unsettled: false, counted: '', due: '' },
      // One at least: 0 is for who did not wait.
      waitedMinutes: wait ? Math.max(1, Math.floor((now.getTime() - Date.parse(wait.joinedAt)) / 60_000)) : 0,
    })
    const mine = take(own?.taken ?? [], intervalOf(made), 0, now)
    if (!mine.ok) return refuse('TIME_CLASHES')
    const before = offer.ok ? release(theirs?.taken ?? [], offer.data.id, now) : (theirs?.taken ?? [])
    const counsellors = take(before, intervalOf(made), bufferMinutes, now)
    if (!counsellors.ok) return refuse(waitId ? 'OFFER_OVER' : 'SLOT_TAKEN')
    const { personId, staffId, from } = made
    return done({
      write: {
        booking: made,
        theirs: counsellorWeek(staffId, from, counsellors.data),
        own: personWeek(personId, from, mine.data),
        turn: { id: personId, personId, changes: (turn?.changes ?? 0) + 1, at: now.toISOString() },
        ...(waitId && { wait: null }),
      },
      reply: made,
    })
  })
}

/** What was booked beside a destruction goes again, and its time is free. */
const takeOut = (wanted: Wanted, { database, now }: Around) =>
  database.together(refsOf(wanted, database), ({ booking, theirs, own }) => {
    const { id, personId, staffId, from } = wanted
    if (booking?.personId !== personId) return done({ write: {}, reply: true })
    return done({
      write: {
        booking: null,
        theirs: counsellorWeek(staffId, from, release(theirs?.taken ?? [], id, now)),
        own: personWeek(personId, from, release(own?.taken ?? [], id, now)),
      },
      reply: true,
    })
  })
