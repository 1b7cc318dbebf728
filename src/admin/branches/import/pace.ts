export type Pace = { perSecond: number; secondsLeft: number }

/** Since this run began; what an earlier run sent says nothing about this line's speed. */
export const paceOf = (done: number, left: number, seconds: number): Pace | null => {
  if (done <= 0 || seconds <= 0) return null
  const perSecond = done / seconds
  return { perSecond, secondsLeft: left / perSecond }
}

export const shownLeft = (seconds: number): string => {
  if (seconds < 60) return '不到 1 分钟'
  if (seconds < 3600) return `约 ${Math.ceil(seconds / 60)} 分钟`
  return `约 ${Math.floor(seconds / 3600)} 小时 ${Math.ceil((seconds % 3600) / 60)} 分钟`
}
