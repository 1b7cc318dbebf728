import fc from 'fast-check'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { book } from '../../cloudfunctions/counselling/book'
import {
  bookingsStore,
  counsellorWeeksStore,
  personWeeksStore,
  type StoredBooking,
} from '../../cloudfunctions/counselling/bookings-store'
import { changeBooking, moveBooking } from '../../cloudfunctions/counselling/stored-booking'
import { callOff, cancel, confirm, letGo, reschedule } from '../../src/domain/bookings/booking'
import { isLive } from '../../src/domain/bookings/weeks'
import { minutesLater } from '../../src/domain/time'
import { openInMemory } from './in-memory'

/** Sunday evening and Monday morning of Shanghai: two ISO weeks, half-hours that overlap sessions of 50 minutes. */
const FIRST = Date.parse('2026-03-15T11:00:00.000Z')
const SESSION = 50
const BUFFER = 10
const MINUTE = 60_000
/** No session crosses midnight, as no period of a timetable does. */
const BEFORE_MIDNIGHT = 9
const startOf = (slot: number) => new Date(FIRST + (slot === BEFORE_MIDNIGHT ? slot - 1 : slot) * 30 * MINUTE)

const people = ['lin', 'zhao', 'sun']
const counsellors = ['lu', 'qi']
const limits = { standing: 50, inPeriod: 50, periodDays: 30, waits: 3, moveUntilHours: 2 }

type State = 'held' | 'confirmed' | 'gone' | 'closed'
/** What the oracle knows of a booking: nothing of weeks, intervals or revisions. */
type Known = { id: string; person: string; staff: string; start: number; state: State; heldUntil: number }

type Step =
  | { do: 'hold'; person: number; staff: number; slot: number }
  | { do: 'confirm' | 'letGo' | 'cancel' | 'callOff'; which: number }
  | { do: 'move'; which: number; slot: number }
  | { do: 'pass'; minutes: number }

const slot = fc.nat({ max: 36 })
const which = fc.nat({ max: 11 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('hold' as const), person: fc.nat(2), staff: fc.nat(1), slot }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constantFrom('confirm', 'confirm', 'letGo', 'cancel', 'callOff'), which }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), which, slot }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  ) as fc.Arbitrary<Step>,
  { minLength: 5, maxLength: 30 },
)

const keys = readKeys(generateKeys())

/** The oracle: what must be answered, from what it knows, by comparing every two times there are. */
function openOracle() {
  const known: Known[] = []
  const keepsTime = (one: Known, now: number) =>
    one.state === 'confirmed' || (one.state === 'held' && one.heldUntil > now)
  const blocks = (one: Known, now: number) => keepsTime(one, now) || one.state === 'closed'
  const near = (one: number, other: number, gap: number) => Math.abs(one - other) < (SESSION + gap) * MINUTE
  return {
    known,
    keepsTime,
    fits: (mine: Pick<Known, 'id' | 'person' | 'staff'>, start: number, now: number): string => {
      const others = known.filter(({ id }) => id !== mine.id)
      if (others.some((one) => one.person === mine.person && keepsTime(one, now) && near(one.start, start, 0)))
        return 'TIME_CLASHES'
      if (others.some((one) => one.staff === mine.staff && blocks(one, now) && near(one.start, start, BUFFER)))
        return 'SLOT_TAKEN'
      return 'OK'
    },
  }
}

const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'OK' : String(reply.code))

/** Every answer must be the oracle's, and after each the weeks must hold each booking exactly once and nothing else. */
async function follow(all: Step[]): Promise<void> {
  const database = openInMemory()
  const oracle = openOracle()
  let now = new Date('2026-03-15T02:00:00.000Z')
  const pick = (at: number) => oracle.known[at % Math.max(1, oracle.known.length)]

  const expected = (step: Exclude<Step, { do: 'pass' | 'hold' }>, one: Known): string => {
    const at = now.getTime()
    const isHeld = one.state === 'held' && one.heldUntil > at
    const isLapsed = one.state === 'held' && !isHeld
    if (step.do === 'confirm')
      return isHeld || one.state === 'confirmed' ? 'OK' : isLapsed ? 'HOLD_OVER' : 'HOLD_OVER|BOOKING_OVER'
    if (step.do === 'letGo') return isHeld || isLapsed ? 'OK' : one.state === 'gone' ? 'OK|NOT_HELD' : 'NOT_HELD'
    if (step.do === 'callOff')
      return one.state === 'closed' || (one.state === 'confirmed' && at < one.start + SESSION * MINUTE)
        ? 'OK'
        : 'BOOKING_OVER'
    if (isHeld) return 'NOT_CONFIRMED'
    if (one.state !== 'confirmed') return one.state === 'gone' ? 'OK|BOOKING_OVER' : 'BOOKING_OVER'
    if (step.do === 'cancel') return at < one.start ? 'OK' : 'BOOKING_BEGUN'
    if (step.do !== 'move') throw new Error(`${step.do} has no answer`)
    const to = startOf(step.slot).getTime()
    if (to === one.start) return 'OK'
    if (at + limits.moveUntilHours * 60 * MINUTE > one.start) return 'TOO_LATE_TO_MOVE'
    return oracle.fits(one, to, at)
  }

  const ask = async (step: Exclude<Step, { do: 'pass' | 'hold' }>, { id }: Known) => {
    const around = { database, now }
    if (step.do === 'move') {
      const from = startOf(step.slot)
      const to = { from: from.toISOString(), until: minutesLater(from, SESSION).toISOString() }
      const rule = (booking: StoredBooking) => reschedule(booking, { ...booking, ...to }, limits.moveUntilHours, now)
      return moveBooking(id, () => true, { ...to, bufferMinutes: BUFFER }, rule, 'free', around)
    }
    const rules = {
      confirm: (booking: StoredBooking) => confirm(booking, now),
      letGo: (booking: StoredBooking) => letGo(booking, now),
      cancel: (booking: StoredBooking) => cancel(booking, now),
      callOff: (booking: StoredBooking) => callOff(booking, 'ill', now),
    }
    const after = step.do === 'callOff' ? 'closed' : 'free'
    return changeBooking<string>(id, () => true, rules[step.do], after, around)
  }

  const after = { confirm: 'confirmed', letGo: 'gone', cancel: 'gone', callOff: 'closed', move: 'confirmed' } as const

  for (const step of all) {
    if (step.do === 'pass') now = minutesLater(now, step.minutes)
    else if (step.do === 'hold') {
      const start = startOf(step.slot)
      const one: Known = {
        ...{ id: `b${oracle.known.length}`, person: people[step.person] ?? '', staff: counsellors[step.staff] ?? '' },
        ...{ start: start.getTime(), state: 'held', heldUntil: minutesLater(now, 10).getTime() },
      }
      const until = minutesLater(start, SESSION).toISOString()
      const time = { staffId: one.staff, from: start.toISOString(), until, mode: 'phone', stationId: '' } as const
      const wanted = { id: one.id, personId: one.person, ...time, seriesId: '', session: 0 }
      const must = oracle.fits(one, one.start, now.getTime())
      const heard = codeOf(await book(wanted, { bufferMinutes: BUFFER, limits }, { database, keys, now }))
      if (heard !== must) throw new Error(`hold: ${heard}, but ${must}`)
      if (heard === 'OK') oracle.known.push(one)
    } else {
      const one = pick(step.which)
      if (!one) continue
      const must = expected(step, one).split('|')
      const heard = codeOf(await ask(step, one))
      if (!must.includes(heard)) throw new Error(`${step.do}: ${heard}, but ${must.join(' or ')}`)
      const wasGone = one.state === 'gone'
      if (heard === 'OK' && !wasGone) {
        one.state = after[step.do]
        if (step.do === 'move') one.start = startOf(step.slot).getTime()
      }
    }
    await checkWeeks()
  }

  async function checkWeeks() {
    const at = now.getTime()
    const live = async (store: typeof counsellorWeeksStore | typeof personWeeksStore) =>
      (await database.open(store as typeof counsellorWeeksStore).find({ index: 'byEnd', limit: 100 })).rows
        .flatMap((week) =>
          week.taken.filter((each) => isLive(each, now)).map(({ bookingId, from }) => `${bookingId} ${from}`),
        )
        .sort()
    const named = (ones: readonly Known[]) =>
      ones.map(({ id, start }) => `${id} ${new Date(start).toISOString()}`).sort()
    const standing = oracle.known.filter((one) => oracle.keepsTime(one, at))
    const closed = oracle.known.filter(({ state }) => state === 'closed')
    const seen = [await live(personWeeksStore), await live(counsellorWeeksStore)].map((each) => each.join('\n'))
    const must = [named(standing), named([...standing, ...closed])].map((each) => each.join('\n'))
    if (seen[0] !== must[0] || seen[1] !== must[1])
      throw new Error(`weeks hold\n${seen.join('\n--\n')}\nnot\n${must.join('\n--\n')}`)
    const stored = (await database.open(bookingsStore).find({ index: 'byEnd', limit: 100 })).rows
    if (stored.length !== oracle.known.length) throw new Error('a booking more or less')
  }
}

/** Random moves over the real transactions, against somebody who only compares times. */
export const tryBookings = (numRuns: number) => fc.assert(fc.asyncProperty(steps, follow), { numRuns })
