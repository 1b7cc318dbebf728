import { describe, expect, it } from 'vitest'
import { daysLater, minutesLater } from '../time'
import type { Booking } from './booking'
import { type Limits, mayBook } from './limits'

const now = new Date('2026-03-10T02:00:00.000Z')
const limits: Limits = { standing: 2, inPeriod: 6, periodDays: 30, waits: 3, moveUntilHours: 2 }
let turn = 0
const known = (days: number, change: Partial<Booking> = {}) => {
  const from = daysLater(now, days)
  return {
    ...{ id: `b${turn++}`, from: from.toISOString(), until: minutesLater(from, 50).toISOString() },
    ...{ state: 'confirmed' as const, heldUntil: '', seriesId: '', ...change },
  }
}
const codeOf = (asked: ReturnType<typeof mayBook>) => (asked.ok ? 'OK' : asked.code)

describe('one more booking', () => {
  it('is too many beside two that stand, not beside one', () => {
    expect(codeOf(mayBook(known(3), [known(1)], limits, now))).toBe('OK')
    expect(codeOf(mayBook(known(3), [known(1), known(2)], limits, now))).toBe('TOO_MANY_STANDING')
  })
  it('is not kept out by what is over, was given up, is held no more or belongs to a series', () => {
    const rest = [
      known(-1),
      known(1, { state: 'cancelled-late' }),
      known(1, { state: 'held', heldUntil: now.toISOString() }),
      known(2, { seriesId: 's' }),
      known(1),
    ]
    expect(codeOf(mayBook(known(3), rest, limits, now))).toBe('OK')
  })
  it('of a series is free of the two, and not of six in thirty days', () => {
    const five = [1, 5, 10, 15, 29].map((day) => known(day, { seriesId: 's' }))
    const sixth = known(20, { seriesId: 's' })
    expect(codeOf(mayBook(sixth, five, limits, now))).toBe('OK')
    expect(codeOf(mayBook(known(21, { seriesId: 's' }), [...five, sixth], limits, now))).toBe('TOO_MANY_IN_PERIOD')
    expect(codeOf(mayBook(known(31, { seriesId: 's' }), [...five, sixth], limits, now))).toBe('OK')
  })
  it('asked for again is not beside itself', () => {
    const standing = [known(1), known(2)]
    expect(codeOf(mayBook(standing[0] as Booking, standing, limits, now))).toBe('OK')
  })
})
