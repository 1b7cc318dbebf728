import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canBeOffered,
  type Freed,
  fits,
  inOrder,
  isWaiting,
  OFFER_MINUTES,
  offered,
  offerNow,
  offerTimes,
  passedOn,
  takes,
  type Wait,
} from './wait'

const at = (words: string) => new Date(`${words}:00+08:00`)
const now = at('2026-03-10T10:00')

const anybody: Wait = {
  ...{ id: 'w1', personId: 'lin', staffId: '', field: '', mode: '' },
  ...{ joinedAt: at('2026-03-09T10:00').toISOString(), until: at('2026-04-08T10:00').toISOString() },
  ...{ offer: null, passed: [], asked: 0 },
}
const freed: Freed = {
  staffId: 'he',
  from: at('2026-03-12T15:00').toISOString(),
  until: at('2026-03-12T15:50').toISOString(),
  modes: ['text', 'phone'],
  fields: ['sleep', 'relations'],
}
const asked = offered(anybody, freed, 'o1', now)

describe('who a freed time is for', () => {
  it.each<[string, Partial<Wait>, boolean]>([
    ['anybody at all', {}, true],
    ['that counsellor', { staffId: 'he' }, true],
    ['another counsellor', { staffId: 'qian' }, false],
    ['a field of theirs', { field: 'relations' }, true],
    ['a field they do not have', { field: 'grief' }, false],
    ['a way it is held in', { mode: 'phone' }, true],
    ['a way it is not held in', { mode: 'in-person' }, false],
    ['a time they were asked about before', { passed: [`he.${freed.from}`] }, false],
    ['another time of the same counsellor', { passed: [`he.${at('2026-03-12T16:00').toISOString()}`] }, true],
  ])('whoever waits for %s', (_, wish, suits) => {
    expect(fits({ ...anybody, ...wish }, freed, now)).toBe(suits)
  })

  it('is for nobody where it is held in no way', () => {
    expect(fits(anybody, { ...freed, modes: [] }, now)).toBe(false)
  })

  it('nobody waits at the instant their waiting ends, nor while they are asked', () => {
    const until = new Date(anybody.until)
    expect(isWaiting(anybody, new Date(until.getTime() - 1))).toBe(true)
    expect(isWaiting(anybody, until)).toBe(false)
    expect(isWaiting(asked, now)).toBe(false)
  })
})

describe('the order', () => {
  const joined = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    joinedAt: fc.integer({ min: 0, max: 3 }).map((minute) => at(`2026-03-10T10:0${minute}`).toISOString()),
  })

  it('is that in which they came, then that of their ids, whatever order they are read in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(joined, { selector: ({ id }) => id }), (waits) => {
        const order = inOrder(waits)
        expect(inOrder(waits.toReversed())).toEqual(order)
        for (const [index, wait] of order.entries()) {
          const before = order[index - 1]
          if (before) expect(`${before.joinedAt} ${before.id}` < `${wait.joinedAt} ${wait.id}`).toBe(true)
        }
      }),
    )
  })

  it('a no keeps the place: nothing that it goes by changes', () => {
    const { id, joinedAt, until } = passedOn(asked)
    expect({ id, joinedAt, until }).toEqual({ id: 'w1', joinedAt: anybody.joinedAt, until: anybody.until })
  })
})

describe('when somebody is asked', () => {
  it.each([
    ['by day at once', '2026-03-10T10:00', '2026-03-10T10:00'],
    ['at eight sharp at once', '2026-03-10T08:00', '2026-03-10T08:00'],
    ['before eight at eight', '2026-03-10T07:59', '2026-03-10T08:00'],
    ['in the night at eight', '2026-03-10T00:10', '2026-03-10T08:00'],
    ['as late as half past eight in the evening', '2026-03-10T20:30', '2026-03-10T20:30'],
    ['a minute after that only in the morning', '2026-03-10T20:31', '2026-03-11T08:00'],
    ['on the last evening of a year only in the new one', '2026-12-31T22:00', '2027-01-01T08:00'],
  ])('%s', (_, freedAt, opens) => {
    const { opensAt, lapsesAt } = offerTimes(at(freedAt))
    expect(opensAt).toEqual(at(opens))
    expect(lapsesAt.getTime() - opensAt.getTime()).toBe(OFFER_MINUTES * 60_000)
  })

  it('nobody is ever asked at night, nor has to answer then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * 24 * 60 }), (minutes) => {
        const { opensAt, lapsesAt } = offerTimes(new Date(at('2026-01-01T00:00').getTime() + minutes * 60_000))
        const hourOfDay = (instant: Date) => ((instant.getTime() / 3_600_000 + 8) % 24) + 0
        expect(hourOfDay(opensAt)).toBeGreaterThanOrEqual(8)
        expect(hourOfDay(lapsesAt)).toBeLessThanOrEqual(21)
        expect(hourOfDay(lapsesAt)).toBeGreaterThan(hourOfDay(opensAt))
      }),
    )
  })

  it('is not asked about what begins before the answer could come', () => {
    expect(canBeOffered({ from: at('2026-03-10T10:30').toISOString() }, now)).toBe(false)
    expect(canBeOffered({ from: at('2026-03-10T10:31').toISOString() }, now)).toBe(true)
    expect(canBeOffered({ from: at('2026-03-11T08:30').toISOString() }, at('2026-03-10T22:00'))).toBe(false)
  })
})

describe('an offer', () => {
  it('is kept for half an hour, and nobody’s at its last instant', () => {
    const lapses = at('2026-03-10T10:30')
    expect(offerNow(asked, new Date(lapses.getTime() - 1))).toMatchObject({ id: 'o1', staffId: 'he', from: freed.from })
    expect(offerNow(asked, lapses)).toBeNull()
  })

  it('is in the way that was waited for, or in any of that time', () => {
    expect(asked.offer?.modes).toEqual(['text', 'phone'])
    expect(offered({ ...anybody, mode: 'phone' }, freed, 'o1', now).offer?.modes).toEqual(['phone'])
  })

  it('can be taken until it lapses, in a way it was made', () => {
    expect(takes(asked, 'phone', now)).toMatchObject({ ok: true, data: { id: 'o1' } })
    expect(takes(asked, 'in-person', now)).toEqual({ ok: false, code: 'OFFER_OVER' })
    expect(takes(asked, 'phone', at('2026-03-10T10:30'))).toEqual({ ok: false, code: 'OFFER_OVER' })
    expect(takes(anybody, 'phone', now)).toEqual({ ok: false, code: 'OFFER_OVER' })
  })

  it('that was passed on is not made again to the same, and another one is', () => {
    const passed = passedOn(asked)
    expect(passed).toMatchObject({ offer: null, asked: 1, passed: [`he.${freed.from}`] })
    expect(fits(passed, freed, now)).toBe(false)
    expect(fits(passed, { ...freed, from: at('2026-03-13T15:00').toISOString() }, now)).toBe(true)
    expect(passedOn(passed)).toBe(passed)
  })

  it('goes round: however many times are freed, each is asked of each who waits once at most', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(hours, (freedHours) => {
        let wait = anybody
        const heard: string[] = []
        for (const [turn, hour] of freedHours.entries()) {
          const from = at(`2026-03-12T1${hour}:00`).toISOString()
          if (!fits(wait, { ...freed, from }, now)) continue
          heard.push(from)
          wait = passedOn(offered(wait, { ...freed, from }, `o${turn}`, now))
        }
        expect(new Set(heard).size).toBe(heard.length)
        expect(new Set(heard).size).toBe(new Set(freedHours).size)
        expect(wait.asked).toBe(heard.length)
      }),
    )
  })

  it('remembers fifty times that were passed on, and forgets the oldest', () => {
    let wait = anybody
    for (let day = 0; day < 51; day++) {
      const from = new Date(at('2026-03-12T15:00').getTime() + day * 86_400_000).toISOString()
      wait = passedOn(offered(wait, { ...freed, from }, `o${day}`, now))
    }
    expect(wait.passed).toHaveLength(50)
    expect(wait.passed).not.toContain(`he.${freed.from}`)
  })
})
