import { describe, expect, it } from 'vitest'
import { clash, endOfWeek, findIn, type Interval, isoWeekOf, release, take, turnInto } from './weeks'

const now = new Date('2026-03-10T02:00:00.000Z')
const interval = (bookingId: string, from: string, until: string, heldUntil = ''): Interval => ({
  ...{ bookingId, from: `2026-03-12T${from}:00.000Z`, until: `2026-03-12T${until}:00.000Z` },
  ...{ heldUntil, passOnAt: '' },
})

describe('the week of an instant', () => {
  it('is that of Shanghai, also between midnight and eight', () => {
    expect(isoWeekOf('2026-03-15T15:59:59.999Z')).toBe('2026-W11')
    expect(isoWeekOf('2026-03-15T16:00:00.000Z')).toBe('2026-W12')
  })
  it('belongs to the year of its Thursday', () => {
    expect(isoWeekOf('2025-12-28T16:00:00.000Z')).toBe('2026-W01')
    expect(isoWeekOf('2026-12-31T04:00:00.000Z')).toBe('2026-W53')
    expect(isoWeekOf('2027-01-03T04:00:00.000Z')).toBe('2026-W53')
    expect(isoWeekOf('2027-01-04T04:00:00.000Z')).toBe('2027-W01')
    expect(isoWeekOf('2021-01-01T04:00:00.000Z')).toBe('2020-W53')
  })
  it('ends as the next Monday of Shanghai begins', () => {
    expect(endOfWeek('2026-03-15T15:59:59.999Z')).toBe('2026-03-15T16:00:00.000Z')
    expect(endOfWeek('2026-03-15T16:00:00.000Z')).toBe('2026-03-22T16:00:00.000Z')
  })
})

describe('a time of a week', () => {
  const taken = [interval('a', '01:00', '01:50')]

  it('is taken once', () => {
    expect(take(taken, interval('b', '01:49', '02:39'), 0, now)).toEqual({ ok: false, code: 'TAKEN' })
    expect(take(taken, interval('b', '01:50', '02:40'), 0, now).ok).toBe(true)
  })
  it('has a buffer around it for a counsellor, to the minute', () => {
    expect(take(taken, interval('b', '01:59', '02:49'), 10, now).ok).toBe(false)
    expect(take(taken, interval('b', '02:00', '02:50'), 10, now).ok).toBe(true)
    expect(clash(interval('b', '00:00', '00:51'), interval('a', '01:00', '01:50'), 10)).toBe(true)
    expect(clash(interval('b', '00:00', '00:50'), interval('a', '01:00', '01:50'), 10)).toBe(false)
  })
  it('is nobody’s once a hold is over, at its very instant', () => {
    const held = [interval('a', '01:00', '01:50', now.toISOString())]
    expect(findIn(held, 'a', now)).toBeUndefined()
    const got = take(held, interval('b', '01:00', '01:50'), 10, now)
    expect(got.ok && got.data.map(({ bookingId }) => bookingId)).toEqual(['b'])
    expect(take(held, interval('b', '01:00', '01:50'), 10, new Date(now.getTime() - 1)).ok).toBe(false)
  })
  it('is moved by its own name without being in its own way', () => {
    const moved = take(taken, interval('a', '01:20', '02:10'), 10, now)
    expect(moved.ok && moved.data).toEqual([interval('a', '01:20', '02:10')])
  })
  it('is given up, or turned into another’s, and the rest stays', () => {
    const both = [...taken, interval('b', '03:00', '03:50')]
    expect(release(both, 'a', now)).toEqual([both[1]])
    expect(turnInto(both, 'b', interval('c', '03:00', '03:50'), now).map(({ bookingId }) => bookingId)).toEqual([
      'a',
      'c',
    ])
  })
})
