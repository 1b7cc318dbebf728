import { mayLeavePhone } from '../../src/domain/bookings/phone'
import { MOST_SESSIONS, sessionId } from '../../src/domain/bookings/series'
import { done, refused } from '../../src/domain/result'
import type { Employee, Member } from '../_kit/caller'
import { type DataKey, keepFor } from '../_kit/data-keys'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { seal } from '../_kit/sealing'
import { bookingsStore, type StoredBooking } from './bookings-store'
import { changeAlone, dueOf } from './stored-booking'

type Around = { database: Database; keys: Keys; now: Date; caller: Employee | Member }

const of = (personId: string) => (booking: StoredBooking) => booking.personId === personId

/** What this counsellor is to know, until the session ends; it can be taken back at any time. */
export async function writeCard(bookingId: string, card: string | null, around: Around) {
  const { caller, database, now } = around
  const mine = of(caller.personId)
  const found = await database.open(bookingsStore).get(bookingId)
  if (!found || !mine(found)) return refused('BOOKING_NOT_FOUND')
  const write = (text: StoredBooking['card']) => (booking: StoredBooking) =>
    booking.state === 'confirmed' && now < new Date(booking.until)
      ? done({ ...booking, card: text, sharedWith: text === null ? '' : booking.staffId })
      : text === null
        ? done({ ...booking, card: null, sharedWith: '' })
        : refused('BOOKING_OVER')
  if (card === null) {
    const taken = await changeAlone(bookingId, mine, write(null), around)
    return taken.ok ? done({}) : taken
  }
  const set = await keepFor(
    bookingsStore,
    caller.personId,
    around,
    (key) => changeAlone(bookingId, mine, write(seal(bookingsStore, { ...found, card }, key).card), around),
    () => changeAlone(bookingId, mine, write(null), around),
  )
  return set.ok ? done({}) : set
}

/** Where to be called, for each of a series that is still to come; it can be taken back at any time. */
export async function leavePhone(bookingId: string, phone: string | null, around: Around) {
  const { caller, database, now } = around
  const stored = database.open(bookingsStore)
  const mine = of(caller.personId)
  const found = await stored.get(bookingId)
  if (!found || !mine(found)) return refused('BOOKING_NOT_FOUND')
  const all = [found, ...(await othersOf(found, around)).filter(mine)]
  const takeBack = async () => {
    for (const { id, phone: left } of all)
      if (left !== null || phone !== null) await changeAlone(id, mine, without, around)
    return done({})
  }
  if (phone === null) return takeBack()
  const may = mayLeavePhone(found, now)
  if (!may.ok) return may
  const put = (booking: StoredBooking, key: DataKey) => {
    const sealed = seal(bookingsStore, { ...booking, phone }, key).phone
    const rule = (current: StoredBooking) => {
      const mayStill = mayLeavePhone(current, now)
      return mayStill.ok ? done(withPhone(current, sealed)) : mayStill
    }
    return changeAlone(booking.id, mine, rule, around)
  }
  return keepFor(
    bookingsStore,
    caller.personId,
    around,
    async (key) => {
      const first = await put(found, key)
      for (const other of first.ok ? all.slice(1) : []) if (mayLeavePhone(other, now).ok) await put(other, key)
      return first.ok ? done({}) : first
    },
    takeBack,
  )
}

const withPhone = (booking: StoredBooking, phone: StoredBooking['phone']) => {
  const next = { ...booking, phone }
  return { ...next, due: dueOf(next) }
}

const without = (booking: StoredBooking) => done(booking.phone === null ? booking : withPhone(booking, null))

async function othersOf({ id, seriesId }: StoredBooking, { database }: Pick<Around, 'database'>) {
  if (seriesId === '') return []
  const ids = Array.from({ length: MOST_SESSIONS }, (_, at) => sessionId(seriesId, at + 1))
  return database.open(bookingsStore).getMany(ids.filter((other) => other !== id))
}
