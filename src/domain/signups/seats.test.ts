import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import {
  areSharesOpen,
  doorPools,
  freedPools,
  type Left,
  placesIn,
  refill,
  seatsOf,
  sharesToOpen,
  taken,
  turnOf,
  type Waiting,
} from './seats'
import { pools } from './words'

const event = openDay()
const before = new Date(Date.parse(event.sharesUntil) - 1)
const from = new Date(event.sharesUntil)
const none = seatsOf({ capacity: 0, shares: { shift: 0, newcomer: 0 } })

const waiting = (ticketId: string, more: Partial<Waiting> = {}): Waiting => ({
  ...{ ticketId, places: 1, shares: [], unsettled: '' },
  turn: turnOf('2026-03-03T01:00:00.000Z', ticketId),
  ...more,
})

describe('the seats of an event', () => {
  it('are those of the shares and, of the rest, everybody’s; none is a freed one yet', () => {
    expect(seatsOf(event)).toEqual({ ...none, open: 22, shift: 5, newcomer: 3 })
  })

  it('whoever comes spends from their own shares first, then from everybody’s, never from what was given back', () => {
    expect(doorPools({ shares: [] }, event, before)).toEqual(['open'])
    expect(doorPools({ shares: ['shift'] }, event, before)).toEqual(['shift', 'open'])
    expect(doorPools({ shares: ['newcomer', 'shift'] }, event, before)).toEqual(['shift', 'newcomer', 'open'])
  })

  it('whoever comes once shares are open finds nothing kept for them: it goes to the line first', () => {
    expect(doorPools({ shares: ['shift', 'newcomer'] }, event, from)).toEqual(['open'])
  })

  it('a share is kept until the instant of its end, and from then on anybody’s', () => {
    expect([areSharesOpen(event, before), areSharesOpen(event, from)]).toEqual([false, true])
    expect(freedPools({ shares: [] }, event, before)).toEqual(['openFreed'])
    expect(freedPools({ shares: ['newcomer'] }, event, before)).toEqual(['newcomerFreed', 'openFreed'])
    expect(freedPools({ shares: [] }, event, from)).toEqual(['shiftFreed', 'newcomerFreed', 'openFreed'])
  })

  it('what is left of shares is opened at that instant, and only what is left', () => {
    const left = { ...none, shift: 2, open: 1 }
    expect(sharesToOpen(left, event, before)).toEqual([])
    expect(sharesToOpen(left, event, from)).toEqual([{ pool: 'shift', places: 2 }])
    expect(sharesToOpen({ ...none, open: 1, shiftFreed: 3 }, event, from)).toEqual([])
  })

  it('a party takes what is there, of several pools, at most what it asked for', () => {
    expect(taken(3, ['shift', 'open'], { ...none, shift: 1, open: 5 })).toEqual([
      { pool: 'shift', places: 1 },
      { pool: 'open', places: 2 },
    ])
    expect(taken(3, ['shift', 'open'], { ...none, open: 1 })).toEqual([{ pool: 'open', places: 1 }])
    expect(taken(3, ['open'], none)).toEqual([])
  })
})

describe('refilling', () => {
  it('offers a freed seat to the first in turn, whatever order they are read in', () => {
    const line = [waiting('b'), waiting('a'), waiting('c')]
    const held = [{ pool: 'openFreed', places: 1 }]
    expect(refill(line, { ...none, openFreed: 2 }, event, before)).toEqual([
      { ticketId: 'a', held },
      { ticketId: 'b', held },
    ])
    expect(refill(line.toReversed(), { ...none, openFreed: 1 }, event, before)).toEqual([{ ticketId: 'a', held }])
  })

  it('whoever came earlier is first, whatever their ticket', () => {
    const early = waiting('z', { turn: turnOf('2026-03-03T00:59:59.999Z', 'z') })
    expect(refill([waiting('a'), early], { ...none, openFreed: 1 }, event, before)[0]?.ticketId).toBe('z')
  })

  it('a seat of a share goes past those whose it is not, until shares are open', () => {
    const line = [waiting('a'), waiting('b', { shares: ['shift'] })]
    const left = { ...none, shiftFreed: 1 }
    expect(refill(line, left, event, before).map(({ ticketId }) => ticketId)).toEqual(['b'])
    expect(refill(line, left, event, from).map(({ ticketId }) => ticketId)).toEqual(['a'])
  })

  it('a party whose turn it is is offered what is free; a smaller one behind it is not asked instead', () => {
    const line = [waiting('a', { places: 3 }), waiting('b')]
    expect(refill(line, { ...none, openFreed: 2 }, event, before)).toEqual([
      { ticketId: 'a', held: [{ pool: 'openFreed', places: 2 }] },
    ])
  })

  it('where the turn is with somebody about whom work is under way, those after wait; others’ shares do not', () => {
    const line = [waiting('a', { unsettled: 'since' }), waiting('b')]
    expect(refill(line, { ...none, openFreed: 2 }, event, before)).toEqual([])
    const shared = [waiting('a', { unsettled: 'since' }), waiting('b', { shares: ['shift'] })]
    expect(refill(shared, { ...none, shiftFreed: 1 }, event, before)).toHaveLength(1)
  })

  const place = fc.integer({ min: 0, max: 4 })
  const someLeft = fc.tuple(...pools.map(() => place)).map((amounts) => {
    const entries = pools.map((pool, index) => [pool, amounts[index] ?? 0])
    return Object.fromEntries(entries) as Left
  })
  const someLine = fc
    .array(
      fc.record({
        places: fc.integer({ min: 1, max: 3 }),
        shares: fc.subarray(['shift', 'newcomer'] as const),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((one, index) => waiting(String(index).padStart(2, '0'), one)))

  it('gives no seat twice, none that was not given back, none to whom it is not, and leaves none that somebody could have', () => {
    fc.assert(
      fc.property(someLine, someLeft, fc.constantFrom(before, from), (line, left, now) => {
        const proposals = refill(line, left, event, now)
        const spent = { ...left }
        for (const { ticketId, held } of proposals) {
          const one = line.find((each) => each.ticketId === ticketId)
          expect(placesIn(held)).toBeLessThanOrEqual(one?.places ?? 0)
          for (const { pool, places } of held) {
            spent[pool] -= places
            expect(freedPools({ shares: one?.shares ?? [] }, event, now)).toContain(pool)
          }
        }
        for (const pool of pools) expect(spent[pool]).toBeGreaterThanOrEqual(0)
        for (const pool of ['open', 'shift', 'newcomer'] as const) expect(spent[pool]).toBe(left[pool])
        for (const one of line) {
          const offered = proposals.find(({ ticketId }) => ticketId === one.ticketId)
          if (offered && placesIn(offered.held) === one.places) continue
          for (const pool of freedPools(one, event, now)) expect(spent[pool]).toBe(0)
        }
      }),
    )
  })

  it('nobody is better off for whoever comes after them', () => {
    fc.assert(
      fc.property(someLine, someLeft, fc.nat(), (line, left, at) => {
        const cut = line.slice(0, at % (line.length + 1))
        const all = new Map(refill(line, left, event, before).map(({ ticketId, held }) => [ticketId, held]))
        for (const { ticketId, held } of refill(cut, left, event, before)) expect(all.get(ticketId)).toEqual(held)
      }),
    )
  })
})
