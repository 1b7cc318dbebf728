import fc from 'fast-check'
import type { Database } from '../../cloudfunctions/_kit/database'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { eventsStore, storable } from '../../cloudfunctions/events/events-store'
import { finishHalfway, freeLostSeats, lapseOffers, refillAll } from '../../cloudfunctions/events/follow-signups'
import { heldBy, holdsOf, leftOf, putSeats, readSeats } from '../../cloudfunctions/events/seats'
import { acceptOffer, cancelSignup, declineOffer, signUp } from '../../cloudfunctions/events/sign-up'
import { type StoredSignup, signupsStore } from '../../cloudfunctions/events/signups-store'
import { beginsAt } from '../../src/domain/events/times'
import { canOffer } from '../../src/domain/signups/offers'
import { areSharesOpen, doorPools, freedPools, inTurn, placesIn } from '../../src/domain/signups/seats'
import { holderOf, signupId } from '../../src/domain/signups/signup'
import { pools } from '../../src/domain/signups/words'
import { beforeCalls } from './before-each-call'
import { openInMemory } from './in-memory'
import { openDay } from './open-day'

const people = ['lin', 'zhao', 'sun', 'qian', 'li', 'zhou', 'wu', 'zheng', 'wang', 'feng']
const MINUTE = 60_000
/** While it goes on: later nobody needs its seats. */
const LAST = Date.parse('2026-03-14T02:30:00.000Z')

const event = openDay({
  capacity: 6,
  shares: { shift: 2, newcomer: 1 },
  sharesUntil: '2026-03-10T10:00:00.000Z',
  closesAt: '2026-03-14T02:00:00.000Z',
  cancelUntil: '2026-03-13T20:00:00.000Z',
})

type Act =
  | { do: 'join'; person: number; places: number; shares: ('shift' | 'newcomer')[] }
  | { do: 'cancel' | 'accept' | 'decline' | 'destroy'; person: number }
  | { do: 'clock' }
/** `atOnce` acts begin at the same instant and go on in turns; each is cut off after so many calls, where it is said. */
type Step = { pass: number; atOnce: { act: Act; cutOff: number | null }[] }

const person = fc.nat(people.length - 1)
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      person,
      places: fc.constantFrom(1, 1, 1, 2, 3),
      shares: fc.subarray(['shift', 'newcomer'] as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom('cancel', 'cancel', 'accept', 'decline', 'destroy'), person }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('clock' as const) }) },
) as fc.Arbitrary<Act>

const steps = (most: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      pass: fc.constantFrom(0, 0, 1, 1, 2, 30, 130, 600, 2200),
      atOnce: fc.array(fc.record({ act, cutOff: fc.option(fc.nat(24), { nil: null, freq: 4 }) }), {
        minLength: 1,
        maxLength: most,
      }),
    }),
    { minLength: 5, maxLength: 24 },
  )

const keys = readKeys(generateKeys())
class CutOff extends Error {}

function fail(what: string, detail: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(detail)}`)
}

function openMachine() {
  const whole = openInMemory()
  const signups = whole.open(signupsStore)
  let now = new Date('2026-03-04T01:00:00.000Z')
  let known = new Map<string, StoredSignup>()
  let knownHolds = new Set<string>()

  const all = async () => (await signups.getMany(people.map((name) => signupId(event.id, name)))) as StoredSignup[]
  const seatsNow = async () => (await readSeats(event.id, { database: whole })) ?? fail('no seats', event.id)

  /** Must hold after every single call to the database. */
  const hold = async () => {
    const seats = await seatsNow()
    const left = leftOf(seats)
    const taken = pools.flatMap((pool) => seats[pool].holders).reduce((sum, one) => sum + heldBy(one).places, 0)
    const free = pools.reduce((sum, pool) => sum + left[pool], 0)
    if (pools.some((pool) => left[pool] < 0)) fail('a pool is below nothing', left)
    if (taken + free !== event.capacity) fail('seats are made or lost', { taken, free })
    const rows = await all()
    const standing = rows.filter(({ state }) => ['seated', 'offered', 'came'].includes(state))
    const kept = standing.reduce((sum, { held }) => sum + placesIn(held), 0)
    if (kept > event.capacity) fail('oversold', standing)
    for (const one of standing)
      if (!one.held.every(({ pool, places }) => seats[pool].holders.includes(holderOf(one, places))))
        fail('a seat is said that is not kept', one)
    if (!areSharesOpen(event, now))
      for (const { held, shares, state } of standing)
        for (const { pool } of held)
          if (![...doorPools({ shares }, event, now), ...freedPools({ shares }, event, now)].includes(pool))
            fail('a share is not kept', { held, shares, state })
    return rows
  }

  /** Whoever was just asked was first of those who were there, for every pool it was asked of. */
  const holdTurns = (rows: readonly StoredSignup[]) => {
    for (const one of rows) {
      const before = known.get(one.id)
      if (one.asked === 0 || (before?.ticketId === one.ticketId && before.asked === one.asked)) continue
      for (const other of rows)
        if (isBefore(other, one) && one.held.some(({ pool }) => mayHave(other).includes(pool)))
          fail('asked before somebody whose turn it was', { one, other })
    }
  }

  /** Whoever takes a seat at the door, which is when it is spent, takes none that somebody in the line could have. */
  const holdDoor = (rows: readonly StoredSignup[], taken: readonly string[]) => {
    for (const hold of taken.filter((one) => !knownHolds.has(one))) {
      const [pool = '', holder = ''] = hold.split(' ')
      const { ticketId, asked } = heldBy(holder)
      const one = rows.find((each) => each.ticketId === ticketId)
      if (!one || asked > 0) continue
      for (const other of rows)
        if (isBefore(other, one) && other.unsettled === '' && mayHave(other).some((each) => each === pool))
          fail('let in before somebody whose turn it was', { one, other, pool })
    }
  }

  const isBefore = (other: StoredSignup, one: StoredSignup) =>
    other.state === 'waiting' && other.turn < one.turn && other.held.length === 0

  const mayHave = (other: StoredSignup) => [...doorPools(other, event, now), ...freedPools(other, event, now)]

  /** `alone`: one after the other, where the order can be told. */
  const watched = (cutOff: number | null, alone: boolean): Database => {
    let calls = 0
    return beforeCalls(whole, async () => {
      const rows = await hold()
      const taken = holdsOf(await seatsNow()).map(({ pool, holder }) => `${pool} ${holder}`)
      if (alone) holdTurns(rows)
      if (alone) holdDoor(rows, taken)
      knownHolds = new Set(taken)
      known = new Map(rows.map((one) => [one.id, one]))
      if (cutOff !== null && calls++ >= cutOff) throw new CutOff('cut off')
    })
  }

  const eventOf = async (id: string) => (id === event.id ? event : undefined)
  const clock = async (database: Database) => {
    const around = { database, now, timeLeft: () => true }
    await finishHalfway(eventOf, around)
    await lapseOffers(eventOf, around)
    await refillAll(eventOf, around)
    await freeLostSeats(around)
  }

  const take = async ({ act: taken, cutOff }: Step['atOnce'][number], alone: boolean) => {
    const around = { database: watched(cutOff, alone), keys, now }
    const name = taken.do === 'clock' ? '' : (people[taken.person] ?? '')
    const { do: what } = taken
    try {
      if (what === 'clock') await clock(around.database)
      else if (what === 'join') {
        const { places, shares } = taken
        if (now < new Date(event.closesAt))
          await signUp(event, name, { places, shares, trade: 'other', answers: {} }, around)
      } else if (what === 'cancel') await cancelSignup(event, name, around)
      else if (what === 'accept') await acceptOffer(event, name, around)
      else if (what === 'decline') await declineOffer(event, name, around)
      else await around.database.open(signupsStore).remove(signupId(event.id, name))
    } catch (error) {
      if (!(error instanceof CutOff) && !(error instanceof Error && error.constructor.name === 'Busy')) throw error
    }
  }

  const step = async ({ pass, atOnce }: Step) => {
    now = new Date(Math.min(now.getTime() + pass * MINUTE, LAST) + 1)
    await Promise.all(atOnce.map((one) => take(one, atOnce.length === 1)))
    await hold()
  }

  /** Once nobody asks for anything any more, the clock alone brings all to its end. */
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) {
      now = new Date(now.getTime() + 2 * MINUTE)
      await clock(watched(null, true))
    }
    const rows = await hold()
    const seats = await seatsNow()
    const waiting = inTurn(rows.filter(({ state }) => state === 'waiting'))
    const halfway = rows.filter(({ unsettled }) => unsettled !== '')
    if (halfway.length > 0) fail('not finished', halfway)
    const theirs = rows.flatMap((one) => one.held.map(({ pool, places }) => `${pool} ${holderOf(one, places)}`))
    const held = holdsOf(seats).map(({ pool, holder }) => `${pool} ${holder}`)
    if (held.sort().join() !== theirs.sort().join()) fail('held by nobody, or by two', { held, theirs })
    if (!canOffer(beginsAt(event), now)) return
    for (const one of waiting)
      for (const pool of [...doorPools(one, event, now), ...freedPools(one, event, now)])
        if (seats[pool].left > 0) fail('a free seat is offered to nobody', { one, pool })
  }

  const open = async () => {
    await whole.open(eventsStore).insert(storable(event))
    await putSeats(event, { database: whole })
  }
  return { open, step, settle }
}

const property = (most: number) =>
  fc.asyncProperty(steps(most), async (taken) => {
    const machine = openMachine()
    await machine.open()
    for (const one of taken) await machine.step(one)
    await machine.settle()
  })

/** Half of the runs one after the other, where the order is looked at too; half with up to four at once. */
export async function trySignups(runs: number): Promise<void> {
  await fc.assert(property(1), { numRuns: Math.ceil(runs / 2) })
  await fc.assert(property(4), { numRuns: Math.floor(runs / 2) })
}
