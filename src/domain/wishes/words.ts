/** When in the week it would suit. */
export const timesOfDay = ['morning', 'noon', 'afternoon', 'evening', 'weekend'] as const
export type TimeOfDay = (typeof timesOfDay)[number]

export const timeOfDayNames: Record<TimeOfDay, string> = {
  morning: '上午',
  noon: '中午',
  afternoon: '下午',
  evening: '晚上',
  weekend: '周末',
}
