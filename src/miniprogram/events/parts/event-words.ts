import type { EventCard } from '../../../contract/events'
import type { OwnSignup } from '../../../contract/signups'
import type { Stand } from '../../../domain/events/words'
import { dayOf } from '../../../domain/time'
import { minuteOf, spanOf, weekdayMinuteOf } from '../../phone/times'

const standNames: Record<Stand, string> = {
  soon: '还没有开始报名',
  open: '可以报名',
  full: '名额满了，可以候补',
  closed: '报名已经截止',
  on: '正在进行',
  held: '已经结束',
  cancelled: '取消了',
}

type Seats = Pick<EventCard, 'stand' | 'way' | 'capacity' | 'left' | 'waiting' | 'opensAt'>

/** How it stands, in one line. */
export const standSaid = ({ stand, way, capacity, left, waiting, opensAt }: Seats): string => {
  if (stand === 'soon') return `${minuteOf(opensAt)} 开始报名`
  if (stand === 'full' && waiting !== null && waiting > 0) return `${standNames.full}，前面有 ${waiting} 位`
  if (stand !== 'open') return standNames[stand]
  if (way === 'draw') return `可以报名，截止后抽签，共 ${capacity} 个名额`
  return left === null ? '可以报名，不限名额' : `可以报名，还有 ${left} 个名额`
}

type Times = EventCard['times']

/** The next that is not over, else the last. */
export const timeNext = (times: Times, now: Date) =>
  times.find(({ until }) => new Date(until) > now) ?? times[times.length - 1]

/** Of several the next one, and how many there are. */
export const whenSaid = (times: Times, now: Date): string => {
  const next = timeNext(times, now)
  if (!next) return ''
  return times.length > 1 ? `${spanOf(next)}，共 ${times.length} 次` : spanOf(next)
}

/** Whether one of its times is on that day. */
export const isOnDay = ({ times }: { times: Times }, day: string) => times.some(({ from }) => dayOf(from) === day)

type Standing = Pick<OwnSignup, 'state' | 'place' | 'offer' | 'calledOff' | 'places'>

/** How one's own sign-up stands. Nothing here blames anybody who did not come. */
export const ownSaid = ({ state, place, offer, calledOff, places }: Standing): string => {
  if (calledOff) return '这场活动取消了'
  const people = places > 1 ? `，共 ${places} 位` : ''
  switch (state) {
    case 'seated':
      return `有名额了${people}`
    case 'offered':
      return offer === null ? '正在为您留名额' : `为您留了 ${offer.places} 个名额，到 ${weekdayMinuteOf(offer.until)}`
    case 'waiting':
      return place === null ? `在候补${people}` : `候补第 ${place} 位${people}`
    case 'entered':
      return `等抽签${people}`
    case 'came':
      return '来过了'
    case 'missed':
      return '这次没有来，下次还欢迎您'
    case 'lapsed':
      return '留给您的名额过了时间，已经给了下一位'
    case 'declined':
      return '名额让给了下一位'
    case 'cancelled':
      return '您取消了报名'
  }
}

const over: readonly OwnSignup['state'][] = ['declined', 'lapsed', 'cancelled']

/** Whether they may sign up anew. */
export const isOver = ({ state }: Pick<OwnSignup, 'state'>) => over.includes(state)
