import { describe, expect, it } from 'vitest'
import { newest } from './all'
import { instrumentIds } from './instrument'
import { leadsOn } from './leads-on'
import { score } from './score'

const phq4 = newest('phq4')
/** The first two items are of worry, the last two of mood. */
const pickedIn = (...picks: [number, number, number, number]) => {
  const scored = score(phq4, Object.fromEntries(picks.map((pick, index) => [index + 1, pick])))
  return scored.ok ? leadsOn(phq4, scored.data) : undefined
}

describe('PHQ-4 leads on', () => {
  it('to GAD-7 from three points of worry, and not from two', () => {
    expect([pickedIn(1, 1, 0, 0), pickedIn(1, 2, 0, 0), pickedIn(3, 3, 0, 0)]).toEqual([[], ['gad7'], ['gad7']])
  })
  it('to PHQ-9 from three points of mood, and not from two', () => {
    expect([pickedIn(0, 0, 2, 0), pickedIn(0, 0, 2, 1), pickedIn(0, 0, 3, 3)]).toEqual([[], ['phq9'], ['phq9']])
  })
  it('to both where both call for it, and to none where only the total is high enough', () => {
    expect([pickedIn(2, 1, 1, 2), pickedIn(1, 1, 1, 1)]).toEqual([['phq9', 'gad7'], []])
  })
})

describe('every other instrument', () => {
  it('leads nowhere, however high its scores', () => {
    const others = instrumentIds.filter((id) => id !== 'phq4').map(newest)
    for (const instrument of others) {
      const highest = instrument.scales.map(({ key, range }) => ({ key, score: range[1] }))
      expect(leadsOn(instrument, highest)).toEqual([])
    }
  })
  it('that is named as the next one has a gate to it', () => {
    const highest = phq4.scales.map(({ key, range }) => ({ key, score: range[1] }))
    expect(leadsOn(phq4, highest)).toEqual([...phq4.leadsTo])
  })
})
