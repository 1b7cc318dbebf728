const MINUTE = 60_000

/** What is left until then, in words; null when it is over. Minutes are rounded up: 「还有 0 分钟」 helps nobody. */
export const timeLeft = (until: string, now: number): string | null => {
  const left = Date.parse(until) - now
  if (left <= 0) return null
  const minutes = Math.ceil(left / MINUTE)
  if (minutes < 60) return `还有 ${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return minutes % 60 === 0 ? `还有 ${hours} 小时` : `还有 ${hours} 小时 ${minutes % 60} 分钟`
}

/** For the last minutes, to the second: `4:05`. */
export const clockLeft = (until: number, now: number): string => {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
