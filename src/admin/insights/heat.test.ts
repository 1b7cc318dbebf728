import { describe, expect, it } from 'vitest'
import { busiest, warmth } from './heat'

describe('the heat map', () => {
  it('has five steps, the hottest for the most, none for nothing', () => {
    expect([0, 1, 20, 21, 99, 100].map((count) => warmth(count, 100))).toEqual([0, 1, 1, 2, 5, 5])
  })

  it('finds the busiest hour, the first of equals', () => {
    const heat = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
    expect(busiest(heat)).toBeNull()
    const wednesday = heat[2] ?? []
    wednesday[21] = 8
    const sunday = heat[6] ?? []
    sunday[9] = 8
    expect(busiest(heat)).toEqual({ weekday: 2, hour: 21, count: 8 })
  })
})
