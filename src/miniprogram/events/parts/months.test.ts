import { describe, expect, it } from 'vitest'
import { dayName, monthAfter, monthBefore, monthName } from './months'

describe('months', () => {
  it('follow each other over the year', () => {
    expect([monthAfter('2026-12'), monthBefore('2027-01'), monthAfter('2026-01')]).toEqual([
      '2027-01',
      '2026-12',
      '2026-02',
    ])
    expect([monthName('2026-12'), dayName('2026-12-05')]).toEqual(['2026年12月', '12月5日'])
  })
})
