import type { CounsellorCard } from '../../../contract/counsellors'
import { fieldNames, genderNames, languageNames, modeNames } from '../../../domain/counsellors/words'
import { weekdayDateOf } from '../../phone/times'
import { nearDay } from './booking-words'
import { timeOf } from './slot-days'

type Slot = NonNullable<CounsellorCard['nextFree']>

export const fieldsOf = ({ fields }: Pick<CounsellorCard, 'fields'>) => fields.map((field) => fieldNames[field])

export const modesOf = ({ modes, stationName }: Pick<CounsellorCard, 'modes' | 'stationName'>) =>
  modes
    .map((mode) => (mode === 'in-person' && stationName !== '' ? `面谈（${stationName}）` : modeNames[mode]))
    .join('、')

/** 女 · 普通话、手语 */
export const personOf = ({ gender, languages }: Pick<CounsellorCard, 'gender' | 'languages'>) =>
  [genderNames[gender], languages.map((language) => languageNames[language]).join('、')].filter(Boolean).join(' · ')

/** 明天 周三 14:00 */
export const soonOf = ({ from }: Slot, now: Date) => {
  const [date = '', weekday = ''] = weekdayDateOf(from).split(' ')
  return `${nearDay(from, now) ?? date} ${weekday} ${timeOf(from)}`
}

export const nextFreeOf = (nextFree: Slot | null, now: Date) =>
  nextFree === null || new Date(nextFree.from) <= now
    ? '最近四周约满了，可以排候补'
    : `最近可约 ${soonOf(nextFree, now)}`
