import { describe, expect, it } from 'vitest'
import { zero } from '../../domain/figures/counts'
import { chartOption } from './chart-option'
import { pieceViews } from './counted'

const [visits, minutes, depth] = pieceViews as [(typeof pieceViews)[0], (typeof pieceViews)[0], (typeof pieceViews)[0]]

const days = [
  { ...zero(), day: '2026-11-01', reads: 4, seconds: 300 },
  { ...zero(), day: '2026-11-02', reads: 0, plays: 2, seconds: 31 },
]

describe('the chart of a month', () => {
  it('has a point for every day, and both axes say their unit', () => {
    const option = chartOption(days, visits, '2026-11-30', false)
    expect(option.xAxis).toMatchObject({ name: '日', data: ['1', '2'] })
    expect(option.yAxis.name).toBe('次')
    expect(option.series.map((series) => [series.name, series.data])).toEqual([
      ['阅读', [4, 0]],
      ['读完', [0, 0]],
      ['播放', [0, 2]],
    ])
  })

  it('shows time in minutes', () => {
    const option = chartOption(days, minutes, '2026-11-30', false)
    expect(option.yAxis.name).toBe('分钟')
    expect(option.series[0]?.data).toEqual([5, 1])
  })

  it('draws nothing for days that are still to come', () => {
    const option = chartOption(days, visits, '2026-11-01', false)
    expect(option.xAxis.data).toHaveLength(2)
    expect(option.series[0]?.data).toEqual([4, null])
  })

  it('stands still for those who asked for that', () => {
    expect(chartOption(days, depth, '2026-11-30', true).animation).toBe(false)
  })
})
