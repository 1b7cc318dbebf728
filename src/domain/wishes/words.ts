/** When in the week it would suit. */
export const timesOfDay = ['morning', 'noon', 'afternoon', 'evening', 'weekend'] as const
export type TimeOfDay = (typeof timesOfDay)[number]
