import type { Output } from '../../contract'
import type { Use } from '../../domain/figures/uses'
import { newest } from '../../domain/instruments/all'
import { type InstrumentId, instrumentIds } from '../../domain/instruments/instrument'
import type { Line, View } from './view'

export type UseDay = Output<'figures', 'uses'>['days'][number]
type Totals = Output<'figures', 'uses'>['totals']

export type InstrumentUsed = {
  id: InstrumentId
  title: string
  name: string
  started: number
  finished: number
  /** Per cent; null when none was started. */
  share: number | null
  left: number
  /** How often it was left at each item, from the first on. */
  leftAt: readonly number[]
}

const timesOf = (totals: Totals) => {
  const times = new Map(totals.map(({ use, times }) => [use, times]))
  return (use: Use) => times.get(use) ?? 0
}

export const instrumentsUsed = (totals: Totals): readonly InstrumentUsed[] => {
  const times = timesOf(totals)
  return instrumentIds.map((id) => {
    const { title, name, items } = newest(id)
    const [started, finished] = [times(`tests.started.${id}`), times(`tests.finished.${id}`)]
    const leftAt = items.map((_, index) => times(`tests.left.${id}.${index + 1}`))
    return {
      ...{ id, title, name, started, finished, leftAt },
      share: started === 0 ? null : Math.round((finished / started) * 100),
      left: leftAt.reduce((sum, count) => sum + count, 0),
    }
  })
}

/** Each with how it is counted. */
export const helpWords: readonly { use: Use; name: string; how: string }[] = [
  { use: 'help.shown', name: '求助页自动出现', how: '答到需要关心的题，求助页在下一题之前出现，记 1 次' },
  { use: 'help.opened', name: '自己打开求助页', how: '从任何一页的求助入口进去，记 1 次' },
  { use: 'help.dialled.12356', name: '点了 12356', how: '点了拨打；电话有没有接通，这里不知道' },
  { use: 'help.dialled.120', name: '点了 120', how: '点了拨打；电话有没有接通，这里不知道' },
  { use: 'help.dialled.110', name: '点了 110', how: '点了拨打；电话有没有接通，这里不知道' },
  { use: 'help.dialled.union', name: '点了工会热线', how: '点了拨打；电话有没有接通，这里不知道' },
  { use: 'matches.opened.piece', name: '打开推荐的内容', how: '从结果页点开一篇，记 1 次' },
  { use: 'matches.opened.exercise', name: '打开推荐的练习', how: '从结果页点开一个练习，记 1 次' },
  {
    use: 'matches.opened.counsellors',
    name: '去看推荐的咨询师',
    how: '从结果页点开一个方向的咨询师，记 1 次，不记是哪个方向',
  },
]

export const helpUsed = (totals: Totals) => {
  const times = timesOf(totals)
  return helpWords.map((words) => ({ ...words, times: times(words.use) }))
}

/** Where these figures come from, and why a small one is shown. */
export const useOrigin =
  '次数，不是人数；由手机按小时汇总后发来，不带身份。全市合在一起，不分单位，合计后零散的次数就清空，所以小的数目也照实显示：它看不出是谁、在哪个单位，同一个人点几次就是几次。断网时先存在手机里，联网后补送，前几天的数字还可能增加。'

const tests: readonly Line<UseDay>[] = [
  { name: '测评开始', of: ({ testsStarted }) => testsStarted },
  { name: '测评做完', of: ({ testsFinished }) => testsFinished },
]
const help: readonly Line<UseDay>[] = [
  { name: '求助页', of: (day) => day.help },
  { name: '点了拨打', of: ({ dialled }) => dialled },
]

export const useViews: readonly [View<UseDay>, ...View<UseDay>[]] = [
  { name: '测评', unit: '次', lines: tests, as: 'line' },
  { name: '求助', unit: '次', lines: help, as: 'line' },
]

export const useColumns = [...tests, ...help].map(({ name, of }) => ({ name: `${name}（次）`, of }))
