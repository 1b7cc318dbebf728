import type { ProgrammedEvent } from '../../contract/events'
import { type Audience, type Stand, type State, shareNames, shares, type Way } from '../../domain/events/words'
import { inShanghai, weekdayOf } from '../../domain/time'

export const stateNames: Record<State, string> = {
  draft: '草稿',
  'in-review': '等审核',
  announced: '已发布',
  cancelled: '已取消',
  held: '办完了',
  reported: '已结束签到',
}

const standNames: Record<Stand, string> = {
  soon: '还没开始报名',
  open: '报名中',
  full: '名额满，可候补',
  closed: '报名截止',
  on: '正在进行',
  held: '办完了',
  cancelled: '已取消',
}

export const audienceNames: Record<Audience, string> = { members: '只给会员', all: '都可以来' }
export const wayNames: Record<Way, string> = { 'first-come': '先到先得', draw: '截止后抽签' }

/** How it stands for whoever works at it: what is announced goes by its sign-up. */
export const standingSaid = ({ state, stand }: Pick<ProgrammedEvent, 'state' | 'stand'>): string =>
  state === 'announced' && stand ? standNames[stand] : stateNames[state]

export const standingLook = ({ state }: Pick<ProgrammedEvent, 'state'>): string =>
  state === 'announced' ? 'standing-on' : state === 'in-review' ? 'standing-wait' : 'standing-off'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

type Time = { from: string; until: string }

/** 2026-12-12 周六 09:30–11:30 */
export const timeSaid = ({ from, until }: Time): string => {
  const day = inShanghai(from).format('YYYY-MM-DD')
  return `${day} ${WEEKDAYS[weekdayOf(day)]} ${inShanghai(from).format('HH:mm')}–${inShanghai(until).format('HH:mm')}`
}

export const timesSaid = (times: readonly Time[]): string => {
  const [first] = times
  if (!first) return '还没有定时间'
  return times.length > 1 ? `${timeSaid(first)}，共 ${times.length} 次` : timeSaid(first)
}

export const seatsSaid = ({ capacity, shares: kept }: Pick<ProgrammedEvent, 'capacity' | 'shares'>): string => {
  if (capacity === 0) return '不限'
  const named = shares.filter((share) => kept[share] > 0).map((share) => `${shareNames[share]} ${kept[share]}`)
  return named.length === 0 ? `${capacity}` : `${capacity}（预留：${named.join('、')}）`
}
