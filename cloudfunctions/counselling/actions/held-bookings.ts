import { asOfNow, callOff, wentBy } from '../../../src/domain/bookings/booking'
import { mayCall } from '../../../src/domain/bookings/phone'
import { heldStates } from '../../../src/domain/bookings/words'
import { CITY } from '../../../src/domain/branches/words'
import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { midnightOf } from '../../../src/domain/timetables/slots'
import { MOST_ROWS, type Page } from '../../_kit/database'
import { reveal } from '../../_kit/reveal'
import type { Handlers } from '../../_kit/serve'
import type { Around } from '../book'
import { bookingsStore, type StoredBooking } from '../bookings-store'
import { heldBooking, heldBookings, isShared } from '../show-bookings'
import { changeAlone, changeBooking, withDue } from '../stored-booking'

const A_PAGE = 50
/** A filter may leave few of each page: it is read on until there is something to show, and not for ever. */
const ENOUGH = 20
const MOST_PAGES = 5

const isWith = (staffId: string) => (booking: StoredBooking) => booking.staffId === staffId && booking.bookedAt !== ''
const isShown = ({ state }: StoredBooking) => heldStates.some((held) => held === state)
const why = { reason: 'counselling', role: 'counsellor', branchId: CITY } as const

type Counsellors = 'week' | 'held' | 'card' | 'phone' | 'attended' | 'missed' | 'callOff'

/** What a counsellor sees and does with the bookings that are with them. */
export const withCounsellor: Pick<Handlers<'bookings'>, Counsellors> = {
  week: async ({ from }, context) => {
    const start = new Date(from)
    const range = { from: start.toISOString(), before: daysLater(start, 7).toISOString() }
    const rows: StoredBooking[] = []
    let next: string | null = null
    do {
      const page: Page<StoredBooking> = await context.database.open(bookingsStore).find({
        ...{ index: 'byStaff', where: { staffId: context.caller.staffId }, range, limit: MOST_ROWS },
        ...(next && { after: next }),
      })
      rows.push(...page.rows.filter(isShown))
      next = page.next
    } while (next)
    return done({ rows: await heldBookings(rows, context) })
  },

  held: async ({ from, until, state, mode, order, after }, context) => {
    const range = {
      ...(from && { from: new Date(midnightOf(from)).toISOString() }),
      ...(until && { before: daysLater(new Date(midnightOf(until)), 1).toISOString() }),
    }
    const chosen: StoredBooking[] = []
    let next = after ?? null
    let pages = 0
    do {
      const page: Page<StoredBooking> = await context.database.open(bookingsStore).find({
        index: 'byStaff',
        where: { staffId: context.caller.staffId },
        range,
        order: order === 'latest' ? 'descending' : 'ascending',
        limit: A_PAGE,
        ...(next && { after: next }),
      })
      const shown = page.rows.filter(isShown)
      chosen.push(...shown.filter((one) => (!state || one.state === state) && (!mode || one.mode === mode)))
      next = page.next
      pages++
    } while (next && chosen.length < ENOUGH && pages < MOST_PAGES)
    return done({ rows: await heldBookings(chosen, context), next })
  },

  card: async ({ bookingId }, context) => {
    const { caller, database } = context
    const found = await database.open(bookingsStore).get(bookingId)
    if (!found || !isWith(caller.staffId)(found)) return refused('BOOKING_NOT_FOUND')
    if (!isShared(found)) return done({ card: null })
    return done({ card: (await reveal(bookingsStore, found, why, context)).card })
  },

  phone: async ({ bookingId }, context) => {
    const { caller, database, now } = context
    const found = await database.open(bookingsStore).get(bookingId)
    if (!found || !isWith(caller.staffId)(found)) return refused('BOOKING_NOT_FOUND')
    const may = mayCall(asOfNow(found, now), now)
    if (!may.ok) return may
    if (found.phone === null) return done({ phone: null })
    return done({ phone: (await reveal(bookingsStore, found, why, context)).phone })
  },

  attended: async ({ bookingId }, context) => wentAs('attended', bookingId, context),
  missed: async ({ bookingId }, context) => wentAs('missed', bookingId, context),

  callOff: async ({ bookingId, reason }, context) => {
    const { caller, now } = context
    const mine = isWith(caller.staffId)
    const off = await changeBooking(bookingId, mine, (booking) => callOff(booking, reason, now), 'closed', context)
    if (off.ok) return done(await heldBooking(off.data, context))
    if (off.code === 'HOLD_OVER') throw new Error('nothing was held')
    return refused(off.code)
  },
}

async function wentAs(
  outcome: 'attended' | 'missed',
  bookingId: string,
  context: Around & { caller: { staffId: string } },
) {
  const rule = (booking: StoredBooking) => {
    const went = wentBy(booking, outcome, context.now)
    return went.ok && went.data !== booking ? done(withDue(went.data)) : went
  }
  const went = await changeAlone(bookingId, isWith(context.caller.staffId), rule, context)
  return went.ok ? done(await heldBooking(went.data, context)) : went
}
