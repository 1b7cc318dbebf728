import { describe, expect, it } from 'vitest'
import { type Counts, plus, zero } from '../../domain/figures/counts'
import { begin, hide, look, playTo, type Step, seeEnd, show, type Visit } from './visit'

/** Runs steps one after another and adds up what they counted. */
const run = (...steps: ((visit: Visit) => Visit | Step)[]): Counts => {
  let visit = begin()
  let sum = zero()
  for (const step of steps) {
    const result = step(visit)
    if ('counted' in result) {
      visit = result.visit
      sum = plus(sum, result.counted)
    } else visit = result
  }
  return sum
}
const shownAt = (now: number) => (visit: Visit) => show(visit, now)
const lookAt = (now: number) => (visit: Visit) => look(visit, now)
const hiddenAt = (now: number) => (visit: Visit) => hide(visit, now)
const endSeenAt = (now: number) => (visit: Visit) => seeEnd(visit, now)
const played = (positions: number[], length: number) =>
  positions.map((position) => (visit: Visit) => playTo(visit, position, length))
const range = (from: number, to: number, step = 0.25) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)

describe('foreground time', () => {
  it('counts no read before five seconds', () => {
    expect(run(shownAt(0), hiddenAt(4_999))).toMatchObject({ reads: 0, seconds: 4 })
  })

  it('counts one read at five seconds and never a second one', () => {
    expect(run(shownAt(0), lookAt(5_000), lookAt(10_000), hiddenAt(12_000))).toMatchObject({ reads: 1, seconds: 12 })
  })

  it('stands still while hidden and goes on with the part of a second left over', () => {
    expect(run(shownAt(0), hiddenAt(2_600), shownAt(60_000), hiddenAt(62_600))).toMatchObject({ reads: 1, seconds: 5 })
  })

  it('does not count a phone that slept', () => {
    expect(run(shownAt(0), lookAt(3_600_000))).toMatchObject({ seconds: 20 })
  })

  it('does not count backwards when the clock is set back', () => {
    expect(run(shownAt(10_000), lookAt(5_000), lookAt(8_000))).toMatchObject({ seconds: 3 })
  })
})

describe('finishing', () => {
  it('counts when the end is seen after a read', () => {
    expect(run(shownAt(0), lookAt(5_000), endSeenAt(9_000))).toMatchObject({ reads: 1, finishes: 1 })
  })

  it('waits for the read when a short text shows its end at once', () => {
    expect(run(shownAt(0), endSeenAt(100), hiddenAt(4_000)).finishes).toBe(0)
    expect(run(shownAt(0), endSeenAt(100), lookAt(5_000), endSeenAt(6_000)).finishes).toBe(1)
  })
})

describe('playing', () => {
  it('counts a start once', () => {
    expect(run(...played([0, 0.25, 0.5], 100)).plays).toBe(1)
  })

  it('counts each quarter by the seconds really played', () => {
    expect(run(...played(range(0, 100), 100))).toMatchObject({ plays: 1, play25: 1, play50: 1, play75: 1, play100: 1 })
    expect(run(...played(range(0, 60), 100))).toMatchObject({ play25: 1, play50: 1, play75: 0, play100: 0 })
  })

  it('does not count what was jumped over', () => {
    expect(run(...played([0, 0.25, 90, 90.25, 99.9], 100))).toMatchObject({ plays: 1, play25: 0, play100: 0 })
  })

  it('counts a quarter once although it is heard twice', () => {
    expect(run(...played([...range(0, 30), ...range(0, 10)], 100)).play25).toBe(1)
  })
})
