import { describe, expect, it } from 'vitest'
import { drawn, minutesOf } from './hours'

describe('a period that is drawn', () => {
  it('begins and ends at a quarter, whichever way it was drawn', () => {
    expect(drawn(544, 728, 50)).toEqual({ from: 540, until: 735 })
    expect(drawn(728, 544, 50)).toEqual({ from: 540, until: 735 })
  })
  it('is as long as a session at least', () => {
    expect(drawn(540, 540, 50)).toEqual({ from: 540, until: 600 })
  })
  it('is none where the day has no room left', () => {
    expect(drawn(1430, 1439, 50)).toBeUndefined()
    expect(drawn(1380, 1500, 50)).toEqual({ from: 1380, until: 1440 })
  })
})

it('a clock is minutes after midnight', () => {
  expect(minutesOf('09:45')).toBe(585)
})
