import type { OwnBooking } from '../../../contract/bookings'
import { LATE_HOURS } from '../../../domain/bookings/booking'
import { EARLY_MINUTES, mayMeet } from '../../../domain/bookings/meeting'
import { type BookingState, type CallOffReason, callOffNames, stateNames } from '../../../domain/bookings/words'
import { type Mode, modeNames } from '../../../domain/counsellors/words'
import { dayOf, daysLater, minutesLater } from '../../../domain/time'
import { weekdayMinuteOf } from '../../phone/times'

/** 今天, 明天, 后天 of Shanghai time; nothing further off. */
export const nearDay = (instant: string, now: Date): string | null => {
  const at = [0, 1, 2].find((days) => dayOf(daysLater(now, days)) === dayOf(instant))
  return at === undefined ? null : (['今天', '明天', '后天'][at] ?? null)
}

/** 9 分 5 秒 of what is left; null once it is over. */
export const leftOf = (until: string, now: Date): string | null => {
  const seconds = Math.ceil((Date.parse(until) - now.getTime()) / 1000)
  if (seconds <= 0) return null
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`
}

export const placeOf = ({ mode, stationName }: Pick<OwnBooking, 'mode' | 'stationName'>) =>
  mode === 'in-person' && stationName !== '' ? `面谈，在${stationName}` : modeNames[mode]

/** How they meet, for somebody who has never done it. */
export const howToMeet: Record<Mode, string> = {
  text: `在小程序里打字聊。开始前 ${EARLY_MINUTES} 分钟，这里会有「进入对话」。`,
  phone: '到时咨询师给您打电话，可能是您不认识的号码。请找个能放心说话的地方。',
  'in-person': '早到几分钟就好。到了只说来赴约，不用说是什么事。',
}

/** Why the counsellor called it off, in words that leave nothing hanging. */
export const reasonWords = (reason: CallOffReason): string =>
  reason === 'other-way'
    ? '咨询师觉得换一种方式更合适，这次先取消了。可以换一种方式，再约一次。'
    : `${callOffNames[reason]}，这次不能按约好的见了。不是因为您。`

export const endWords: Partial<Record<BookingState, string>> = {
  missed: '这次没有见上，没有关系。想的时候，可以再约。',
  cancelled: '您取消了，时间已经让给别人。想的时候，可以再约。',
  'cancelled-late': '您取消了，时间已经让给别人。想的时候，可以再约。',
  expired: '没有确认，时间已经放开，不算约过。',
}

const lateFrom = ({ from }: Pick<OwnBooking, 'from'>) => minutesLater(new Date(from), -LATE_HOURS * 60)

/** What cancelling means, said before it is done. */
export const cancelRule = (booking: Pick<OwnBooking, 'from'>, now: Date): string => {
  const late = lateFrom(booking)
  return now <= late
    ? `${weekdayMinuteOf(late.toISOString())} 以前取消，时间还来得及让给别人。再晚也可以取消，只是统计时会算作「开始前 ${LATE_HOURS} 小时内取消」，不影响您再约。`
    : `离开始不到 ${LATE_HOURS} 小时了，统计时会算作晚取消。没有关系，不影响您再约。`
}

/** One line of a list about a booking that is over, or stands. */
export const standing = ({ state, until }: Pick<OwnBooking, 'state' | 'until'>, now: Date): string =>
  state === 'confirmed' && new Date(until) <= now ? '时间已经过了' : stateNames[state]

export const isOpenNow = (booking: Pick<OwnBooking, 'mode' | 'state' | 'from' | 'until'>, now: Date) =>
  mayMeet(booking, now).ok
