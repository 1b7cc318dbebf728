import { expect, it } from 'vitest'
import { clockOf, dateOf, minuteOf, spokenClock } from './times'

it('shows instants in Shanghai time', () => {
  expect(dateOf('2026-11-21T16:00:00.000Z')).toBe('2026年11月22日')
  expect(minuteOf('2026-11-22T07:04:00.000Z')).toBe('11月22日 15:04')
})

it('writes and says a length', () => {
  expect(clockOf(185.9)).toBe('3:05')
  expect(spokenClock(185.9)).toBe('3 分 5 秒')
  expect(spokenClock(5)).toBe('5 秒')
})
