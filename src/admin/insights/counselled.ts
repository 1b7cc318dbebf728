import type { Output } from '../../contract'
import type { Told } from './told-list'
import type { Line, View } from './view'

export type Counselled = Output<'figures', 'counselling'>
export type CounsellingDay = Counselled['days'][number]

const number = new Intl.NumberFormat('zh-CN')

/** Of so many; nothing can be said of none. */
const mean = (sum: number, amount: number) => (amount === 0 ? null : sum / amount)
const rounded = (value: number) => Math.round(value * 10) / 10
const shownMean = (value: number | null, per: number) => (value === null ? '—' : number.format(rounded(value / per)))

const HOUR = 60
const DAY = 24 * HOUR

/** How many rated at least, before a mean is shown. */
export const WITHHELD = '不足 10 个评分，或这个月还没过完，不显示'

type Part = { title: string; rows: readonly Told[] }

const times = (name: string, amount: number, unit: string, how: string): Told => ({
  ...{ name, unit, how, shown: number.format(amount) },
})
const average = (name: string, value: number | null, per: number, unit: string, how: string): Told => ({
  ...{ name, unit, how, shown: shownMean(value, per) },
})

/** Everything that is told of a month, each with how it is counted and from where. */
export const partsOf = ({ totals, ratings }: Pick<Counselled, 'totals' | 'ratings'>): readonly Part[] => [
  {
    title: '预约和结果',
    rows: [
      times('选了时间', totals.booked + totals.lapsed, '次', '占住一个时间记 1 次，不论后来有没有确认'),
      times('约好', totals.booked, '次', '确认了的预约，记在确认那天'),
      times('没有确认', totals.lapsed, '次', '占住以后十分钟没有确认，或自己放开了'),
      times('已完成', totals.attended, '次', '咨询师记下「来了」，记在咨询师记下那天'),
      times('没有见上', totals.missed, '次', '咨询师记下「没来」；一天之内更正的，按更正后的算'),
      times('提前取消', totals.cancelled, '次', '职工在开始前 24 小时以上取消'),
      times('临近取消', totals.cancelledLate, '次', '职工在开始前 24 小时以内取消'),
      times('咨询师取消', totals.cancelledByCounsellor, '次', '咨询师取消，或离岗后没有人能接'),
      times('咨询时长', Math.round(totals.minutes / HOUR), '小时', '已完成的预约，按约定的起止时间相加'),
    ],
  },
  {
    title: '等多久',
    rows: [
      average(
        '从约好到约定时间',
        mean(totals.lead, totals.booked),
        DAY,
        '天',
        '这个月约好的预约，平均；改过时间的按第一次约的算',
      ),
      average('从约好到见上', mean(totals.leadMet, totals.attended), DAY, '天', '这个月已完成的预约，平均'),
      average(
        '最早空闲时间',
        mean(totals.firstFree, totals.offering),
        DAY,
        '天',
        '每天中午看一次，每位可约的咨询师最早的空闲时间离现在多久，平均',
      ),
      times('开始候补', totals.waitsJoined, '次', '没有空闲时间时排队等'),
      times('问到候补的人', totals.waitsOffered, '次', '空出一个时间，为排在前面的人留半小时'),
      times('候补约上', totals.fromWaits, '次', '接受了为自己留的时间'),
      average('候补等了', mean(totals.waited, totals.fromWaits), DAY, '天', '候补约上的，从开始排队到约上，平均'),
    ],
  },
  {
    title: '没有合适的时间',
    rows: [
      times('提出', totals.wishesAsked, '次', '职工说没有合适的时间，答应三天内答复'),
      times('按时答复', totals.wishesKept, '次', '三天内答复，记在答复那天'),
      times('没有按时', totals.wishesMissed, '次', '满三天还没有答复，记在到期那天，后来答复了也算'),
    ],
  },
  {
    title: '文字对话',
    rows: [
      times('发起', totals.chatsAsked, '次', '职工想和值班的咨询师说话，不含约好的时间'),
      times('接上', totals.chatsAccepted, '次', '有咨询师接了，含后来才接的留言'),
      average(
        '等到接上',
        mean(totals.chatWait, totals.chatsAccepted),
        60,
        '分钟',
        '从发起到有人接，平均；留言等到第二天的也在内',
      ),
      times('成了留言', totals.chatsLeft, '次', '当时没有人能接，留下话并答应了答复时间'),
      times('按约开始', totals.chatsMet, '段', '到了约好的时间，双方任何一方先进来，就算开始'),
      times('结束', totals.chatsEnded, '段', '任何一方结束，或一小时没有人说话；含约好的时间'),
      times('对话时长', totals.chatMinutes, '分钟', '从接上到结束；没有人说话的，到最后一句为止'),
    ],
  },
  {
    title: '评分',
    rows: [
      {
        name: '评分个数',
        unit: ratings ? '个' : '',
        shown: ratings ? number.format(ratings.count) : '—',
        how: ratings ? '职工自愿给已完成的预约打 1 到 5 分；七天里可改，定下来才记' : WITHHELD,
      },
      {
        name: '平均分',
        unit: ratings ? '分' : '',
        shown: ratings ? ratings.mean.toFixed(1) : '—',
        how: ratings ? '满 10 个才显示，全市合在一起，不分咨询师' : WITHHELD,
      },
    ],
  },
]

/** Where these figures come from, and why a small one is shown. */
export const counsellingOrigin =
  '次数，不是人数；由系统在事情发生时记下，只记哪个小时、哪一类，不记是谁，由后台每分钟合计。全市合在一起，不分单位，也不分咨询师。职工删除自己的预约或对话，已经合计的次数不变。'

const booked: readonly Line<CounsellingDay>[] = [
  { name: '约好', of: (day) => day.booked },
  { name: '已完成', of: ({ attended }) => attended },
  { name: '没有见上', of: ({ missed }) => missed },
]
const talked: readonly Line<CounsellingDay>[] = [
  { name: '发起', of: ({ chatsAsked }) => chatsAsked },
  { name: '接上', of: ({ chatsAccepted }) => chatsAccepted },
  { name: '成了留言', of: ({ chatsLeft }) => chatsLeft },
  { name: '按约开始', of: ({ chatsMet }) => chatsMet },
]

export const counsellingViews: readonly [View<CounsellingDay>, ...View<CounsellingDay>[]] = [
  { name: '预约', unit: '次', lines: booked, as: 'line' },
  { name: '对话', unit: '次', lines: talked, as: 'line' },
]

/** Every counter of a day, so that whoever takes the file away can count again. */
export const counsellingColumns: readonly Line<CounsellingDay>[] = [
  ...booked.map(({ name, of }) => ({ name: `${name}（次）`, of })),
  { name: '没有确认（次）', of: ({ lapsed }) => lapsed },
  { name: '提前取消（次）', of: ({ cancelled }) => cancelled },
  { name: '临近取消（次）', of: ({ cancelledLate }) => cancelledLate },
  { name: '咨询师取消（次）', of: ({ cancelledByCounsellor }) => cancelledByCounsellor },
  { name: '咨询时长（分钟）', of: ({ minutes }) => minutes },
  { name: '开始候补（次）', of: ({ waitsJoined }) => waitsJoined },
  { name: '问到候补的人（次）', of: ({ waitsOffered }) => waitsOffered },
  { name: '候补约上（次）', of: ({ fromWaits }) => fromWaits },
  { name: '没有合适的时间（次）', of: ({ wishesAsked }) => wishesAsked },
  { name: '按时答复（次）', of: ({ wishesKept }) => wishesKept },
  { name: '没有按时（次）', of: ({ wishesMissed }) => wishesMissed },
  ...talked.map(({ name, of }) => ({ name: `对话${name}（次）`, of })),
  { name: '对话结束（段）', of: ({ chatsEnded }) => chatsEnded },
  { name: '对话时长（分钟）', of: ({ chatMinutes }) => chatMinutes },
]

export const monthHeads = ['哪一类', '名称', '数', '单位', '怎么数的']
export const monthLines = (parts: readonly Part[]): (string | number)[][] =>
  parts.flatMap(({ title, rows }) => rows.map(({ name, shown, unit, how }) => [title, name, shown, unit, how]))
