import type { Output } from '../../contract'
import { ACCEPT_MINUTES } from '../../domain/duty/call'
import { dayOf, daysLater, inShanghai } from '../../domain/time'
import { minuteOf } from '../phone/times'

/** Whether anybody is on duty, as far as this phone can know. */
export type Duty = 'asking' | 'unknown' | Output<'duty', 'now'>

/** 今天 18:00, 明天 08:00, or the date where it is further away. */
export const nextTime = (instant: string, now: Date) => {
  const time = inShanghai(instant).format('HH:mm')
  if (dayOf(instant) === dayOf(now)) return `今天 ${time}`
  if (dayOf(instant) === dayOf(daysLater(now, 1))) return `明天 ${time}`
  return minuteOf(instant)
}

/** Nothing here is said that this phone does not know. */
export const dutyWords = (duty: Duty, now: Date) => {
  if (duty === 'asking') return '正在查现在有没有同事值守，上面的电话都可以直接打。'
  if (duty === 'unknown') return '现在查不到有没有同事值守，上面的电话都可以直接打。'
  if (duty.onDuty) return `现在有同事值守，一般 ${ACCEPT_MINUTES} 分钟内接下。`
  if (duty.nextAt === null) return '现在没有同事值守，下一次的时间还没有排好，上面的电话都可以直接打。'
  return `现在没有同事值守，下一次值守从${nextTime(duty.nextAt, now)}开始。这段时间，上面的电话都可以直接打。`
}

/** What happens next with a number that was left. */
export const waitingWords = (duty: Duty, now: Date) => {
  if (typeof duty === 'string') return '请求已经排上了。值守的同事接下后，会给您打电话。'
  if (duty.onDuty) return `一般 ${ACCEPT_MINUTES} 分钟内有同事接下，接下后就给您打电话。一位没有接下，会接着请下一位。`
  if (duty.nextAt === null) return '请求已经排上了，但现在没有同事值守，下一次的时间也还没有排好，什么时候打来说不准。'
  return `请求已经排上了，但现在没有同事值守，下一次值守从${nextTime(duty.nextAt, now)}开始。在那之前不一定有人打来。`
}
