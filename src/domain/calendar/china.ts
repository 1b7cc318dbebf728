import chineseDays from 'chinese-days'
import { daysOf, weekdayOf } from '../time'

/**
 * What a day is where it is not what its weekday says. Rules that phones share take this instead of the calendar itself, so
 * that no phone carries it.
 */
export type Holidays = (day: string) => 'holiday' | 'workday' | undefined

const SATURDAY = 5
const FRIDAY = 4
const MONDAY = 0

/** The library reads an instant in the zone of the machine; noon of UTC is the same day in nearly all of them. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

const monthsOf = (year: string) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`)

type Year = {
  published: boolean
  kinds: Map<string, 'holiday' | 'workday'>
  /** The weekday as which each day is worked; those that are not are not in it. */
  worked: Map<string, number>
}

/** A year never changes while a process runs. */
const years = new Map<string, Year>()

function yearOf(day: string): Year {
  const name = day.slice(0, 4)
  const known = years.get(name)
  if (known) return known
  const made = readYear(name)
  years.set(name, made)
  return made
}

function readYear(year: string): Year {
  const kinds: Year['kinds'] = new Map()
  const worked = new Map<string, string[]>()
  const swapped = new Map<string, string[]>()
  const days = monthsOf(year).flatMap(daysOf)
  for (const day of days) {
    const { work, name } = chineseDays.getDayDetail(noonOf(day))
    // Days without a decree are called by their weekday; those with one by their festival, such as `Spring Festival,春节,4`.
    if (!name.includes(',')) continue
    kinds.set(day, work ? 'workday' : 'holiday')
    if (work) worked.set(name, [...(worked.get(name) ?? []), day])
    else if (chineseDays.isInLieu(noonOf(day))) swapped.set(name, [...(swapped.get(name) ?? []), day])
  }
  const published = kinds.size > 0
  if (!published) for (const day of byLaw(Number(year))) kinds.set(day, 'holiday')
  const standsFor = pair(worked, swapped)
  const ofDays = days.flatMap((day): [string, number][] =>
    kinds.get(day) === 'holiday' ? [] : [[day, standsFor.get(day) ?? weekdayOf(day)]],
  )
  return { published, kinds, worked: new Map(ofDays) }
}

/**
 * The decrees say which weekend days are worked and which days are free for it, not which stands for which: in order, as
 * schools and offices read them. Where they do not pair off, a Saturday is worked as the Friday before and a Sunday as the
 * Monday after.
 */
function pair(worked: Map<string, string[]>, swapped: Map<string, string[]>) {
  const standsFor = new Map<string, number>()
  for (const [festival, days] of worked) {
    const free = swapped.get(festival) ?? []
    days.forEach((day, at) => {
      const other = free.length === days.length ? free[at] : undefined
      standsFor.set(day, other ? weekdayOf(other) : weekdayOf(day) === SATURDAY ? FRIDAY : MONDAY)
    })
  }
  return standsFor
}

/** The days that 《全国年节及纪念日放假办法》 (国务院令第795号, since 2025) makes free in every year, before the year's own decree. */
function byLaw(year: number): string[] {
  const lunar = (date: string) => chineseDays.getSolarDateFromLunar(`${year}-${date}`).date
  const newYear = lunar('01-01')
  return [
    `${year}-01-01`,
    ...[-1, 0, 1, 2].map((days) => later(newYear, days)),
    chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
    `${year}-05-01`,
    `${year}-05-02`,
    lunar('05-05'),
    lunar('08-15'),
    `${year}-10-01`,
    `${year}-10-02`,
    `${year}-10-03`,
  ]
}

const later = (day: string, days: number) =>
  new Date(noonOf(day).getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10)

/** Whether the year's decree is known. Until it is, only what the law itself makes free is, and no weekend is worked. */
export const isPublished = (year: number): boolean => yearOf(`${year}-01-01`).published

export const holidays: Holidays = (day) => yearOf(day).kinds.get(day)

/** A day of the decree or the law, weekends within it included; an ordinary weekend is none. */
export const isPublicHoliday = (day: string): boolean => holidays(day) === 'holiday'

export const isWorkday = (day: string): boolean => {
  const kind = holidays(day)
  return kind === undefined ? weekdayOf(day) < SATURDAY : kind === 'workday'
}

/** The weekday as which a day is worked, 0 for Monday; undefined on a public holiday. */
export const workedAs = (day: string): number | undefined => yearOf(day).worked.get(day)

/** The n-th working day after this one, which itself does not count. */
export function workingDaysLater(day: string, n: number): string {
  let at = day
  for (let left = n; left > 0; ) {
    at = later(at, 1)
    if (isWorkday(at)) left--
  }
  return at
}
