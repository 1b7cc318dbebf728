import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawEvent, FIXED_AFTER_MINUTES, SHOWN_MINUTES } from '../../cloudfunctions/events/draw'
import { eventsStore } from '../../cloudfunctions/events/events-store'
import { seatsStore } from '../../cloudfunctions/events/seats-store'
import { seedOf } from '../../cloudfunctions/events/secrets'
import type { StoredSignup } from '../../cloudfunctions/events/signups-store'
import { checkDraw, drawOf, ticketHash } from '../../src/domain/draws/draw'
import type { Event } from '../../src/domain/events/event'
import type { Share } from '../../src/domain/events/words'
import { placesIn } from '../../src/domain/signups/seats'
import { pools } from '../../src/domain/signups/words'
import { daysLater, minutesLater } from '../../src/domain/time'
import { recompute } from '../draws/recompute.mjs'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'
import { newEventId } from '../house/planned'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const now = () => house.clock.now()

/** Six seats, two of them for those who work shifts, drawn the day before. */
const announced = (more: Partial<Event> = {}) =>
  keepEvent(house, now(), {
    ...{ id: newEventId(), way: 'draw', capacity: 6, shares: { shift: 2, newcomer: 0 } },
    closesAt: daysLater(now(), 2).toISOString(),
    ...more,
  })
const enter = async (
  { id: eventId }: Event,
  names: readonly string[],
  more: { places?: number; shares?: Share[] } = {},
) => {
  for (const name of names)
    dataOf(
      await house.employee(name).signups.join({
        eventId,
        places: more.places ?? 1,
        shares: more.shares ?? [],
        trade: 'transport',
        answers: [],
      }),
    )
}
const named = (who: string, amount: number) => Array.from({ length: amount }, (_, at) => `${who}${at}`)
const opened = async ({ id: eventId }: Event, name = '林') => dataOf(await house.employee(name).draws.open({ eventId }))
const signupsOf = async ({ id }: Event): Promise<StoredSignup[]> => {
  const rows = (await house.dump()).signups as StoredSignup[]
  return rows.filter(({ eventId }) => eventId === id)
}
/** As the first list and the seed have it: who is how it stands. */
const standing = async (event: Event) =>
  Object.fromEntries(
    (await signupsOf(event)).map(({ personId, state, turn, held }) => [personId, { state, turn, held }]),
  )
const close = async (event: Event) => {
  house.clock.set(minutesLater(new Date(event.closesAt), FIXED_AFTER_MINUTES + 1).toISOString())
}

describe('a draw', () => {
  let event: Event

  it('says beforehand what its seed has to be, and neither the seed nor the list', async () => {
    event = await announced()
    await enter(event, named('甲', 8))
    await enter(event, named('倒班', 4), { shares: ['shift'] })
    await enter(event, ['带家属的'], { places: 3 })
    const before = await opened(event, '甲0')
    expect(before).toMatchObject({ list: null, result: null, capacity: 6, shares: { shift: 2, newcomer: 0 } })
    expect(before.commitment).toMatch(/^[0-9a-f]{64}$/)
    const seed = seedOf(event.id, house.keys)
    expect(JSON.stringify(await house.dump())).not.toContain(seed)
    expect(JSON.stringify(before)).not.toContain(seed)
    expect(await house.employee('甲0').signups.open({ eventId: event.id })).toMatchObject({
      data: { state: 'entered' },
    })
    await house.tick()
    expect((await opened(event)).list).toBeNull()
  })

  it('fixes its list once sign-up has closed, and shows it before the seed', async () => {
    await close(event)
    await house.tick()
    const shown = await opened(event)
    expect(shown).toMatchObject({ list: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) }, result: null })
    expect(JSON.stringify(shown)).not.toContain(seedOf(event.id, house.keys))
    await house.tick()
    expect((await opened(event)).list).toEqual(shown.list)
  })

  it('is drawn ten minutes later, and anybody can compute it once more', async () => {
    const commitment = (await opened(event)).commitment
    house.clock.forward(SHOWN_MINUTES)
    await house.tick()
    const { list, result, ...rest } = await opened(event, '甲0')
    if (!list || !result) throw new Error('nothing was drawn')
    expect(rest.commitment).toBe(commitment)
    const published = { ...rest, list, result }
    expect(checkDraw(published)).toEqual([])
    const { order, ...as } = recompute(published)
    expect(as).toEqual({ seed: true, list: true, result: true })
    expect(order).toHaveLength(13)
    expect(order.some((line: string) => line.startsWith(rest.mine ?? '-'))).toBe(true)
  })

  it('gave everybody what their ticket drew, as the seats say too', async () => {
    const { list } = await opened(event)
    const drawn = drawOf(seedOf(event.id, house.keys), list?.text ?? '', event)
    if (!drawn.ok) throw new Error(drawn.code)
    const byHash = new Map((await signupsOf(event)).map((signup) => [ticketHash(signup.ticketId), signup]))
    for (const { hash, held, outcome } of drawn.data) expect(byHash.get(hash)).toMatchObject({ held, state: outcome })
    const seats = await house.database.open(seatsStore).get(event.id)
    const left = pools.reduce((sum, pool) => sum + (seats?.[pool].left ?? 0), 0)
    expect(left + drawn.data.reduce((sum, { held }) => sum + placesIn(held), 0)).toBe(6)
    const waiting = drawn.data.filter(({ outcome }) => outcome === 'waiting').map(({ hash }) => hash)
    const inLine = [...byHash.values()]
      .filter(({ state }) => state === 'waiting')
      .sort((a, b) => (a.turn < b.turn ? -1 : 1))
    expect(inLine.map(({ ticketId }) => ticketHash(ticketId))).toEqual(waiting)
  })

  it('is not drawn again, and a seat that is given back goes to the first who waits', async () => {
    const before = await standing(event)
    await house.tick()
    expect(await standing(event)).toEqual(before)
    const signups = await signupsOf(event)
    const first = signups.filter(({ state }) => state === 'waiting').sort((a, b) => (a.turn < b.turn ? -1 : 1))[0]
    const seated = signups.find(({ state, held }) => state === 'seated' && held.every(({ pool }) => pool === 'open'))
    const names = [...named('甲', 8), ...named('倒班', 4), '带家属的']
    const name = names.find((one) => house.keys.hash('person', one) === seated?.personId) ?? ''
    dataOf(await house.employee(name).signups.cancel({ eventId: event.id }))
    const asked = (await signupsOf(event)).find(({ personId }) => personId === first?.personId)
    expect(asked?.state).toBe('offered')
  })
})

describe('a draw whose shares are opened before it is drawn', () => {
  it('keeps the shares until then, and gives what is left of them to those who wait', async () => {
    const event = await announced({ sharesUntil: daysLater(now(), 1).toISOString() })
    await enter(event, named('丁', 6))
    await enter(event, ['夜班'], { shares: ['shift'] })
    house.clock.set(daysLater(now(), 1.5).toISOString())
    await house.tick()
    await close(event)
    await house.tick()
    house.clock.forward(SHOWN_MINUTES)
    await house.tick()
    const { list, result, ...rest } = await opened(event)
    if (!list || !result) throw new Error('nothing was drawn')
    expect(checkDraw({ ...rest, list, result })).toEqual([])
    const states = (await signupsOf(event)).map(({ state }) => state).sort()
    expect(states).toEqual(['offered', ...Array(5).fill('seated'), 'waiting'])
  })
})

describe('a draw that is cut off', () => {
  it('at any of its calls to the database ends in what it would have ended in', async () => {
    const event = await announced()
    await enter(event, named('乙', 6))
    await enter(event, named('倒', 3), { shares: ['shift'] })
    await close(event)
    const stored = await house.database.open(eventsStore).get(event.id)
    if (!stored) throw new Error('no event')
    await drawEvent(stored, { database: house.database, keys: house.keys, now: now(), timeLeft: () => true })
    house.clock.forward(SHOWN_MINUTES)
    const run = (calls: number) => {
      let left = calls
      const cut = <T extends object>(target: T): T =>
        new Proxy(target, {
          get: (of, name) => {
            const member = Reflect.get(of, name) as unknown
            if (typeof member !== 'function') return member
            if (name === 'open') return (declaration: unknown) => cut((member as (d: unknown) => object)(declaration))
            if (name === 'at') return member
            return (...given: unknown[]) => {
              if (left-- <= 0) throw new Error('cut off')
              return (member as (...all: unknown[]) => unknown).apply(of, given)
            }
          },
        })
      const { keys } = house
      return drawEvent(stored, { database: cut(house.database), keys, now: now(), timeLeft: () => true })
    }
    let calls = 0
    for (; calls < 300; calls += 3) {
      const ended = await run(calls).then(
        () => true,
        (error: Error) => {
          if (error.message !== 'cut off') throw error
          return false
        },
      )
      if (ended) break
    }
    expect(calls).toBeGreaterThan(9)
    const { list, result, ...rest } = await opened(event)
    if (!list || !result) throw new Error('nothing was drawn')
    expect(checkDraw({ ...rest, list, result })).toEqual([])
    const drawn = drawOf(result.seed, list.text, event)
    if (!drawn.ok) throw new Error(drawn.code)
    const byHash = new Map((await signupsOf(event)).map((signup) => [ticketHash(signup.ticketId), signup]))
    for (const { hash, held, outcome } of drawn.data) expect(byHash.get(hash)).toMatchObject({ held, state: outcome })
    const seats = await house.database.open(seatsStore).get(event.id)
    const held = pools.flatMap((pool) => seats?.[pool].holders ?? [])
    expect(held).toHaveLength(drawn.data.filter(({ held: some }) => some.length > 0).length)
  })

  it('leaves the seat of whoever went meanwhile to those who wait', async () => {
    const event = await announced({ capacity: 1, shares: { shift: 0, newcomer: 0 } })
    await enter(event, named('丙', 3))
    await close(event)
    const stored = await house.database.open(eventsStore).get(event.id)
    if (!stored) throw new Error('no event')
    const { database, keys } = house
    expect(await drawEvent(stored, { database, keys, now: now(), timeLeft: () => true })).toBe(false)
    house.clock.forward(SHOWN_MINUTES)
    const around = { database, keys, now: now(), timeLeft: () => true }
    const { list } = await opened(event)
    const order = drawOf(seedOf(event.id, keys), list?.text ?? '', event)
    const winner = order.ok ? order.data[0]?.hash : ''
    const names = named('丙', 3)
    const signups = await signupsOf(event)
    const person = signups.find(({ ticketId }) => ticketHash(ticketId) === winner)?.personId
    const name = names.find((one) => keys.hash('person', one) === person) ?? ''
    dataOf(await house.employee(name).signups.cancel({ eventId: event.id }))
    await drawEvent(stored, around)
    const states = (await signupsOf(event)).map(({ state }) => state).sort()
    expect(states).toEqual(['cancelled', 'offered', 'waiting'])
  })

  it('with nobody in it is drawn as well', async () => {
    const event = await announced()
    await close(event)
    await house.tick()
    house.clock.forward(SHOWN_MINUTES)
    await house.tick()
    expect(await opened(event)).toMatchObject({ list: { text: '' }, result: {} })
    expect(await signupsOf(event)).toEqual([])
  })
})
