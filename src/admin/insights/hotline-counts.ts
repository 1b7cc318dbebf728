import type { Output } from '../../contract'
import { everywhere } from '../../domain/hotlines/number'
import { callOutcomeNames, topicNames } from '../../domain/hotlines/words'
import { unionLine } from '../hotlines/union-line'

export type HotlineFigures = Output<'figures', 'hotlines'>
export type HotlineRow = HotlineFigures['rows'][number]

/** Three places that know different things. What each says stands beside its numbers, and nothing is summed across them. */
export const countWays = [
  { name: '点了拨打', how: '手机上点一下拨打记 1 次，不带身份。有没有打通、打了多久，微信不告诉小程序。' },
  { name: '接听记录', how: '接线的同事接完一通自己记 1 行。忘了记的就没有；没有记过显示「没有记录」。' },
  { name: '话单', how: '运营商话单里的通数和时长，由管理员导入。没有导入显示「没有导入」。' },
] as const

/** Without this warning the columns look like parts of one total. */
export const APART = '三列来自三个地方，互相有重叠也有遗漏，不能相加，这里也没有把它们加起来的数。'

const names = new Map<string, string>([
  ...everywhere.map(({ number, name }) => [number, `${number} ${name}`] as const),
  ...unionLine.map(({ id, name }) => [id, name] as const),
])

export const nameOf = ({ lineId, name }: HotlineRow) => names.get(lineId) ?? name
export const shownTaps = ({ dialTaps }: HotlineRow) => `${dialTaps} 次`
export const shownAnswered = ({ answered }: HotlineRow) =>
  answered ? `${answered.calls} 通，${answered.minutes} 分钟` : '没有记录'
export const shownBilled = ({ billed }: HotlineRow) =>
  billed ? `${billed.calls} 通，${Math.round(billed.seconds / 60)} 分钟` : '没有导入'
export const shownBusiest = ({ billed }: HotlineRow) =>
  billed?.busiestHour === null || billed === null ? '' : `${billed.busiestHour} 点`

export const hotlineHeads = [
  ...[
    '热线',
    '机构',
    '点了拨打（次）',
    '接听记录（通）',
    '接听记录（分钟）',
    '话单（通）',
    '话单（分钟）',
    '话单最忙的钟点',
  ],
]
/** What the page shows, each number in a column of its own. */
export const hotlineLines = (rows: readonly HotlineRow[]): (string | number)[][] =>
  rows.map((row) => [
    ...[nameOf(row), row.institutionName, row.dialTaps, row.answered?.calls ?? '', row.answered?.minutes ?? ''],
    ...[row.billed?.calls ?? '', row.billed ? Math.round(row.billed.seconds / 60) : '', shownBusiest(row)],
  ])

export const about = ({ topics, outcomes }: HotlineFigures) => [
  { title: '接听记录：哪一类', rows: topics.map(({ topic, calls }) => ({ name: topicNames[topic], calls })) },
  { title: '接听记录：结果', rows: outcomes.map(({ outcome, calls }) => ({ name: callOutcomeNames[outcome], calls })) },
]
