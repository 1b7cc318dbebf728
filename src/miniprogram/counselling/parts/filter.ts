import type { Input } from '../../../contract'
import {
  fieldNames,
  fields,
  genderNames,
  genders,
  languageNames,
  languages,
  modeNames,
  modes,
} from '../../../domain/counsellors/words'
import { dayOf, daysLater } from '../../../domain/time'
import { weekdayDateOf } from '../../phone/times'
import { nearDay } from './booking-words'

export type Filter = Omit<Input<'counsellors', 'list'>, 'after'>
export type Facet = 'field' | 'mode' | 'gender' | 'language' | 'day'

export const facets: readonly { facet: Facet; name: string }[] = [
  { facet: 'field', name: '方向' },
  { facet: 'mode', name: '方式' },
  { facet: 'day', name: '日期' },
  { facet: 'gender', name: '性别' },
  { facet: 'language', name: '语言' },
]

/** As far as a strip of days is still read. */
const DAYS = 14

type Option = { value: string; text: string }

const named = <T extends string>(words: readonly T[], names: Record<T, string>): Option[] =>
  words.map((value) => ({ value, text: names[value] }))

const dayName = (day: string, now: Date) => {
  const noon = `${day}T12:00:00+08:00`
  const near = nearDay(noon, now)
  return near === null ? weekdayDateOf(noon) : `${near} ${weekdayDateOf(noon).split(' ')[1]}`
}

/** The first one chooses nothing in particular. */
export function optionsOf(facet: Facet, now: Date): Option[] {
  const any = { value: '', text: '不限' }
  if (facet === 'field') return [any, ...named(fields, fieldNames)]
  if (facet === 'mode') return [any, ...named(modes, modeNames)]
  if (facet === 'gender') return [any, ...named(genders, genderNames)]
  if (facet === 'language') return [any, ...named(languages, languageNames)]
  const days = Array.from({ length: DAYS }, (_, ahead) => dayOf(daysLater(now, ahead)))
  return [any, ...days.map((value) => ({ value, text: dayName(value, now) }))]
}

export const chosenName = (facet: Facet, filter: Filter, now: Date): string | null => {
  const value = filter[facet]
  return value === undefined ? null : (optionsOf(facet, now).find((option) => option.value === value)?.text ?? null)
}

/** What an address may ask for; anything else is as if nothing was asked. */
export const fieldAsked = (text: string | undefined): Filter => {
  const field = fields.find((each) => each === text)
  return field === undefined ? {} : { field }
}

export const withFacet = (filter: Filter, facet: Facet, value: string): Filter => {
  const { [facet]: _, ...rest } = filter
  return value === '' ? rest : ({ ...rest, [facet]: value } as Filter)
}
