import type { FigureDay } from '../../contract/figures'
import type { Counter } from '../../domain/figures/counts'
import { figureWords, shownFigure } from './counted'

export type View = 'visits' | 'minutes' | 'depth'

export const views: Record<View, { name: string; unit: string; counters: readonly Counter[]; as: 'line' | 'bar' }> = {
  visits: { name: '阅读与播放', unit: '次', counters: ['reads', 'finishes', 'plays'], as: 'line' },
  minutes: { name: '停留时长', unit: '分钟', counters: ['seconds'], as: 'bar' },
  depth: { name: '播放进度', unit: '次', counters: ['play25', 'play50', 'play75', 'play100'], as: 'line' },
}

const colours = ['#2e7d68', '#c9714a', '#3e6f9e', '#7a6a9c']
const symbols = ['circle', 'rect', 'triangle', 'diamond']
const soft = { color: '#5c6b66', fontSize: 12 }

/** The whole month on the axis, figures up to `today`; series differ by sign as well as by colour. */
export const chartOption = (days: readonly FigureDay[], view: View, today: string, still: boolean) => {
  const { unit, counters, as } = views[view]
  return {
    animation: !still,
    animationDuration: 240,
    color: colours,
    textStyle: { fontFamily: 'inherit' },
    grid: { left: 56, right: 24, top: 56, bottom: 44 },
    legend: { top: 0, right: 0, textStyle: soft, itemGap: 16 },
    tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => `${value} ${unit}` },
    xAxis: {
      type: 'category' as const,
      name: '日',
      nameTextStyle: soft,
      nameGap: 6,
      data: days.map(({ day }) => String(Number(day.slice(8)))),
      axisLabel: soft,
      axisTick: { alignWithLabel: true },
      axisLine: { lineStyle: { color: '#9a958a' } },
    },
    yAxis: {
      type: 'value' as const,
      name: unit,
      nameTextStyle: soft,
      minInterval: 1,
      axisLabel: soft,
      splitLine: { lineStyle: { color: '#e6e2da' } },
    },
    series: counters.map((counter, index) => ({
      name: figureWords.find((words) => words.counter === counter)?.name ?? counter,
      type: as,
      barMaxWidth: 18,
      symbol: symbols[index],
      symbolSize: 6,
      lineStyle: { width: 2 },
      data: days.map((day) => (day.day <= today ? shownFigure(counter, day) : null)),
    })),
  }
}
