import { inShanghai } from '../../domain/time'

export const shownInstant = (instant: string) => inShanghai(instant).format('YYYY-MM-DD HH:mm')
export const shownClock = (instant: string) => inShanghai(instant).format('HH:mm')
