import type { CallRow } from '../../contract/calls'
import { clockLeft } from '../unsealings/time-left'

const MINUTE = 60_000

/** A stretch of time in words, down to the minute. */
const stretch = (ms: number): string => {
  const minutes = Math.floor(ms / MINUTE)
  if (minutes < 60) return `${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes % 60} 分钟`
  return hours % 24 === 0 ? `${hours / 24} 天` : `${Math.floor(hours / 24)} 天 ${hours % 24} 小时`
}

/** How long somebody has waited for a voice. */
export const waited = (openedAt: string, now: number): string => {
  const ms = now - Date.parse(openedAt)
  return ms < MINUTE ? '不到 1 分钟' : stretch(ms)
}

export const turnOf = ({ withHead, yours, turnOfName }: CallRow): string => {
  if (yours) return withHead ? '轮到您（值守负责人）' : '轮到您'
  if (turnOfName === '') return '还没有轮到谁，任何一位都可以接'
  return withHead ? `轮到值守负责人${turnOfName}` : `轮到${turnOfName}`
}

/** When the turn passes on; with the head it stays until somebody accepts. */
export const passes = ({ turnEndsAt }: CallRow, now: number): string => {
  if (turnEndsAt === null) return '不再转给别人，等人接下'
  const until = Date.parse(turnEndsAt)
  return until <= now ? '正在转给下一位' : `${clockLeft(until, now)} 后转给下一位`
}

/** When something has to be done, said so that nobody has to reckon. */
export const due = (dueAt: string, now: number): string => {
  const left = Date.parse(dueAt) - now
  if (left > 0) return left < MINUTE ? '马上到期' : `还有 ${stretch(left)}`
  return left > -MINUTE ? '已到期' : `已过期 ${stretch(-left)}`
}

/** Who has waited longest comes first. */
export const byWaiting = (rows: readonly CallRow[]): CallRow[] =>
  [...rows].sort((one, other) => Date.parse(one.openedAt) - Date.parse(other.openedAt))
