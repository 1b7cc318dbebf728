/** `65.4` → `1 分 5 秒`. */
export const shownLength = (seconds: number) => {
  const whole = Math.max(1, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  return minutes > 0 ? `${minutes} 分 ${whole % 60} 秒` : `${whole} 秒`
}
