import type { View } from './view'

const colours = ['#2e7d68', '#c9714a', '#3e6f9e', '#7a6a9c']
const symbols = ['circle', 'rect', 'triangle', 'diamond']
const soft = { color: '#5c6b66', fontSize: 12 }

/** The whole month on the axis, figures up to `today`; series differ by sign as well as by colour. */
export const chartOption = <D extends { day: string }>(
  days: readonly D[],
  { unit, lines, as }: View<D>,
  today: string,
  still: boolean,
) => ({
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
  series: lines.map(({ name, of }, index) => ({
    name,
    type: as,
    barMaxWidth: 18,
    symbol: symbols[index],
    symbolSize: 6,
    lineStyle: { width: 2 },
    data: days.map((day) => (day.day <= today ? of(day) : null)),
  })),
})

export type ChartOption = ReturnType<typeof chartOption>
