import type { Output } from '../../../contract'
import type { RatingItem } from '../../../domain/ratings/words'
import { tradeNames } from '../../../domain/signups/words'
import { timeSaid } from '../event-words'

export type Report = Output<'reports', 'open'>

/** Looks the same for nobody and for too few. */
export const WITHHELD = '人数太少，不显示'

export const itemNames: Record<RatingItem, string> = {
  content: '内容',
  teacher: '老师',
  safe: '在这里说话放心',
  use: '对平时有用',
  goOn: '想接着来',
}

export const shownPeople = (people: number | null) => (people === null ? WITHHELD : `${people}`)

/** Nobody has missed anything before the door is closed and it is counted. */
export const shownMissed = ({ missed, closedAt }: Pick<Report, 'missed' | 'closedAt'>) =>
  closedAt === null ? '结束签到后才有' : `${missed}`

/** Two times of one day are told apart by when they begin. */
const beginning = (from: string) => timeSaid({ from, until: from }).split('–')[0]

/** As it goes into a table: what was counted, and nothing of anybody. */
export const reportLines = (report: Report): string[][] => [
  ['报名', '人', `${report.signedUp}`],
  ['候补过', '人', `${report.waited}`],
  ['有名额（含家人）', '位', `${report.seatedPlaces}`],
  ...report.times.map(({ from, came }) => [`到了：${beginning(from)}`, '人', `${came}`]),
  ['来过', '人', `${report.came}`],
  ['没有来', '人', shownMissed(report)],
  ...(report.trades?.cells.map(({ trade, people }) => [`岗位：${tradeNames[trade]}`, '人', shownPeople(people)]) ?? []),
  ...(report.ratings?.map(({ item, count, mean }) => [
    `评价：${itemNames[item]}`,
    `${count} 份平均`,
    mean.toFixed(1),
  ]) ?? []),
]
