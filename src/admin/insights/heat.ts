export const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

/** Five steps of colour, so that neighbours can be told apart; the number itself is in the cell. */
export const warmth = (count: number, most: number) => (count === 0 ? 0 : Math.min(5, Math.ceil((count / most) * 5)))

/** The busiest hour in words; null when there is nothing yet. */
export const busiest = (heat: readonly (readonly number[])[]) => {
  let best: { weekday: number; hour: number; count: number } | null = null
  heat.forEach((hours, weekday) => {
    hours.forEach((count, hour) => {
      if (count > (best?.count ?? 0)) best = { weekday, hour, count }
    })
  })
  return best as { weekday: number; hour: number; count: number } | null
}
