import type { Output } from '../../contract'

export type OwnMonth = Output<'figures', 'ownCounselling'>['rows'][number]

const rounded = (value: number) => Math.round(value * 10) / 10
const orDash = (sum: number, amount: number, per: number) => (amount === 0 ? '—' : String(rounded(sum / amount / per)))

const HOUR = 60
const DAY = 24 * HOUR

/** Columns of the own year, each with how it is counted. */
export const ownColumns: readonly { name: string; how: string; of: (month: OwnMonth) => string }[] = [
  { name: '已完成（次）', how: '您记下「来了」的预约', of: ({ attended }) => String(attended) },
  {
    name: '时长（小时）',
    how: '已完成的预约，按约定的起止时间相加',
    of: ({ minutes }) => String(rounded(minutes / HOUR)),
  },
  {
    name: '约好到见上（天）',
    how: '已完成的预约，从约好到开始，平均',
    of: ({ leadMet, attended }) => orDash(leadMet, attended, DAY),
  },
  { name: '没有见上（次）', how: '您记下「没来」的预约', of: ({ missed }) => String(missed) },
  {
    name: '没有见上（%）',
    how: '没有见上，占已完成和没有见上之和',
    of: ({ attended, missed }) =>
      attended + missed === 0 ? '—' : String(Math.round((missed / (attended + missed)) * 100)),
  },
  { name: '自己取消（次）', how: '您取消的预约', of: ({ cancelledByCounsellor }) => String(cancelledByCounsellor) },
  { name: '对话接上（段）', how: '您接的文字对话，不含约好的时间', of: ({ chatsAccepted }) => String(chatsAccepted) },
  {
    name: '等到接上（分钟）',
    how: '您接的文字对话，从发起到接上，平均',
    of: ({ chatWait, chatsAccepted }) => orDash(chatWait, chatsAccepted, 60),
  },
  { name: '按约开始（段）', how: '约好的文字对话，到时间开始了的', of: ({ chatsMet }) => String(chatsMet) },
  { name: '对话时长（分钟）', how: '结束了的文字对话，从接上到结束', of: ({ chatMinutes }) => String(chatMinutes) },
]

export const ownOrigin =
  '只有您自己看得到，别人看不到分咨询师的数字。只有次数和时长，没有人，也没有职工取消了什么、打了几分。系统在事情发生时记下，每分钟合计一次。'

export const ownHeads = ['月份', ...ownColumns.map(({ name }) => name)]
export const ownLines = (rows: readonly OwnMonth[]): string[][] =>
  rows.map((row) => [row.month, ...ownColumns.map(({ of }) => of(row))])
