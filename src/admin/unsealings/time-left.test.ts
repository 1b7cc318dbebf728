import { describe, expect, it } from 'vitest'
import { clockLeft, timeLeft } from './time-left'

const now = Date.parse('2026-11-22T10:00:00.000Z')

describe('the time that is left', () => {
  it('is said in hours and minutes, rounded up', () => {
    expect(timeLeft('2026-11-22T10:00:01.000Z', now)).toBe('还有 1 分钟')
    expect(timeLeft('2026-11-22T10:29:30.000Z', now)).toBe('还有 30 分钟')
    expect(timeLeft('2026-11-22T11:00:00.000Z', now)).toBe('还有 1 小时')
    expect(timeLeft('2026-11-22T13:20:00.000Z', now)).toBe('还有 3 小时 20 分钟')
  })

  it('is nothing once it is over', () => {
    expect(timeLeft('2026-11-22T10:00:00.000Z', now)).toBeNull()
    expect(timeLeft('2026-11-22T09:00:00.000Z', now)).toBeNull()
  })

  it('is counted by the second while an identity is open', () => {
    expect(clockLeft(now + 300_000, now)).toBe('5:00')
    expect(clockLeft(now + 64_200, now)).toBe('1:05')
    expect(clockLeft(now, now)).toBe('0:00')
    expect(clockLeft(now - 5_000, now)).toBe('0:00')
  })
})
