import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type HotlineRow, hotlineHeads, hotlineLines, shownAnswered, shownBilled, shownTaps } from './hotline-counts'

const row = (taps: number, logged: number, billed: number): HotlineRow => ({
  ...{ lineId: 'union', name: '', institutionName: '', dialTaps: taps },
  answered: { calls: logged, minutes: 0 },
  billed: { calls: billed, seconds: 0, busiestHour: null },
})

it('neither the page nor the file holds a number made of two of the three counts', () => {
  // Far apart, so that no sum of two is one of them.
  const count = (power: number) => fc.integer({ min: 1, max: 9 }).map((n) => n * 10 ** power)
  fc.assert(
    fc.property(count(0), count(2), count(4), (taps, logged, billed) => {
      const one = row(taps, logged, billed)
      const shown = [shownTaps(one), shownAnswered(one), shownBilled(one), ...hotlineLines([one, one]).flat()].join(' ')
      const numbers = (shown.match(/\d+/g) ?? []).map(Number)
      expect(new Set(numbers.filter((number) => number > 0))).toEqual(new Set([taps, logged, billed]))
    }),
  )
  expect(hotlineLines([row(1, 2, 3)])[0]).toHaveLength(hotlineHeads.length)
})

it('says where nothing was logged or imported, which is not nought', () => {
  const none = { ...row(0, 0, 0), answered: null, billed: null }
  expect([shownTaps(none), shownAnswered(none), shownBilled(none)]).toEqual(['0 次', '没有记录', '没有导入'])
})
