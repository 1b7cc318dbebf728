import type { Output } from '../../contract'
import { kindNames } from '../../domain/events/words'
import type { Told } from './told-list'
import type { Line, View } from './view'

export type Evented = Output<'figures', 'events'>
type EventDay = Evented['days'][number]
type Counter = Exclude<keyof EventDay, 'day'> | 'views'

const number = new Intl.NumberFormat('zh-CN')

/** In the order in which somebody comes to them. */
const counted: readonly { counter: Counter; name: string; unit: string; how: string }[] = [
  { counter: 'views', name: '打开活动', unit: '次', how: '手机上打开一场活动的页面记 1 次，不带身份' },
  { counter: 'signUps', name: '报名', unit: '次', how: '先到先得的活动，报上名额或候补的都算；取消后再报算第二次' },
  { counter: 'entered', name: '参加抽签', unit: '次', how: '抽签的活动，截止前报的名' },
  { counter: 'waitlisted', name: '排候补', unit: '次', how: '报名时已经没有名额' },
  { counter: 'offers', name: '问到候补的人', unit: '次', how: '空出名额，为排在前面的人留一段时间' },
  { counter: 'offersTaken', name: '候补来了', unit: '次', how: '接受了为自己留的名额' },
  { counter: 'seatsGivenBack', name: '让出名额', unit: '次', how: '有名额以后自己取消的' },
  { counter: 'held', name: '办过', unit: '场', how: '结束了签到的活动，记在最后一次活动那天' },
  { counter: 'checkIns', name: '签到', unit: '人', how: '有名额并且来过的，一场算一次，不含一起来的家人' },
  { counter: 'missed', name: '没有来', unit: '人', how: '有名额、结束时没有签到的；只算个数，不影响谁再报名' },
  { counter: 'ratings', name: '评价', unit: '份', how: '来过的人自愿打的分，不记名，记在那一天' },
]

export const toldOf = (amounts: Record<Counter, number>): readonly Told[] =>
  counted.map(({ counter, name, unit, how }) => ({ name, unit, how, shown: number.format(amounts[counter]) }))

/** A kind that nothing happened of says nothing. */
export const kindsTold = (kinds: Evented['kinds']) =>
  kinds
    .filter((row) => counted.some(({ counter }) => row[counter] > 0))
    .map((row) => ({ title: kindNames[row.kind], rows: toldOf(row) }))

/** Where these figures come from. */
export const eventsOrigin =
  '次数，不是人数；由系统在事情发生时记下，只记哪个小时、哪一种活动，不记是谁，由后台每分钟合计。职工删除自己的报名，已经合计的次数不变。'

const inADay = counted.filter(
  (row): row is typeof row & { counter: Exclude<Counter, 'views'> } => row.counter !== 'views',
)

const lineOf = (counter: Exclude<Counter, 'views'>): Line<EventDay> => ({
  name: counted.find((row) => row.counter === counter)?.name ?? counter,
  of: (day) => day[counter],
})

export const eventViews: readonly [View<EventDay>, ...View<EventDay>[]] = [
  { name: '报名', unit: '次', lines: (['signUps', 'entered', 'waitlisted'] as const).map(lineOf), as: 'line' },
  { name: '签到', unit: '人', lines: (['checkIns', 'missed'] as const).map(lineOf), as: 'bar' },
]

/** Every counter of a day, so that whoever takes the file away can count again. */
export const eventColumns: readonly Line<EventDay>[] = inADay.map(({ counter, name, unit }) => ({
  name: `${name}（${unit}）`,
  of: (day) => day[counter],
}))

export const eventHeads = ['哪一种', '名称', '数', '单位', '怎么数的']
export const eventLines = ({ totals, kinds }: Pick<Evented, 'totals' | 'kinds'>): string[][] =>
  [{ title: '全部', rows: toldOf(totals) }, ...kindsTold(kinds)].flatMap(({ title, rows }) =>
    rows.map(({ name, shown, unit, how }) => [title, name, shown, unit, how]),
  )
