import { asOfNow } from '../../src/domain/bookings/booking'
import { isStillSo } from '../../src/domain/bookings/reminders'
import { type Interval, release } from '../../src/domain/bookings/weeks'
import { workedAs } from '../../src/domain/calendar/china'
import { done } from '../../src/domain/result'
import { dayOf, daysLater, inShanghai } from '../../src/domain/time'
import { nextFree } from '../../src/domain/timetables/slots'
import { offerNow } from '../../src/domain/waits/wait'
import { isOpen } from '../../src/domain/wishes/wish'
import { MOST_IDS, MOST_ROWS, type Page } from '../_kit/database'
import { staffStore } from '../_kit/identity'
import type { Job, JobContext } from '../_kit/job'
import type { Subjects } from '../_kit/outbox/subjects'
import { bookingsStore, type CounsellorWeek, counsellorWeeksStore, type StoredBooking } from './bookings-store'
import { counsellorsStore, type StoredCounsellor } from './counsellors-store'
import { count, isCounted } from './count'
import { leaveOver } from './leave-over'
import { isCounsellor, offeredNow } from './offered'
import { passOnWeek } from './pass-on'
import { settle } from './settle-bookings'
import { changeAlone, changeBooking, counsellorWeek, NEVER } from './stored-booking'
import { takenOf } from './taken-times'
import { waitsStore, wishesStore } from './waits-store'

const dueBy = (now: Date) => ({ before: new Date(now.getTime() + 1).toISOString() })

/** One that cannot be done now must not keep the others waiting: its fault is told when all have had their turn. */
async function each<T>(rows: readonly T[], timeLeft: () => boolean, work: (row: T) => Promise<unknown>) {
  let amount = 0
  const faults: unknown[] = []
  for (const row of rows) {
    if (!timeLeft()) break
    try {
      await work(row)
      amount++
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return amount
}

/**
 * Writes down which holds are over, takes numbers away after the call, asks who is next for what was freed, and says and counts what was changed. Every reading
 * goes by the instant, so nothing waits for the first; with nothing due it reads nothing but three empty searches.
 */
const followBookings: Job = {
  name: 'follow-bookings',
  everyMinutes: 1,
  run: async (context) => (await lookAtDue(context)) + (await passOnAll(context)) + (await settleAll(context)),
}

async function lookAtDue(context: JobContext) {
  const { database, now, timeLeft } = context
  const { rows } = await database.open(bookingsStore).find({ index: 'byDue', range: dueBy(now), limit: MOST_ROWS })
  return each(rows, timeLeft, (booking) =>
    booking.state === 'held' ? lapse(booking, context) : tidyUp(booking, context),
  )
}

const any = () => true

/** Nobody confirmed it: said once, whether the clock was late or not. */
async function lapse({ id, heldUntil }: StoredBooking, context: JobContext) {
  const over = await changeBooking(id, any, (one) => done(asOfNow(one, context.now)), 'free', context)
  if (over.ok && over.data.state === 'expired')
    await count('lapsed', id, { at: heldUntil, counts: { lapsed: 1 } }, context)
}

/** After the session: a rating that can no longer be changed is counted, and the number goes. */
async function tidyUp({ id, state, rating }: StoredBooking, context: JobContext) {
  const { database, now } = context
  if (state === 'attended' && rating > 0)
    await count('rated', id, { at: now, counts: { ratings: 1, ratingSum: rating } }, context)
  await changeAlone(
    id,
    any,
    (one) => done(one.state !== 'held' && new Date(one.due) <= now ? { ...one, phone: null, due: NEVER } : one),
    { database },
  )
}

async function passOnAll(context: JobContext) {
  const { database, now, timeLeft } = context
  const weeks = database.open(counsellorWeeksStore)
  const { rows } = await weeks.find({ index: 'byDue', range: dueBy(now), limit: MOST_ROWS })
  return each(rows, timeLeft, (week) => passOnWeek(week, context))
}

async function settleAll(context: JobContext) {
  const { rows } = await context.database
    .open(bookingsStore)
    .find({ index: 'byUnsettled', where: { unsettled: true }, limit: MOST_ROWS })
  return each(rows, context.timeLeft, (booking) => settle(booking, context))
}

/** What stands with somebody who does not work here any more goes to a colleague, or is called off. */
const leaveOverBookings: Job = {
  name: 'leave-over-bookings',
  everyMinutes: 10,
  run: async (context) => {
    const all = await eachCounsellor(context)
    const here = new Set<string>()
    for (let from = 0; from < all.length; from += MOST_IDS) {
      const ids = all.slice(from, from + MOST_IDS).map(({ staffId }) => staffId)
      for (const member of await context.database.open(staffStore).getMany(ids))
        if (isCounsellor(member)) here.add(member.id)
    }
    const gone = all.filter(({ staffId, leftAt }) => leftAt !== '' || !here.has(staffId))
    let amount = 0
    for (const counsellor of gone) amount += await leaveOver(counsellor, all, context)
    return amount
  },
}

async function eachCounsellor({ database }: Pick<JobContext, 'database'>): Promise<StoredCounsellor[]> {
  const all: StoredCounsellor[] = []
  let after: string | null = null
  do {
    const page: Page<StoredCounsellor> = await database
      .open(counsellorsStore)
      .find({ index: 'byShown', limit: MOST_ROWS, ...(after && { after }) })
    all.push(...page.rows)
    after = page.next
  } while (after)
  return all
}

/** Frees what stands in a week for a booking that is no more: destroyed, and brought back by no backup. */
const tidyWeeks: Job = {
  name: 'tidy-weeks',
  everyMinutes: 24 * 60,
  run: async ({ database, now, timeLeft }) => {
    const weeks = database.open(counsellorWeeksStore)
    let amount = 0
    let after: string | null = null
    do {
      const page: Page<CounsellorWeek> = await weeks.find({
        index: 'byEnd',
        range: { from: now.toISOString() },
        limit: MOST_ROWS,
        ...(after && { after }),
      })
      for (const { id, taken } of page.rows) {
        const gone = await goneOf(taken, { database })
        if (gone.length === 0) continue
        await weeks.change(id, (week) => {
          if (!week) return done({ reply: true })
          const left = gone.reduce<Interval[]>((rest, bookingId) => release(rest, bookingId, now), week.taken)
          return done({
            write: counsellorWeek(week.staffId, daysLater(new Date(week.endsAt), -1).toISOString(), left),
            reply: true,
          })
        })
        amount += gone.length
      }
      after = page.next
    } while (after && timeLeft())
    return amount
  },
}

async function goneOf(taken: readonly Interval[], { database }: Pick<JobContext, 'database'>) {
  const ids = taken.filter(({ passOnAt, heldUntil }) => passOnAt === '' && heldUntil === '').map((one) => one.bookingId)
  const found: StoredBooking[] = []
  for (let from = 0; from < ids.length; from += MOST_IDS)
    found.push(...(await database.open(bookingsStore).getMany(ids.slice(from, from + MOST_IDS))))
  const there = new Set(found.map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}

const NOON = 12

/** A promise that passed is looked for again for so long, should the clock stand still. */
const PASSED_DAYS = 2

/** A wish that is not answered when that was promised is counted as such, also where the answer never comes. */
const countBrokenPromises: Job = {
  name: 'count-broken-promises',
  everyMinutes: 60,
  run: async (context) => {
    const { database, now, timeLeft } = context
    const range = { from: daysLater(now, -PASSED_DAYS).toISOString(), ...dueBy(now) }
    const { rows } = await database
      .open(wishesStore)
      .find({ index: 'byAnswered', where: { answeredAt: '' }, range, limit: MOST_ROWS })
    return each(rows, timeLeft, ({ id, promisedAt }) =>
      count('wish-missed', id, { at: promisedAt, counts: { wishesMissed: 1 } }, context),
    )
  },
}

/** Once a day at noon: how long until the first free time of each counsellor. */
const sampleFirstFree: Job = {
  name: 'sample-first-free',
  everyMinutes: 60,
  run: async (context) => {
    const { now } = context
    const day = dayOf(now)
    if (inShanghai(now).hour() < NOON || (await isCounted('first-free', day, context))) return 0
    const waits = await minutesUntilFirst(context)
    const firstFree = waits.reduce((sum, minutes) => sum + minutes, 0)
    await count('first-free', day, { at: now, counts: { offering: waits.length, firstFree } }, context)
    return 1
  },
}

async function minutesUntilFirst(context: JobContext): Promise<number[]> {
  const { database, now } = context
  const found: number[] = []
  for (const { staffId, shown } of await eachCounsellor(context)) {
    const offering = shown ? await offeredNow(staffId, { database, now }) : undefined
    if (!offering) continue
    const { counsellor, timetable } = offering
    const until = daysLater(now, timetable.horizonDays + 1)
    const taken = (await takenOf([staffId], { from: now, until }, database))(staffId)
    const { modes } = counsellor.live
    const first = nextFree(timetable, taken, workedAs, now, { from: now, until, modes })
    if (first) found.push(Math.floor((Date.parse(first.from) - now.getTime()) / 60_000))
  }
  return found
}

export const bookingJobs: readonly Job[] = [
  followBookings,
  leaveOverBookings,
  tidyWeeks,
  sampleFirstFree,
  countBrokenPromises,
]

export const bookingSubjects: Subjects = {
  booking: async ({ subjectId, revision }, { database }) =>
    isStillSo(await database.open(bookingsStore).get(subjectId), revision),
  offer: async ({ subjectId, revision }, { database, now }) => {
    const wait = await database.open(waitsStore).get(subjectId)
    return wait !== undefined && wait.asked === revision && offerNow(wait, now) !== null
  },
  wish: async ({ subjectId }, { database }) => {
    const wish = await database.open(wishesStore).get(subjectId)
    return wish !== undefined && !isOpen(wish)
  },
}
