import { describe, expect, it } from 'vitest'
import { counters, zero } from '../../domain/figures/counts'
import { figureHeads, figuresOf, figureWords, shownFigure } from './counted'

describe('the figures', () => {
  it('each say how they are counted, and none is left out', () => {
    expect(figureWords.map(({ counter }) => counter)).toEqual([...counters])
    for (const { how } of figureWords) expect(how.length).toBeGreaterThan(8)
  })

  it('show time in whole minutes and everything else as it was counted', () => {
    expect(shownFigure('seconds', { ...zero(), seconds: 89 })).toBe(1)
    expect(shownFigure('seconds', { ...zero(), seconds: 90 })).toBe(2)
    expect(shownFigure('reads', { ...zero(), reads: 90 })).toBe(90)
  })

  it('stand under their own heads in a table', () => {
    const row = figuresOf({ ...zero(), seconds: 600, play25: 7 })
    expect(row[figureHeads.indexOf('停留时长（分钟）')]).toBe(10)
    expect(row[figureHeads.indexOf('播放 25%（次）')]).toBe(7)
  })
})
