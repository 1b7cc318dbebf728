import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import { type Booking, callOff, cancel, confirm, hold, letGo, rate, reschedule, wentBy } from './booking'
import { noticesOf } from './reminders'
import { successorOf } from './successor'

const now = new Date('2026-03-10T02:00:00.000Z')
const from = new Date('2026-03-12T01:00:00.000Z')
const time = { staffId: 'lu', mode: 'phone', stationId: '' } as const
const held = hold(
  {
    ...{ id: 'b', personId: 'p', seriesId: '', from: from.toISOString(), until: minutesLater(from, 50).toISOString() },
    ...time,
  },
  now,
)
const settled = (result: { ok: true; data: Booking } | { ok: false; code: string }) => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const confirmed = settled(confirm(held, now))
const hoursBefore = (hours: number, ms = 0) => new Date(from.getTime() - hours * 3_600_000 + ms)
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'OK' : result.code)

describe('a booking', () => {
  it('is held until ten minutes sharp', () => {
    expect(codeOf(confirm(held, minutesLater(now, 10)))).toBe('HOLD_OVER')
    expect(codeOf(confirm(held, new Date(minutesLater(now, 10).getTime() - 1)))).toBe('OK')
  })
  it('is late from less than 24 hours before, and nothing follows', () => {
    expect(settled(cancel(confirmed, hoursBefore(24))).state).toBe('cancelled')
    expect(settled(cancel(confirmed, hoursBefore(24, 1))).state).toBe('cancelled-late')
    expect(codeOf(cancel(confirmed, from))).toBe('BOOKING_BEGUN')
    expect(codeOf(cancel(held, now))).toBe('NOT_CONFIRMED')
  })
  it('is moved until two hours before, to the instant', () => {
    const to = { ...time, from: '2026-03-13T01:00:00.000Z', until: '2026-03-13T01:50:00.000Z' }
    expect(settled(reschedule(confirmed, to, 2, hoursBefore(2))).revision).toBe(confirmed.revision + 1)
    expect(codeOf(reschedule(confirmed, to, 2, hoursBefore(2, 1)))).toBe('TOO_LATE_TO_MOVE')
    const moved = settled(reschedule(confirmed, to, 2, now))
    expect(settled(reschedule(moved, to, 2, now))).toBe(moved)
  })
  it('went as the counsellor says, from when it began', () => {
    expect(codeOf(wentBy(confirmed, 'missed', hoursBefore(0, -1)))).toBe('NOT_YET_BEGUN')
    expect(settled(wentBy(confirmed, 'missed', from)).state).toBe('missed')
  })
  it('is called off by the counsellor until it is over', () => {
    expect(settled(callOff(confirmed, 'ill', minutesLater(from, 49))).state).toBe('cancelled-by-counsellor')
    expect(codeOf(callOff(confirmed, 'ill', minutesLater(from, 50)))).toBe('BOOKING_OVER')
  })
  it('may be said otherwise for a day, and stays so once it is rated', () => {
    const attended = settled(wentBy(confirmed, 'attended', from))
    const dayLater = minutesLater(new Date(confirmed.until), 24 * 60)
    const missed = settled(wentBy(attended, 'missed', new Date(dayLater.getTime() - 1)))
    expect(missed).toMatchObject({ state: 'missed', endedAt: attended.endedAt, revision: attended.revision + 1 })
    expect(settled(wentBy(missed, 'attended', from)).state).toBe('attended')
    expect(codeOf(wentBy(attended, 'missed', dayLater))).toBe('BOOKING_OVER')
    expect(codeOf(wentBy(settled(rate(attended, 4, from)), 'missed', from))).toBe('BOOKING_OVER')
  })
  it('is rated once, and for seven days otherwise', () => {
    const attended = settled(wentBy(confirmed, 'attended', from))
    const rated = settled(rate(attended, 4, from))
    const week = minutesLater(from, 7 * 24 * 60)
    expect(settled(rate(rated, 5, new Date(week.getTime() - 1))).rating).toBe(5)
    expect(codeOf(rate(rated, 5, week))).toBe('RATING_FIXED')
    expect(codeOf(rate(confirmed, 5, from))).toBe('NOT_ATTENDED')
  })
  it('lets a hold go, and nothing else', () => {
    expect(settled(letGo(held, now)).state).toBe('expired')
    expect(codeOf(letGo(confirmed, now))).toBe('NOT_HELD')
  })
})

describe('what is said of it', () => {
  const kinds = (booking: Booking, at: Date) => noticesOf(booking, at).map(({ kind }) => kind)
  it('is a day and an hour before, of the revision that stands', () => {
    expect(noticesOf(confirmed, now)).toMatchObject([
      { kind: 'booking-tomorrow', revision: 2, dueAt: hoursBefore(24) },
      { kind: 'booking-soon', revision: 2, dueAt: hoursBefore(1) },
    ])
    expect(kinds(confirmed, hoursBefore(24))).toEqual(['booking-soon'])
    expect(kinds(held, now)).toEqual([])
    expect(kinds(settled(cancel(confirmed, now)), now)).toEqual([])
    expect(kinds(settled(callOff(confirmed, 'ill', now)), now)).toEqual(['booking-cancelled'])
  })
})

describe('whoever takes over', () => {
  const profile = { gender: 'female', fields: ['sleep'] } as never
  const slots = [{ from: confirmed.from, until: confirmed.until, modes: ['phone' as const] }]
  const asked = (candidate: object, free = slots) =>
    successorOf(confirmed, profile, [
      { staffId: 'qi', profile: { ...(profile as object), ...candidate } as never, slots: free },
    ])
  it('is of the same gender, good at something of the same, and free in the same way', () => {
    expect(asked({})?.staffId).toBe('qi')
    expect(asked({ gender: 'male' })).toBeUndefined()
    expect(asked({ fields: ['grief'] })).toBeUndefined()
    expect(asked({}, [{ ...slots[0], modes: ['text'] } as never])).toBeUndefined()
  })
})
