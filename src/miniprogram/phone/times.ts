import { dayOf, inShanghai, weekdayOf } from '../../domain/time'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** 2026年11月22日 */
export const dateOf = (instant: string) => inShanghai(instant).format('YYYY年M月D日')

/** 11月22日 15:04 */
export const minuteOf = (instant: string) => inShanghai(instant).format('M月D日 HH:mm')

/** 3:05 */
export const clockOf = (seconds: number) => {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** 3 分 5 秒, for those who hear it. */
export const spokenClock = (seconds: number) => {
  const whole = Math.max(0, Math.floor(seconds))
  const minutes = Math.floor(whole / 60)
  return minutes > 0 ? `${minutes} 分 ${whole % 60} 秒` : `${whole} 秒`
}

/** 2026年11月22日 15:04 */
export const momentOf = (instant: string) => inShanghai(instant).format('YYYY年M月D日 HH:mm')

/** 11月22日 周日 */
export const weekdayDateOf = (instant: string) =>
  `${inShanghai(instant).format('M月D日')} ${weekdays[weekdayOf(dayOf(instant))]}`

/** 11月22日 周日 15:04 */
export const weekdayMinuteOf = (instant: string) => `${weekdayDateOf(instant)} ${inShanghai(instant).format('HH:mm')}`

type Span = { from: string; until: string }

/** 15:00–15:50 */
export const hoursOf = ({ from, until }: Span) =>
  `${inShanghai(from).format('HH:mm')}–${inShanghai(until).format('HH:mm')}`

/** 11月22日 周日 15:00–15:50 */
export const spanOf = (span: Span) => `${weekdayDateOf(span.from)} ${hoursOf(span)}`
