import { describe, expect, it } from 'vitest'
import { dayOf, daysOf, hourOf, monthOf, startOfHour, weekdayOf } from './time'

describe('Shanghai time', () => {
  it('is eight hours ahead, across midnight, month and year', () => {
    expect(hourOf('2026-12-31T16:00:00Z')).toBe('2027-01-01T00')
    expect(dayOf('2026-02-28T15:59:59Z')).toBe('2026-02-28')
    expect(monthOf('2026-02-28T16:00:00Z')).toBe('2026-03')
  })
  it('gives the instant at which an hour begins', () => {
    expect(startOfHour('2026-03-10T00')?.toISOString()).toBe('2026-03-09T16:00:00.000Z')
  })
  it('knows that there is no 30th of February and no 25th hour', () => {
    expect(startOfHour('2026-02-30T01')).toBeUndefined()
    expect(startOfHour('2026-02-20T25')).toBeUndefined()
  })
  it('lists every day of a month', () => {
    expect(daysOf('2028-02')).toHaveLength(29)
    expect(daysOf('2026-11').at(-1)).toBe('2026-11-30')
  })
  it('begins the week on Monday', () => {
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([0, 6])
  })
})
