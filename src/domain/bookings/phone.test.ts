import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import { type Booking, hold } from './booking'
import { AFTER_MINUTES, BEFORE_MINUTES, mayCall, mayLeavePhone, phoneUntil } from './phone'

const from = new Date('2026-03-12T01:00:00.000Z')
const until = minutesLater(from, 50)
const time = {
  ...{ staffId: 'lu', from: from.toISOString(), until: until.toISOString() },
  ...({ mode: 'phone', stationId: '' } as const),
}
const held = hold({ id: 'b', personId: 'p', seriesId: '', ...time }, minutesLater(from, -600))
const booked: Booking = { ...held, state: 'confirmed', heldUntil: '', bookedAt: held.from }
const at = (state: Booking['state']): Booking => ({ ...booked, state })
const code = (result: { ok: boolean; code?: string }) => (result.ok ? 'OK' : result.code)

describe('the number somebody left with a booking', () => {
  it('is looked at from a quarter of an hour before, and an hour after it has gone', () => {
    const opens = minutesLater(from, -BEFORE_MINUTES)
    const closes = minutesLater(until, AFTER_MINUTES)
    expect(code(mayCall(booked, new Date(opens.getTime() - 1)))).toBe('NUMBER_NOT_YET')
    expect(code(mayCall(booked, opens))).toBe('OK')
    expect(code(mayCall(booked, new Date(closes.getTime() - 1)))).toBe('OK')
    expect(code(mayCall(booked, closes))).toBe('BOOKING_OVER')
  })
  it('is looked at as well when the counsellor has said how it went, and never once it was called off', () => {
    for (const state of ['attended', 'missed'] as const) expect(code(mayCall(at(state), from))).toBe('OK')
    for (const state of ['cancelled', 'cancelled-late', 'cancelled-by-counsellor', 'expired'] as const) {
      expect(code(mayCall(at(state), from))).toBe('BOOKING_OVER')
      expect(phoneUntil(at(state))).toBeNull()
    }
  })
  it('is for those by phone alone', () => {
    expect(code(mayCall({ ...booked, mode: 'text' }, from))).toBe('NOT_BY_PHONE')
    expect(code(mayLeavePhone({ ...booked, mode: 'in-person' }, from))).toBe('NOT_BY_PHONE')
    expect(phoneUntil({ ...booked, mode: 'text' })).toBeNull()
  })
  it('is left while it is held or stands, until it ends', () => {
    expect(code(mayLeavePhone(held, minutesLater(from, -595)))).toBe('OK')
    expect(code(mayLeavePhone(held, minutesLater(from, -590)))).toBe('BOOKING_OVER')
    expect(code(mayLeavePhone(booked, new Date(until.getTime() - 1)))).toBe('OK')
    expect(code(mayLeavePhone(booked, until))).toBe('BOOKING_OVER')
    expect(code(mayLeavePhone(at('cancelled'), from))).toBe('BOOKING_OVER')
  })
})
