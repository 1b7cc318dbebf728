import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import { FREE_TRIES, failed, isLocked, type Tries, usedAgain } from './lock-out'

const start = new Date('2026-03-10T02:00:00Z')
const failTimes = (times: number, now = start) => {
  let tries: Tries | undefined
  for (let time = 0; time < times; time++) tries = failed(tries, now)
  return tries as Tries
}
const lockMinutes = (tries: Tries) =>
  tries.lockedUntil === null ? 0 : (Date.parse(tries.lockedUntil) - start.getTime()) / 60_000

describe('the lock-out', () => {
  it('leaves the first four failures free', () => {
    expect(isLocked(failTimes(FREE_TRIES), start)).toBe(false)
  })
  it('doubles with each failure after that', () => {
    expect([5, 6, 7, 8, 9].map((times) => lockMinutes(failTimes(times)))).toEqual([1, 2, 4, 8, 16])
  })
  it('never lasts longer than a day', () => {
    expect(lockMinutes(failTimes(40))).toBe(24 * 60)
  })
  it('ends at its instant and not a second earlier', () => {
    const tries = failTimes(5)
    expect(isLocked(tries, new Date(start.getTime() + 59_999))).toBe(true)
    expect(isLocked(tries, minutesLater(start, 1))).toBe(false)
  })
  it('goes on growing when somebody waits it out and fails again', () => {
    const tries = failed(failTimes(5), minutesLater(start, 1))
    expect(tries.failures).toBe(6)
  })
  it('is forgotten after a day without tries', () => {
    expect(failed(failTimes(9), minutesLater(start, 24 * 60)).failures).toBe(1)
  })
})

describe('a limit on uses', () => {
  it('closes when the window is full and opens with the next window', () => {
    let tries: Tries | undefined
    for (let use = 0; use < 3; use++) {
      expect(isLocked(tries, start)).toBe(false)
      tries = usedAgain(tries, start, 3, 10)
    }
    expect(isLocked(tries, minutesLater(start, 9))).toBe(true)
    expect(isLocked(tries, minutesLater(start, 10))).toBe(false)
    expect(usedAgain(tries, minutesLater(start, 10), 3, 10).failures).toBe(1)
  })
})
