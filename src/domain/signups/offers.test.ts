import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canOffer, offeredUntil } from './offers'

const at = (words: string) => new Date(`${words}${words.length === 16 ? ':00' : ''}+08:00`)
const begins = at('2026-03-20T10:00').toISOString()
const until = (now: Date) => offeredUntil(begins, now)

describe('how long an offer is theirs', () => {
  it.each([
    ['by day, a day of waking hours: 24 of them', '2026-03-10T10:00', '2026-03-11T20:00'],
    ['at eight in the morning, until ten hours into the next day', '2026-03-10T08:00', '2026-03-11T18:00'],
    ['a minute before eight it runs only from eight', '2026-03-10T07:59', '2026-03-11T18:00'],
    ['at ten in the evening it runs from the morning', '2026-03-10T22:00', '2026-03-12T18:00'],
    ['a minute before ten, that minute counts', '2026-03-10T21:59', '2026-03-12T17:59'],
    ['at midnight it runs from eight', '2026-03-11T00:00', '2026-03-12T18:00'],
    ['across the end of a month', '2026-02-28T12:00', '2026-03-01T22:00'],
  ])('%s', (_, now, over) => {
    expect(until(at(now))).toEqual(at(over))
  })

  it('two hours from the instant on at which it begins within 48 hours', () => {
    expect(until(at('2026-03-18T10:00'))).toEqual(at('2026-03-18T12:00'))
    expect(until(new Date(at('2026-03-18T10:00').getTime() - 1))).toEqual(at('2026-03-19T19:59:59.999'))
  })

  it('so near, the night runs too', () => {
    expect(until(at('2026-03-19T02:00'))).toEqual(at('2026-03-19T04:00'))
  })

  it('never ends at night, never later than the beginning, and is 24 waking hours long', () => {
    const minutes = fc.integer({ min: 0, max: (10 * 24 + 8) * 60 })
    fc.assert(
      fc.property(minutes, (some) => {
        const now = new Date(at('2026-03-10T00:00').getTime() + some * 60_000)
        const over = until(now)
        const hours = (over.getTime() - now.getTime()) / 3_600_000
        const ofDay = (over.getTime() / 3_600_000 + 8) % 24
        if (now >= at('2026-03-18T10:00')) expect(hours).toBe(2)
        else {
          expect(hours).toBeGreaterThanOrEqual(24)
          expect(hours).toBeLessThanOrEqual(24 + 20)
          expect(ofDay > 8 && ofDay <= 22).toBe(true)
        }
        expect(over.getTime()).toBeLessThanOrEqual(Date.parse(begins))
      }),
    )
  })
})

describe('whether anybody is asked', () => {
  it('until two hours before the beginning, at that instant still, then no more', () => {
    expect(canOffer(begins, at('2026-03-20T08:00'))).toBe(true)
    expect(canOffer(begins, new Date(at('2026-03-20T08:00').getTime() + 1))).toBe(false)
  })
})
