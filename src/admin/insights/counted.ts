import type { FigureDay } from '../../contract/figures'
import type { Counter, Counts } from '../../domain/figures/counts'
import type { Line, View } from './view'

/** Each figure with its unit and how it is counted, in the order tables show them. */
export const figureWords: readonly { counter: Counter; name: string; unit: string; how: string }[] = [
  { counter: 'reads', name: '阅读', unit: '次', how: '打开一篇内容并在屏幕上停留满 5 秒，记 1 次' },
  { counter: 'finishes', name: '读完', unit: '次', how: '看到文字的末尾，记 1 次' },
  { counter: 'seconds', name: '停留时长', unit: '分钟', how: '内容在屏幕上的时间，切到后台不算' },
  { counter: 'plays', name: '播放', unit: '次', how: '音频或视频开始播放，记 1 次' },
  { counter: 'play25', name: '播放 25%', unit: '次', how: '实际播放的时长达到四分之一；拖动进度不算' },
  { counter: 'play50', name: '播放 50%', unit: '次', how: '实际播放的时长达到一半；拖动进度不算' },
  { counter: 'play75', name: '播放 75%', unit: '次', how: '实际播放的时长达到四分之三；拖动进度不算' },
  { counter: 'play100', name: '播完', unit: '次', how: '实际播放的时长达到全长；拖动进度不算' },
]

/** Where every figure of these pages comes from. */
export const origin =
  '数字来自读者手机上的小程序和网页：每台设备把次数加在一起，不带姓名、账号、单位或设备号，分批送来，再按北京时间的日和月汇总。读者断网时先存在手机里，联网后补送，所以前几天的数字还可能增加。'

const minutes = (seconds: number) => Math.round(seconds / 60)

/** The figure in the unit it is shown in. */
export const shownFigure = (counter: Counter, counts: Counts) =>
  counter === 'seconds' ? minutes(counts.seconds) : counts[counter]

export const figuresOf = (counts: Counts) => figureWords.map(({ counter }) => shownFigure(counter, counts))
export const figureHeads = figureWords.map(({ name, unit }) => `${name}（${unit}）`)

const lineOf = (counter: Counter, name: string): Line<FigureDay> => ({ name, of: (day) => shownFigure(counter, day) })
const linesOf = (...chosen: Counter[]) =>
  figureWords.filter(({ counter }) => chosen.includes(counter)).map(({ counter, name }) => lineOf(counter, name))

export const pieceViews: readonly [View<FigureDay>, ...View<FigureDay>[]] = [
  { name: '阅读与播放', unit: '次', lines: linesOf('reads', 'finishes', 'plays'), as: 'line' },
  { name: '停留时长', unit: '分钟', lines: linesOf('seconds'), as: 'bar' },
  { name: '播放进度', unit: '次', lines: linesOf('play25', 'play50', 'play75', 'play100'), as: 'line' },
]

export const pieceColumns = figureWords.map(({ counter, name, unit }) => lineOf(counter, `${name}（${unit}）`))
