import { inShanghai } from '../../../domain/time'

/** A plain greeting by the hour of Shanghai. */
export const greetingAt = (now: Date) => {
  const hour = inShanghai(now).hour()
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}
