import { describe, expect, it } from 'vitest'
import { outOfQuiet } from './quiet'

const at = (clock: string, day = '2026-03-10') => new Date(`${day}T${clock}:00+08:00`)
const moved = (clock: string, appointmentAt = '', day = '2026-03-10') =>
  outOfQuiet('booking-changed', at(clock, day), appointmentAt).toISOString()
const instant = (clock: string, day = '2026-03-10') => at(clock, day).toISOString()

describe('a notice that is due', () => {
  it('at 21:59 is said, at 22:00 waits for the next morning', () => {
    expect(moved('21:59')).toBe(instant('21:59'))
    expect(moved('22:00')).toBe(instant('08:00', '2026-03-11'))
  })
  it('at 00:00 and at 07:59 waits for the same morning, at 08:00 is said', () => {
    expect(moved('00:00')).toBe(instant('08:00'))
    expect(moved('07:59')).toBe(instant('08:00'))
    expect(moved('08:00')).toBe(instant('08:00'))
  })
  it('on the last night of a month or a year waits for the first morning of the next', () => {
    expect(moved('23:30', '', '2026-02-28')).toBe(instant('08:00', '2026-03-01'))
    expect(moved('23:30', '', '2026-12-31')).toBe(instant('08:00', '2027-01-01'))
  })
  it('at night is said within two hours of its appointment, and not a minute before them', () => {
    expect(moved('06:30', instant('08:30'))).toBe(instant('06:30'))
    expect(moved('06:29', instant('08:30'))).toBe(instant('06:30'))
    expect(moved('23:00', instant('23:30'))).toBe(instant('23:00'))
  })
  it('is never kept until its appointment is near or past', () => {
    expect(moved('23:00', instant('07:00', '2026-03-11'))).toBe(instant('05:00', '2026-03-11'))
    expect(moved('23:00', instant('10:00', '2026-03-11'))).toBe(instant('08:00', '2026-03-11'))
    expect(moved('23:00', instant('14:00', '2026-03-11'))).toBe(instant('08:00', '2026-03-11'))
  })
  it('about an appointment that is over waits like any other', () => {
    expect(moved('23:00', instant('23:00'))).toBe(instant('08:00', '2026-03-11'))
  })
  it('that somebody waits for at this moment comes at any hour', () => {
    expect(outOfQuiet('chat-waiting', at('23:30'), '').toISOString()).toBe(instant('23:30'))
    expect(outOfQuiet('call-accepted', at('03:00'), '').toISOString()).toBe(instant('03:00'))
  })
})
