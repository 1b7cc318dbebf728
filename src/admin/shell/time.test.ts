import { describe, expect, it } from 'vitest'
import { shownClock, shownInstant } from './time'

describe('time as the console shows it', () => {
  it('is Shanghai time, whatever the computer keeps', () => {
    expect(shownInstant('2026-11-30T16:30:00.000Z')).toBe('2026-12-01 00:30')
    expect(shownClock('2026-11-30T16:30:00.000Z')).toBe('00:30')
  })
})
