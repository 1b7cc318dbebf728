import { clash, findIn, type Interval, isLive, release, take, turnInto } from '../../src/domain/bookings/weeks'
import { done } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import {
  canBeOffered,
  type Freed,
  fits,
  GRACE_MINUTES,
  inOrder,
  offered,
  offerTimes,
  passedOn,
  type Wait,
} from '../../src/domain/waits/wait'
import { type Database, MOST_ROWS, type Ref } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { plan } from '../_kit/outbox/outbox'
import { type CounsellorWeek, counsellorWeeksStore, personWeeksStore } from './bookings-store'
import { count } from './count'
import { offeredNow } from './offered'
import { slotsAt } from './offered-times'
import { counsellorWeek, personWeekId } from './stored-booking'
import { waitsStore } from './waits-store'

type Around = { database: Database; keys: Keys; now: Date }

/** So many are asked whether they are free at that hour, before the time is left to everybody. */
const MOST_LOOKED_AT = 20

export const offerIntervalId = (waitId: string, asked: number) => `offer.${waitId}.${asked}`

/** Whose offer an interval keeps; undefined for what was freed just now. */
const waitIdOf = ({ bookingId }: Interval) => (bookingId.startsWith('offer.') ? bookingId.split('.')[1] : undefined)

/** Whether anybody at all waits for this counsellor or for anybody. */
export async function somebodyWaits(staffId: string, { database, now }: Pick<Around, 'database' | 'now'>) {
  for (const each of [staffId, '']) {
    const { rows } = await waitingFor(each, { database }, 1)
    if (rows.some(({ until }) => now < new Date(until))) return true
  }
  return false
}

const waitingFor = (staffId: string, { database }: Pick<Around, 'database'>, limit = MOST_ROWS) =>
  database.open(waitsStore).find({ index: 'byStaff', where: { staffId }, limit })

/** Every time of a week for which somebody is to be asked now. */
export async function passOnWeek({ id }: Pick<CounsellorWeek, 'id'>, around: Around): Promise<void> {
  const week = await around.database.open(counsellorWeeksStore).get(id)
  const due = week?.taken.filter(({ passOnAt }) => passOnAt !== '' && new Date(passOnAt) <= around.now) ?? []
  for (const interval of due) if (week) await passOn(week, interval, around)
}

type FreedNow = Freed & { bufferMinutes: number }

/** As it can still be booked, and in which ways; undefined where it cannot. */
async function freedTime(
  { staffId }: CounsellorWeek,
  interval: Interval,
  around: Around,
): Promise<FreedNow | undefined> {
  if (!canBeOffered(interval, around.now)) return undefined
  const offering = await offeredNow(staffId, around)
  if (!offering) return undefined
  const [slot] = await slotsAt(offering, [interval.from], around, { without: interval.bookingId })
  const { fields } = offering.counsellor.live
  const { bufferMinutes } = offering.timetable
  return slot?.until === interval.until ? { staffId, fields, bufferMinutes, ...slot } : undefined
}

async function nextFor(freed: Freed, beforeId: string | undefined, { database, now }: Around) {
  const pages = [await waitingFor(freed.staffId, { database }), await waitingFor('', { database })]
  const all = inOrder(pages.flatMap(({ rows }) => rows)).filter(
    (wait) => wait.id !== beforeId && fits(wait, freed, now),
  )
  for (const wait of all.slice(0, MOST_LOOKED_AT)) {
    const week = await database.open(personWeeksStore).get(personWeekId(wait.personId, freed.from))
    if (!week?.taken.some((each) => isLive(each, now) && clash(each, freed, 0))) return wait
  }
  return undefined
}

/** To whoever is next, or to everybody where there is nobody. Cut off anywhere, it is done again. */
async function passOn(week: CounsellorWeek, interval: Interval, around: Around): Promise<void> {
  const { database, now } = around
  const beforeId = waitIdOf(interval)
  const freed = await freedTime(week, interval, around)
  const next = freed && (await nextFor(freed, beforeId, around))
  if (next) await tell(next, around)
  const waits = database.open(waitsStore)
  const refs = {
    ...{ week: database.open(counsellorWeeksStore).at(week.id) },
    ...(beforeId && { before: waits.at(beforeId) }),
    ...(next && { next: waits.at(next.id) }),
  } as { week: Ref<CounsellorWeek>; before: Ref<Wait>; next: Ref<Wait> }
  const asked = await database.together(refs, (documents) => {
    const current = documents.week
    const there = current?.taken.find(({ bookingId }) => bookingId === interval.bookingId)
    if (!current || !there || new Date(there.passOnAt) > now) return done({ write: {}, reply: '' })
    const before = documents.before?.offer?.id === interval.bookingId ? passedOn(documents.before) : undefined
    const told = freed && documents.next && fits(documents.next, freed, now) ? documents.next : undefined
    const chosen = told && freed && offered(told, freed, offerIntervalId(told.id, told.asked + 1), now)
    const left = release(current.taken, interval.bookingId, now)
    // Where the clock comes so late that the time was free meanwhile, somebody may have it.
    const kept = chosen && freed && take(left, keptFor(chosen, interval), freed.bufferMinutes, now)
    return done({
      write: {
        week: counsellorWeek(current.staffId, interval.from, kept?.ok ? kept.data : left),
        ...(before && { before }),
        ...(kept?.ok && { next: chosen }),
      },
      reply: (kept?.ok && chosen?.offer?.id) || '',
    })
  })
  if (asked.data !== '') await count('wait-offered', asked.data, { at: now, counts: { waitsOffered: 1 } }, around)
}

const keptFor = ({ offer }: Wait, { from, until }: Interval): Interval => {
  if (!offer) throw new Error('nothing is offered')
  const heldUntil = minutesLater(new Date(offer.lapsesAt), GRACE_MINUTES).toISOString()
  return { bookingId: offer.id, from, until, heldUntil, passOnAt: offer.lapsesAt }
}

/** Planned before it is so: whether it came true is asked again when it is said. */
const tell = ({ personId, id, asked }: Wait, around: Around) =>
  plan(
    [
      {
        personId,
        kind: 'slot-offered',
        subject: { kind: 'offer', id },
        revision: asked + 1,
        dueAt: offerTimes(around.now).opensAt,
      },
    ],
    around,
  )

/** What was kept for somebody who says no, or leaves, is looked at by the clock in its next minute. */
export function giveBack(taken: readonly Interval[], offerId: string, now: Date): Interval[] {
  const kept = findIn(taken, offerId, now)
  if (!kept) return release(taken, offerId, now)
  return turnInto(taken, offerId, { ...kept, passOnAt: now.toISOString() }, now)
}
