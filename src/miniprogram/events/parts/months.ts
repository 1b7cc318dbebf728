const shifted = (month: string, by: number) => {
  const [year = 0, at = 1] = month.split('-').map(Number)
  const months = year * 12 + at - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** `2026-12` after `2026-11`. */
export const monthAfter = (month: string) => shifted(month, 1)
export const monthBefore = (month: string) => shifted(month, -1)

/** 2026年12月 */
export const monthName = (month: string) => {
  const [year, at] = month.split('-').map(Number)
  return `${year}年${at}月`
}

/** 12月5日 */
export const dayName = (day: string) => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}
