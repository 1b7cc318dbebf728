import type { Output } from '../../../contract'

export type Missing = Output<'bookings', 'series'>['missing']

const kept = new Map<string, Missing>()

/** Which weeks could not be had, for the page that is opened next. Never kept on the phone. */
export const keepMissing = (seriesId: string, missing: Missing): void => {
  kept.set(seriesId, missing)
}

export const missingOf = (seriesId: string): Missing => kept.get(seriesId) ?? []

export const whyWords: Record<Missing[number]['why'], string> = {
  SLOT_NOT_OFFERED: '这一周的这个时间没有开放',
  SLOT_TAKEN: '这一周的这个时间有人约了',
  TIME_CLASHES: '这个时间您有另一个预约',
  TOO_MANY_IN_PERIOD: '一段日子里能约的次数到了',
}
