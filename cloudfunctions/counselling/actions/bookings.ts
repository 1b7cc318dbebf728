import { callOff, cancel, confirm, letGo, rate, reschedule, wentBy } from '../../../src/domain/bookings/booking'
import { mayBook } from '../../../src/domain/bookings/limits'
import { sessionId, weekly } from '../../../src/domain/bookings/series'
import { CITY } from '../../../src/domain/branches/words'
import { done, type Result, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { keepFor } from '../../_kit/data-keys'
import { MOST_ROWS } from '../../_kit/database'
import { openOwn, reveal } from '../../_kit/reveal'
import { seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'
import { type Around as Booking, book, known } from '../book'
import { bookingRules as limits } from '../booking-rules'
import { bookingsStore, type StoredBooking } from '../bookings-store'
import { offeredNow } from '../offered'
import { slotsAt } from '../offered-times'
import { somebodyWaits } from '../pass-on'
import { heldBooking, heldBookings, isShared, ownBooking, ownBookings } from '../show-bookings'
import { changeBooking, moveBooking, withDue } from '../stored-booking'

const A_PAGE = 20
const SERIES_DAYS = 42

const of = (personId: string) => (booking: StoredBooking) => booking.personId === personId
const isWith = (staffId: string) => (booking: StoredBooking) => booking.staffId === staffId && booking.bookedAt !== ''

type Around = Booking

/** Whether anybody is to be asked first when this time is given up. */
const afterGivingUp = async (bookingId: string, mine: (booking: StoredBooking) => boolean, around: Around) => {
  const found = await around.database.open(bookingsStore).get(bookingId)
  return found && mine(found) && (await somebodyWaits(found.staffId, around)) ? 'freed' : 'free'
}

/** Only the booking itself: its time stays as it is. */
function changeAlone<Code extends string>(
  bookingId: string,
  mine: (booking: StoredBooking) => boolean,
  rule: (booking: StoredBooking) => Result<StoredBooking, Code>,
  { database }: Pick<Around, 'database'>,
) {
  type Written = { write?: StoredBooking; reply: StoredBooking }
  return database.open(bookingsStore).change(bookingId, (booking): Result<Written, Code | 'BOOKING_NOT_FOUND'> => {
    if (!booking || !mine(booking)) return refused('BOOKING_NOT_FOUND')
    const changed = rule(booking)
    if (!changed.ok) return changed
    return done(changed.data === booking ? { reply: booking } : { write: changed.data, reply: changed.data })
  })
}

const toInstant = (instant: string) => new Date(instant).toISOString()

export const bookings: Handlers<'bookings'> = {
  hold: async ({ bookingId, staffId, from, mode }, context) => {
    const { database, caller } = context
    const start = toInstant(from)
    const before = await database.open(bookingsStore).get(bookingId)
    if (before)
      return of(caller.personId)(before) && before.staffId === staffId && before.from === start && before.mode === mode
        ? done(await ownBooking(before, context))
        : refused('SLOT_TAKEN')
    const offering = await offeredNow(staffId, context)
    if (!offering) return refused('COUNSELLOR_NOT_FOUND')
    const [slot] = await slotsAt(offering, [start], context)
    if (!slot?.modes.includes(mode)) return refused('SLOT_NOT_OFFERED')
    const { timetable, counsellor } = offering
    const wanted = {
      ...{ id: bookingId, personId: caller.personId, staffId, from: slot.from, until: slot.until, mode },
      ...{ stationId: mode === 'in-person' ? counsellor.live.stationId : '', seriesId: '', session: 0 },
    }
    const booked = await book(wanted, { bufferMinutes: timetable.bufferMinutes, limits }, context)
    return booked.ok ? done(await ownBooking(booked.data, context)) : withoutOffer(booked)
  },

  confirm: async ({ bookingId }, context) => {
    const { caller, now } = context
    const confirmed = await changeBooking(
      bookingId,
      of(caller.personId),
      (booking) => confirm(booking, now),
      'free',
      context,
    )
    return confirmed.ok ? done(await ownBooking(confirmed.data, context)) : confirmed
  },

  letGo: async ({ bookingId }, context) => {
    const { caller, now } = context
    const gone = await changeBooking(bookingId, of(caller.personId), (one) => letGo(one, now), 'free', context)
    return gone.ok ? done({}) : withoutHold(gone)
  },

  series: async ({ seriesId, staffId, from, mode, sessions }, context) => {
    const { caller } = context
    const offering = await offeredNow(staffId, context)
    if (!offering) return refused('COUNSELLOR_NOT_FOUND')
    const { timetable, counsellor } = offering
    const starts = weekly(from, sessions)
    const ids = starts.map((_, at) => sessionId(seriesId, at + 1))
    const made = (await context.database.open(bookingsStore).getMany(ids)).filter(of(caller.personId))
    const slots = await slotsAt(offering, starts, context, { days: SERIES_DAYS })
    const held: StoredBooking[] = []
    const missing: { from: string; why: (typeof WHY_MISSING)[number] }[] = []
    for (const [at, start] of starts.entries()) {
      const before = made.find(({ id }) => id === ids[at])
      const slot = slots.find((each) => each.from === start && each.modes.includes(mode))
      if (before) held.push(before)
      else if (!slot) missing.push({ from: start, why: 'SLOT_NOT_OFFERED' })
      else {
        const wanted = {
          ...{ id: ids[at] ?? '', personId: caller.personId, staffId, from: slot.from, until: slot.until, mode },
          ...{ stationId: mode === 'in-person' ? counsellor.live.stationId : '', seriesId, session: at + 1 },
        }
        const booked = await book(wanted, { bufferMinutes: timetable.bufferMinutes, limits }, context)
        if (booked.ok) held.push(booked.data)
        else missing.push({ from: start, why: whyMissing(booked.code) })
      }
    }
    return done({ held: await ownBookings(held, context), missing })
  },

  confirmSeries: async ({ seriesId }, context) => {
    const { caller, database, now } = context
    const ids = Array.from({ length: 6 }, (_, at) => sessionId(seriesId, at + 1))
    const found = (await database.open(bookingsStore).getMany(ids)).filter(of(caller.personId))
    if (found.length === 0) return refused('BOOKING_NOT_FOUND')
    const confirmed: StoredBooking[] = []
    for (const { id } of found) {
      const one = await changeBooking(id, of(caller.personId), (booking) => confirm(booking, now), 'free', context)
      if (one.ok) confirmed.push(one.data)
    }
    return confirmed.length === 0 ? refused('HOLD_OVER') : done({ rows: await ownBookings(confirmed, context) })
  },

  reschedule: async ({ bookingId, from, mode }, context) => {
    const { caller, database, now } = context
    const mine = of(caller.personId)
    const found = await database.open(bookingsStore).get(bookingId)
    if (!found || !mine(found)) return refused('BOOKING_NOT_FOUND')
    const start = toInstant(from)
    const hours = limits.moveUntilHours
    const here = { staffId: found.staffId, from: start, until: found.until, mode, stationId: found.stationId }
    const asked = reschedule(found, here, hours, now)
    if (!asked.ok) return asked
    if (asked.data === found) return done(await ownBooking(found, context))
    const offering = await offeredNow(found.staffId, context)
    if (!offering) return refused('COUNSELLOR_NOT_FOUND')
    const [slot] = await slotsAt(offering, [start], context, { without: bookingId })
    if (!slot?.modes.includes(mode)) return refused('SLOT_NOT_OFFERED')
    const others = await known(caller.personId, start, context)
    const may = mayBook({ ...found, from: start, seriesId: found.seriesId || 'moved' }, others, limits, now)
    if (!may.ok) return refused('TOO_MANY_IN_PERIOD')
    const { timetable, counsellor } = offering
    const stationId = mode === 'in-person' ? counsellor.live.stationId : ''
    const to = { staffId: found.staffId, from: slot.from, until: slot.until, mode, stationId }
    const after = (await somebodyWaits(found.staffId, context)) ? 'freed' : 'free'
    const moved = await moveBooking(
      bookingId,
      mine,
      { ...to, bufferMinutes: timetable.bufferMinutes },
      (booking) => reschedule(booking, { ...to, staffId: booking.staffId }, hours, now),
      after,
      context,
    )
    return moved.ok ? done(await ownBooking(moved.data, context)) : moved
  },

  cancel: async ({ bookingId }, context) => {
    const { caller, now } = context
    const mine = of(caller.personId)
    const after = await afterGivingUp(bookingId, mine, context)
    const cancelled = await changeBooking(bookingId, mine, (booking) => cancel(booking, now), after, context)
    return cancelled.ok ? done(await ownBooking(cancelled.data, context)) : withoutHold(cancelled)
  },

  rate: async ({ bookingId, rating }, context) => {
    const rule = (booking: StoredBooking) => rate(booking, rating, context.now)
    const rated = await changeAlone(bookingId, of(context.caller.personId), rule, context)
    return rated.ok ? done({}) : rated
  },

  setCard: async ({ bookingId, card }, context) => {
    const { caller, database, now } = context
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
      const taken = await changeAlone(bookingId, mine, write(null), context)
      return taken.ok ? done({}) : taken
    }
    const set = await keepFor(
      bookingsStore,
      caller.personId,
      context,
      (key) => changeAlone(bookingId, mine, write(seal(bookingsStore, { ...found, card }, key).card), context),
      () => changeAlone(bookingId, mine, write(null), context),
    )
    return set.ok ? done({}) : set
  },

  mine: async ({ after }, context) => {
    const { rows, next } = await context.database.open(bookingsStore).find({
      index: 'byPerson',
      where: { personId: context.caller.personId },
      order: 'descending',
      limit: A_PAGE,
      ...(after && { after }),
    })
    const shown = await ownBookings(rows, context)
    return done({ rows: shown.filter(({ state }) => state !== 'expired'), next })
  },

  open: async ({ bookingId }, context) => {
    const found = await context.database.open(bookingsStore).get(bookingId)
    if (!found || !of(context.caller.personId)(found)) return refused('BOOKING_NOT_FOUND')
    const { card } = found.card === null ? { card: null } : await openOwn(bookingsStore, found, context)
    return done({ ...(await ownBooking(found, context)), card })
  },

  week: async ({ from }, context) => {
    const start = new Date(from)
    const range = { from: start.toISOString(), before: daysLater(start, 7).toISOString() }
    const { rows } = await context.database
      .open(bookingsStore)
      .find({ index: 'byStaff', where: { staffId: context.caller.staffId }, range, limit: MOST_ROWS })
    const shown = rows.filter(({ state }) => SHOWN_TO_COUNSELLOR.has(state))
    return done({ rows: await heldBookings(shown, context) })
  },

  card: async ({ bookingId }, context) => {
    const { caller, database } = context
    const found = await database.open(bookingsStore).get(bookingId)
    if (!found || !isWith(caller.staffId)(found)) return refused('BOOKING_NOT_FOUND')
    if (!isShared(found)) return done({ card: null })
    const why = { reason: 'counselling', role: 'counsellor', branchId: CITY } as const
    return done({ card: (await reveal(bookingsStore, found, why, context)).card })
  },

  attended: async ({ bookingId }, context) => wentAs('attended', bookingId, context),
  missed: async ({ bookingId }, context) => wentAs('missed', bookingId, context),

  callOff: async ({ bookingId, reason }, context) => {
    const { caller, now } = context
    const mine = isWith(caller.staffId)
    const off = await changeBooking(bookingId, mine, (booking) => callOff(booking, reason, now), 'closed', context)
    return off.ok ? done(await heldBooking(off.data, context)) : withoutHold(off)
  },
}

/** What is the person's alone stays so: a time that was given up says nothing to the counsellor but that it is free. */
const SHOWN_TO_COUNSELLOR = new Set<StoredBooking['state']>([
  'confirmed',
  'attended',
  'missed',
  'cancelled-by-counsellor',
])

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

const WHY_MISSING = ['SLOT_NOT_OFFERED', 'SLOT_TAKEN', 'TIME_CLASHES', 'TOO_MANY_IN_PERIOD'] as const

const whyMissing = (code: string): (typeof WHY_MISSING)[number] =>
  WHY_MISSING.find((why) => why === code) ?? 'SLOT_TAKEN'

type Not<Code extends string, Out> = { ok: false; code: Exclude<Code, Out>; retryAt?: string }

/** Only where a time was kept for somebody can that be over. */
const withoutOffer = <Code extends string>(refusal: { ok: false; code: Code; retryAt?: string }) => {
  if (refusal.code === 'OFFER_OVER') throw new Error('nothing was offered')
  return refusal as Not<Code, 'OFFER_OVER'>
}

/** Only a hold that is confirmed can be over. */
const withoutHold = <Code extends string>(refusal: { ok: false; code: Code; retryAt?: string }) => {
  if (refusal.code === 'HOLD_OVER') throw new Error('nothing was held')
  return refusal as Not<Code, 'HOLD_OVER'>
}
