import { cancel, confirm, letGo, RATING_DAYS, rate, reschedule } from '../../../src/domain/bookings/booking'
import { mayBook } from '../../../src/domain/bookings/limits'
import { sessionId, weekly } from '../../../src/domain/bookings/series'
import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { openOwn } from '../../_kit/reveal'
import type { Handlers } from '../../_kit/serve'
import { type Around, book, known } from '../book'
import { bookingRules as limits } from '../booking-rules'
import { bookingsStore, type StoredBooking } from '../bookings-store'
import { count } from '../count'
import { leavePhone, writeCard } from '../leave-with-booking'
import { offeredNow } from '../offered'
import { slotsAt } from '../offered-times'
import { somebodyWaits } from '../pass-on'
import { ownBooking, ownBookings } from '../show-bookings'
import { changeAlone, changeBooking, moveBooking } from '../stored-booking'
import { withCounsellor } from './held-bookings'

const A_PAGE = 20
const SERIES_DAYS = 42

const of = (personId: string) => (booking: StoredBooking) => booking.personId === personId

/** Whether anybody is to be asked first when this time is given up. */
const afterGivingUp = async (bookingId: string, mine: (booking: StoredBooking) => boolean, around: Around) => {
  const found = await around.database.open(bookingsStore).get(bookingId)
  return found && mine(found) && (await somebodyWaits(found.staffId, around)) ? 'freed' : 'free'
}

/** The clock counts it once it can no longer be changed. */
const countedLater = (booking: StoredBooking): StoredBooking => ({
  ...booking,
  due: daysLater(new Date(booking.ratedAt), RATING_DAYS).toISOString(),
})

const toInstant = (instant: string) => new Date(instant).toISOString()

export const bookings: Handlers<'bookings'> = {
  ...withCounsellor,

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
    if (!gone.ok) return withoutHold(gone)
    await count('lapsed', bookingId, { at: gone.data.endedAt, counts: { lapsed: 1 } }, context)
    return done({})
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
    const rule = (booking: StoredBooking) => {
      const rated = rate(booking, rating, context.now)
      return rated.ok && rated.data !== booking ? done(countedLater(rated.data)) : rated
    }
    const rated = await changeAlone(bookingId, of(context.caller.personId), rule, context)
    return rated.ok ? done({}) : rated
  },

  setCard: async ({ bookingId, card }, context) => writeCard(bookingId, card, context),
  setPhone: async ({ bookingId, phone }, context) => leavePhone(bookingId, phone, context),

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
    const isSealed = found.card !== null || found.phone !== null
    const { card, phone } = isSealed ? await openOwn(bookingsStore, found, context) : { card: null, phone: null }
    return done({ ...(await ownBooking(found, context)), card, phone })
  },
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
