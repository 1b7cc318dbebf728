import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bill, billed } from '../../cloudfunctions/_kit/bill'
import type { Database } from '../../cloudfunctions/_kit/database'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { finishHalfway, freeLostSeats, lapseOffers, refillAll } from '../../cloudfunctions/events/follow-signups'
import { heldBy, leftOf, readSeats } from '../../cloudfunctions/events/seats'
import {
  acceptOffer,
  cancelSignup,
  declineOffer,
  ownSignup,
  placeInLine,
  signUp,
} from '../../cloudfunctions/events/sign-up'
import type { StoredSignup } from '../../cloudfunctions/events/signups-store'
import type { Event } from '../../src/domain/events/event'
import type { Share } from '../../src/domain/events/words'
import { placesIn } from '../../src/domain/signups/seats'
import { pools } from '../../src/domain/signups/words'
import { minutesLater } from '../../src/domain/time'
import { openInMemory } from '../../src/server/postgres/pglite'
import { openDay } from '../house/open-day'
import { onServer } from './postgres-server'
import { announce, type Opened, onPostgres, onWeChat, untilAnswered } from './suite/crowd'
import { times } from './suite/stage'

const now = new Date('2026-03-05T01:00:00.000Z')

/** What must hold on any database: exactly as many as there are seats, a line without gaps, and every answer true. */
const crowds = (name: string, open: () => Promise<Opened>) =>
  describe(name, () => {
    let opened: Opened
    const keys = readKeys(generateKeys())
    beforeAll(async () => {
      opened = await open()
    })
    afterAll(() => opened?.close())

    const around = (database: Database = opened.database, at: Date = now) => ({ database, keys, now: at })
    const announced = async (more: Partial<Event> = {}): Promise<Event> => {
      const event = openDay({ id: nanoid(), shares: { shift: 0, newcomer: 0 }, ...more })
      await untilAnswered(() => announce(event, opened))
      return event
    }

    const come = async (event: Event, personId: string, shares: Share[] = [], places = 1, at = now) => {
      const bill: Bill = { reads: 0, writes: 0, calls: 0 }
      const asked = await untilAnswered(async () => {
        Object.assign(bill, { reads: 0, writes: 0, calls: 0 })
        const wanted = { places, shares, trade: 'transport' as const, answers: { q: '夜班后能来吗' } }
        return signUp(event, personId, wanted, around(billed(opened.database, bill), at))
      })
      if (!asked.ok) throw new Error(asked.code)
      return { signup: asked.data, bill }
    }

    const storedOf = async (event: Event, people: readonly string[]): Promise<StoredSignup[]> =>
      Promise.all(
        people.map(async (personId) => {
          const signup = await ownSignup(event.id, personId, opened)
          if (!signup) throw new Error(`${personId} is not signed up`)
          return signup
        }),
      )

    const expectLine = async (signups: readonly StoredSignup[]) => {
      const waiting = signups.filter(({ state }) => state === 'waiting').toSorted((a, b) => (a.turn < b.turn ? -1 : 1))
      const places = await Promise.all(waiting.map((one) => placeInLine(one, around())))
      expect(places).toEqual(waiting.map((_, index) => index + 1))
    }

    /** Every second minute: what was cut off is finished, what lies there is offered. */
    const clockComes = async (event: Event) => {
      const eventOf = async (id: string) => (id === event.id ? event : undefined)
      for (const minutes of [2, 4, 6, 8]) {
        const later = { database: opened.database, now: minutesLater(now, minutes), timeLeft: () => true }
        await untilAnswered(() => finishHalfway(eventOf, later))
        await untilAnswered(() => lapseOffers(eventOf, later))
        await untilAnswered(() => refillAll(eventOf, later))
        await untilAnswered(() => freeLostSeats(later))
      }
    }

    const heldIn = async (event: Event) => {
      const seats = await readSeats(event.id, opened)
      if (!seats) throw new Error('no seats')
      const holders = pools.flatMap((pool) => seats[pool].holders)
      return { holders, left: leftOf(seats), taken: holders.reduce((sum, one) => sum + heldBy(one).places, 0) }
    }

    it('300 at the same instant for 30 seats: 30 have one, 270 stand in a line without gaps or doubles', async () => {
      const event = await announced()
      const people = times(300, () => nanoid())
      const answers = await Promise.all(people.map((personId) => come(event, personId)))
      const signups = await storedOf(event, people)
      expect(signups.filter(({ state }) => state === 'seated')).toHaveLength(30)
      expect(signups.filter(({ state }) => state === 'waiting')).toHaveLength(270)
      expect(answers.map(({ signup }) => signup)).toEqual(signups)
      const { holders, left, taken } = await heldIn(event)
      expect([taken, left.open, new Set(holders).size]).toEqual([30, 0, 30])
      const seated = signups.filter(({ state }) => state === 'seated').map(({ ticketId }) => ticketId)
      expect(holders.map((holder) => heldBy(holder).ticketId).sort()).toEqual(seated.sort())
      await expectLine(signups)
    })

    it('what a sign-up costs does not grow with the crowd', async () => {
      const most = async (crowd: number) => {
        const event = await announced({ capacity: 10 })
        const all = await Promise.all(times(crowd, () => come(event, nanoid())))
        return {
          seated: Math.max(...all.flatMap(({ signup, bill }) => (signup.state === 'seated' ? [bill.calls] : []))),
          waiting: Math.max(...all.flatMap(({ signup, bill }) => (signup.state === 'waiting' ? [bill.calls] : []))),
        }
      }
      const [few, many] = [await most(20), await most(200)]
      expect(many.seated).toBe(few.seated)
      expect(many.waiting).toBeLessThanOrEqual(few.waiting + 1)
      expect(Math.max(many.seated, many.waiting)).toBeLessThanOrEqual(16)
    })

    it('one person who taps ten times at once is signed up once', async () => {
      const event = await announced()
      const personId = nanoid()
      const answers = await Promise.all(times(10, () => come(event, personId)))
      expect(new Set(answers.map(({ signup }) => signup.ticketId)).size).toBe(1)
      expect((await heldIn(event)).taken).toBe(1)
    })

    it('parties and shares at the same instant: no seat twice, each share for those whose it is', async () => {
      const event = await announced({ capacity: 20, shares: { shift: 5, newcomer: 3 } })
      const parties = times(60, (index) => ({
        personId: nanoid(),
        places: 1 + (index % 3),
        shares: (index % 4 === 0 ? ['shift'] : index % 4 === 1 ? ['newcomer'] : []) as Share[],
      }))
      await Promise.all(parties.map(({ personId, places, shares }) => come(event, personId, shares, places)))
      const signups = await storedOf(
        event,
        parties.map(({ personId }) => personId),
      )
      const { taken, left } = await heldIn(event)
      expect(taken + pools.reduce((sum, pool) => sum + left[pool], 0)).toBe(20)
      expect(signups.reduce((sum, { held }) => sum + placesIn(held), 0)).toBe(taken)
      for (const { held, shares } of signups)
        for (const { pool } of held) expect(pool === 'open' || shares.includes(pool as Share)).toBe(true)
      expect(left).toMatchObject({ open: 0, shift: 0, newcomer: 0 })
      await expectLine(signups)
    })

    it('all with a seat go at once while others come: every seat goes to the line, in its order', async () => {
      const event = await announced({ capacity: 10 })
      const first = times(10, () => nanoid())
      for (const personId of first) await come(event, personId)
      const line = times(15, () => nanoid())
      for (const personId of line) await come(event, personId)
      const late = times(20, () => nanoid())
      await Promise.all([
        ...first.map((personId) => untilAnswered(() => cancelSignup(event, personId, around()))),
        ...late.map((personId) => come(event, personId, [], 1, minutesLater(now, 1))),
      ])
      await clockComes(event)
      const [ofLine, ofLate] = [await storedOf(event, line), await storedOf(event, late)]
      const inOrder = ofLine.toSorted((a, b) => (a.turn < b.turn ? -1 : 1)).map(({ state }) => state)
      expect([...inOrder, ...ofLate.map(({ state }) => state)].filter((state) => state === 'offered')).toHaveLength(10)
      expect((await heldIn(event)).taken).toBe(10)
    })

    it('ten are asked and answer at once: who takes has a seat, what is declined goes to the next', async () => {
      const event = await announced({ capacity: 4 })
      const [first, line] = [times(4, () => nanoid()), times(8, () => nanoid())]
      for (const personId of first) await come(event, personId)
      for (const personId of line) await come(event, personId)
      for (const personId of first) await untilAnswered(() => cancelSignup(event, personId, around()))
      await clockComes(event)
      const asked = (await storedOf(event, line)).filter(({ state }) => state === 'offered')
      expect(asked).toHaveLength(4)
      const answers = await Promise.all(
        asked.map(({ personId }, index) =>
          untilAnswered<{ ok: boolean }>(() =>
            index % 2 === 0 ? acceptOffer(event, personId, around()) : declineOffer(event, personId, around()),
          ),
        ),
      )
      expect(answers.every(({ ok }) => ok)).toBe(true)
      await clockComes(event)
      const states = (await storedOf(event, line)).map(({ state }) => state)
      expect(states.filter((state) => state === 'seated')).toHaveLength(2)
      expect(states.filter((state) => state === 'offered')).toHaveLength(2)
      expect((await heldIn(event)).taken).toBe(4)
    })
  })

crowds('a crowd on PostgreSQL, embedded', onPostgres(openInMemory))
crowds('a crowd on the WeChat cloud database, where transactions conflict and answers are lost', onWeChat)
onServer((open) =>
  crowds(
    'a crowd on PostgreSQL, a server',
    onPostgres(() => open(10)),
  ),
)
