import type { Output } from '../../../src/contract'
import { findIn } from '../../../src/domain/bookings/weeks'
import { done, type Result, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { offerNow, passedOn, WAIT_DAYS, type Wait } from '../../../src/domain/waits/wait'
import { keepFor } from '../../_kit/data-keys'
import { type Database, MOST_ROWS } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { book } from '../book'
import { bookingRules as limits } from '../booking-rules'
import { bookingsStore, type CounsellorWeek, counsellorWeeksStore } from '../bookings-store'
import { counsellorsStore, timetablesStore } from '../counsellors-store'
import { count } from '../count'
import { offeredNow } from '../offered'
import { giveBack } from '../pass-on'
import { counsellorNames, ownBooking } from '../show-bookings'
import { counsellorWeek, counsellorWeekId } from '../stored-booking'
import { waitsStore } from '../waits-store'

type Around = { database: Database; now: Date }
type Shown = Output<'waits', 'join'>

async function ownWaits(personId: string, { database, now }: Around): Promise<Wait[]> {
  const { rows } = await database.open(waitsStore).find({ index: 'byPerson', where: { personId }, limit: MOST_ROWS })
  return rows.filter(({ until }) => now < new Date(until))
}

/** Until it opens in the morning, an offer is nobody's business. */
const openOffer = (wait: Wait, now: Date) => {
  const offer = offerNow(wait, now)
  return offer && new Date(offer.opensAt) <= now ? offer : null
}

async function shown(waits: readonly Wait[], { database, now }: Around): Promise<Shown[]> {
  const name = await counsellorNames(
    waits.flatMap(({ staffId, offer }) => [staffId, offer?.staffId ?? '']),
    database,
  )
  return Promise.all(
    waits.map(async (wait) => {
      const { id, staffId, field, mode, joinedAt, until } = wait
      const before = await database
        .open(waitsStore)
        .count({ index: 'byStaff', where: { staffId }, range: { before: joinedAt } })
      const offer = openOffer(wait, now)
      return {
        ...{ id, joinedAt, until, before },
        ...{ staffId: staffId || null, field: field || null, mode: mode || null },
        counsellorName: name(staffId) || null,
        offer: offer && {
          ...{ staffId: offer.staffId, from: offer.from, until: offer.until, modes: offer.modes },
          ...{ counsellorName: name(offer.staffId), lapsesAt: offer.lapsesAt },
        },
      }
    }),
  )
}

const showOne = async (wait: Wait, around: Around): Promise<Shown> => {
  const [one] = await shown([wait], around)
  if (!one) throw new Error('a wait is not shown')
  return one
}

export const waits: Handlers<'waits'> = {
  join: async ({ waitId, staffId, field, mode }, context) => {
    const { caller, database, now } = context
    const { personId } = caller
    const standing = await ownWaits(personId, context)
    const before = standing.find(({ id }) => id === waitId)
    if (before) return done(await showOne(before, context))
    if (staffId !== null && !(await offeredNow(staffId, context))) return refused('COUNSELLOR_NOT_FOUND')
    if (standing.length >= limits.waits) return refused('TOO_MANY_WAITS')
    const wait: Wait = {
      ...{ id: waitId, personId, staffId: staffId ?? '', field: field ?? '', mode: mode ?? '' },
      ...{ joinedAt: now.toISOString(), until: daysLater(now, WAIT_DAYS).toISOString() },
      ...{ offer: null, passed: [], asked: 0 },
    }
    const stored = database.open(waitsStore)
    const put = await keepFor(
      waitsStore,
      personId,
      context,
      () => stored.insert(wait),
      () => stored.change(waitId, (one) => done(one?.personId === personId ? { write: null, reply: 0 } : { reply: 0 })),
    )
    // The number is somebody else's: whoever asks hears no more than that it was not taken.
    if (put !== 'inserted') return refused('TOO_MANY_WAITS')
    await count('wait-joined', waitId, { at: now, counts: { waitsJoined: 1 } }, context)
    return done(await showOne(wait, context))
  },

  mine: async (_, context) => done({ rows: await shown(await ownWaits(context.caller.personId, context), context) }),

  leave: async ({ waitId }, context) => {
    const gone = await giveUp<never>(waitId, context.caller.personId, () => done(null), context)
    return gone.ok ? done({}) : gone
  },

  decline: async ({ waitId }, context) => {
    const { caller, now } = context
    const rule = (wait: Wait) => (openOffer(wait, now) ? done(passedOn(wait)) : refused('OFFER_OVER'))
    const declined = await giveUp(waitId, caller.personId, rule, context)
    return declined.ok ? done({}) : declined
  },

  accept: async ({ waitId, bookingId, mode }, context) => {
    const { caller, database, now } = context
    const made = await database.open(bookingsStore).get(bookingId)
    if (made?.personId === caller.personId) return done(await ownBooking(made, context))
    const wait = await database.open(waitsStore).get(waitId)
    if (wait?.personId !== caller.personId) return refused('WAIT_NOT_FOUND')
    const offer = openOffer(wait, now)
    if (made || !offer?.modes.includes(mode)) return refused('OFFER_OVER')
    const [counsellor, timetable] = await Promise.all([
      database.open(counsellorsStore).get(offer.staffId),
      database.open(timetablesStore).get(offer.staffId),
    ])
    if (!timetable || !counsellor?.live || counsellor.leftAt !== '') return refused('OFFER_OVER')
    const { staffId, from, until } = offer
    const wanted = {
      ...{ id: bookingId, personId: caller.personId, staffId, from, until, mode },
      ...{ stationId: mode === 'in-person' ? counsellor.live.stationId : '', seriesId: '', session: 0 },
    }
    const booked = await book(wanted, { bufferMinutes: timetable.bufferMinutes, limits, waitId }, context)
    if (booked.ok) return done(await ownBooking(booked.data, context))
    return refused(booked.code === 'SLOT_TAKEN' ? 'OFFER_OVER' : booked.code)
  },
}

/** Changes a wait, and gives the time that was kept for it to the next, in one. */
async function giveUp<Code extends string>(
  waitId: string,
  personId: string,
  rule: (wait: Wait) => Result<Wait | null, Code>,
  { database, now }: Around,
): Promise<Result<true, Code | 'WAIT_NOT_FOUND'>> {
  const stored = database.open(waitsStore)
  const found = await stored.get(waitId)
  if (found?.personId !== personId) return refused('WAIT_NOT_FOUND')
  const weeks = database.open(counsellorWeeksStore)
  const weekId = found.offer ? counsellorWeekId(found.offer.staffId, found.offer.from) : `none.${waitId}`
  const refs = { wait: stored.at(waitId), week: weeks.at(weekId) }
  return database.together(refs, ({ wait, week }): Result<Given, Code | 'WAIT_NOT_FOUND'> => {
    if (wait?.personId !== personId) return refused('WAIT_NOT_FOUND')
    const changed = rule(wait)
    if (!changed.ok) return changed
    const { offer } = wait
    const isKept = offer && offer.id === found.offer?.id && week && findIn(week.taken, offer.id, now)
    const left = isKept && counsellorWeek(week.staffId, offer.from, giveBack(week.taken, offer.id, now))
    return done({ write: { wait: changed.data, ...(left && { week: left }) }, reply: true })
  })
}

type Given = { write: { wait: Wait | null; week?: CounsellorWeek }; reply: true }
