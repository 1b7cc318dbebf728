import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BESIDE_BELL_MS, pauseMs, QUICKEST_MS, SLOWEST_MS, sendAgainMs } from './pace'

const pause = (seconds: number, change = {}) =>
  pauseMs({ quietMs: seconds * 1000, failures: 0, bell: false, ...change }) / 1000

describe('looking by oneself', () => {
  it('is every 2 seconds while something goes on, and slower step by step in silence', () => {
    expect([0, 29.9, 30, 119.9, 120, 299.9, 300, 3600].map((seconds) => pause(seconds))).toEqual([
      2, 2, 4, 4, 8, 8, 15, 15,
    ])
  })

  it('is slower each time nothing answers, whatever was said a moment ago', () => {
    expect([1, 2, 3, 4, 5, 50].map((failures) => pause(0, { failures }))).toEqual([2, 4, 8, 15, 15, 15])
  })

  it('is rare beside a doorbell, and not when that one is broken too', () => {
    expect(pause(0, { bell: true })).toBe(BESIDE_BELL_MS / 1000)
    expect(pause(0, { bell: true, failures: 1 })).toBe(2)
  })

  it('stays between 2 and 15 seconds, and is never quicker for more silence', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), fc.nat(1000), (one, more, failures) => {
        const pause = pauseMs({ quietMs: one, failures, bell: false })
        expect(pause).toBeGreaterThanOrEqual(QUICKEST_MS)
        expect(pause).toBeLessThanOrEqual(SLOWEST_MS)
        expect(pauseMs({ quietMs: one + more, failures, bell: false })).toBeGreaterThanOrEqual(pause)
      }),
    )
  })
})

it('sends again after 1, 2, 4 seconds and so on, and at least every half minute', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 999].map((failures) => sendAgainMs(failures) / 1000)).toEqual([
    0, 1, 2, 4, 8, 16, 30, 30, 30,
  ])
})
