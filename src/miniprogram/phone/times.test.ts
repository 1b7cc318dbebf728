import { expect, it } from 'vitest'
import { clockOf, dateOf, minuteOf, spanOf, spokenClock, weekdayDateOf, weekdayMinuteOf } from './times'

it('shows instants in Shanghai time', () => {
  expect(dateOf('2026-11-21T16:00:00.000Z')).toBe('2026年11月22日')
  expect(minuteOf('2026-11-22T07:04:00.000Z')).toBe('11月22日 15:04')
})

it('writes and says a length', () => {
  expect(clockOf(185.9)).toBe('3:05')
  expect(spokenClock(185.9)).toBe('3 分 5 秒')
  expect(spokenClock(5)).toBe('5 秒')
})

it('says the weekday of Shanghai, also between midnight and eight', () => {
  expect(weekdayDateOf('2026-11-21T16:00:00.000Z')).toBe('11月22日 周日')
  expect(weekdayMinuteOf('2026-11-22T23:30:00.000Z')).toBe('11月23日 周一 07:30')
  expect(spanOf({ from: '2026-11-22T07:00:00.000Z', until: '2026-11-22T07:50:00.000Z' })).toBe(
    '11月22日 周日 15:00–15:50',
  )
})
