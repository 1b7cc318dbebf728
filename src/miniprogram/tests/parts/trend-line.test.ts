import { expect, it } from 'vitest'
import { trendLine } from './trend-line'

const dotsOf = (svg: string) =>
  [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)])

it('goes from the oldest on the left to the newest on the right, the lowest score below', () => {
  const svg = trendLine(
    [
      { at: 300, score: 27 },
      { at: 100, score: 0 },
      { at: 150, score: 13.5 },
    ],
    [0, 27],
  )
  expect(dotsOf(svg)).toEqual([
    [8, 92],
    [79, 50],
    [292, 8],
  ])
})

it('stays in the picture when all were taken at one moment', () => {
  const svg = trendLine(
    [
      { at: 100, score: 5 },
      { at: 100, score: 35 },
    ],
    [5, 35],
  )
  expect(dotsOf(svg)).toEqual([
    [8, 92],
    [292, 8],
  ])
})
