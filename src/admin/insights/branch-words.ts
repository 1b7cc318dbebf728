import type { Output } from '../../contract'
import type { UsedBy } from '../../contract/figures'
import { type Way, ways } from '../../domain/figures/counselled-people'

export type OfBranch = Output<'figures', 'branch'>

/** Nobody and too few in the same words. */
export const WITHHELD = '不足 10 人或没有'

export const shownPeople = (count: number | null) => (count === null ? WITHHELD : `${count} 人`)

const wayNames: Record<Way, { name: string; how: string }> = {
  booked: {
    name: '约了咨询',
    how: '约定的时间在这个月、到时没有取消的预约，不论后来怎样；同时也聊过的人只算在这里',
  },
  conversed: { name: '只用了文字对话', how: '这个月发起、有咨询师接了的文字对话，没有约咨询' },
}

export const USED = {
  name: '用过咨询的人',
  how: '这个组织和它的下级里，这个月约了咨询、或和咨询师有过文字对话的人，一个人只算一次',
}

export const toldOf = ({ used, ways }: Pick<UsedBy, 'used' | 'ways'>) => [
  { ...USED, key: 'used', count: used },
  ...ways.map(({ way, people }) => ({ ...wayNames[way], key: way, count: people })),
]

/** From where, by whom, and why a number is not there. */
export const branchOrigin = [
  '由定时任务在次月 2 日，从预约和对话的记录里数一次，公布后不再改动。只数月底前同意「算进单位的合计」、已核对单位、到公布时没有撤回也没有退出的人，其他人哪里也不算。',
  '不到 10 人的数不显示；为了不能用减法算出来，旁边的一个数有时也不显示，不显示的组织，它的下级也不显示。两种用法都满 10 人，才分开显示。没有人和不足 10 人，看起来一样。屏幕、图、导出的表格是同一份数。',
  '数的时候不留名单，公布后只有合计。公布以后有人撤回同意、退出单位或注销，已经公布的数不变，里面没有任何人的信息。人数不说明哪个组织的人过得怎样，请不要用来比较或考核。',
]

export const monthName = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

/** Of the largest that is shown; what is withheld has no bar at all. */
export const shareOf = (count: number | null, months: OfBranch['months']) =>
  count === null ? 0 : Math.round((100 * count) / Math.max(...months.map(({ used }) => used ?? 0)))

export const branchHeads = ['组织', USED.name, ...ways.map((way) => wayNames[way].name)].map((name, at) =>
  at === 0 ? name : `${name}（人）`,
)

export const branchLines = (rows: readonly UsedBy[]): (string | number)[][] =>
  rows.map((row) => [row.name, ...toldOf(row).map(({ count }) => count ?? WITHHELD)])
