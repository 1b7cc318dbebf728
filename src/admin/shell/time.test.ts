import { describe, expect, it } from 'vitest'
import { monthOf, shownClock, shownInstant } from './time'

describe('time as the console shows it', () => {
  it('is Shanghai time, whatever the computer keeps', () => {
    expect(shownInstant('2026-11-30T16:30:00.000Z')).toBe('2026-12-01 00:30')
    expect(shownClock('2026-11-30T16:30:00.000Z')).toBe('00:30')
  })

  it('turns the month at Shanghai midnight', () => {
    expect(monthOf(Date.parse('2026-11-30T15:59:59.999Z'))).toBe('2026-11')
    expect(monthOf(Date.parse('2026-11-30T16:00:00.000Z'))).toBe('2026-12')
  })
})
