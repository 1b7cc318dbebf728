import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** Shanghai keeps UTC+8 all year; the computer's own zone is not looked at. */
const shanghai = (instant: string | number) => dayjs.utc(instant).utcOffset(8 * 60)

export const shownInstant = (instant: string) => shanghai(instant).format('YYYY-MM-DD HH:mm')
export const shownClock = (instant: string | number) => shanghai(instant).format('HH:mm')
export const monthOf = (instant: number) => shanghai(instant).format('YYYY-MM')
