type Kept = { daysLeft: number | null; why: string }

/** When it goes by itself; where nothing goes by itself, why it stays. */
export const goneWords = ({ daysLeft, why }: Kept) => {
  if (daysLeft === null) return why
  return daysLeft <= 0 ? `今天自动清除：${why}` : `还剩 ${daysLeft} 天自动清除：${why}`
}
