import { done, type Result, refused } from '../result'
import { dayOf, daysLater } from '../time'
import type { Exception, Period, Timetable } from './timetable'

const DAY_MINUTES = 24 * 60
const QUARTER = 15
const A_MONTH = 30

export const MOST_PERIODS = 8
export const MOST_EXCEPTIONS = 60
/** How many days ahead people may book at most. */
export const MOST_HORIZON = 60

/** What a new timetable says: nothing of when, and the usual of how. */
export const emptyTimetable = (staffId: string): Timetable => ({
  id: staffId,
  staffId,
  week: [[], [], [], [], [], [], []],
  exceptions: [],
  sessionMinutes: 50,
  bufferMinutes: 10,
  noticeHours: 12,
  horizonDays: 28,
  holidays: true,
  changedAt: '',
})

export type Settings = Pick<
  Timetable,
  'week' | 'sessionMinutes' | 'bufferMinutes' | 'noticeHours' | 'horizonDays' | 'holidays'
>

/** Two changes of one millisecond are two. */
const changed = ({ changedAt }: Timetable, now: Date) =>
  new Date(Math.max(now.getTime(), changedAt === '' ? 0 : Date.parse(changedAt) + 1)).toISOString()

export type PeriodFault = 'PERIOD_NOT_FIT' | 'PERIODS_OVERLAP'

/** In quarters of an hour, within the day, long enough for a session, in some way; none over another. */
export function fitPeriods(periods: readonly Period[], sessionMinutes: number): Result<true, PeriodFault> {
  const fits = ({ from, until, modes }: Period) =>
    from >= 0 &&
    until <= DAY_MINUTES &&
    from % QUARTER === 0 &&
    until % QUARTER === 0 &&
    until - from >= sessionMinutes &&
    modes.length > 0
  if (!periods.every(fits) || periods.length > MOST_PERIODS) return refused('PERIOD_NOT_FIT')
  const sorted = periods.toSorted((one, other) => one.from - other.from)
  const overlap = sorted.some(({ from }, at) => at > 0 && from < (sorted[at - 1]?.until ?? 0))
  return overlap ? refused('PERIODS_OVERLAP') : done(true)
}

export function changeWeek(timetable: Timetable, settings: Settings, now: Date): Result<Timetable, PeriodFault> {
  for (const periods of [...settings.week, ...timetable.exceptions.map(({ periods }) => periods)]) {
    const fit = fitPeriods(periods, settings.sessionMinutes)
    if (!fit.ok) return fit
  }
  return done({ ...timetable, ...settings, changedAt: changed(timetable, now) })
}

/** No day has two. What is over for a month goes, so that they never pile up. */
export function addException(
  timetable: Timetable,
  exception: Exception,
  now: Date,
): Result<Timetable, PeriodFault | 'DAYS_NOT_FIT' | 'EXCEPTIONS_OVERLAP' | 'TOO_MANY_EXCEPTIONS'> {
  if (exception.from > exception.until || exception.until < dayOf(now)) return refused('DAYS_NOT_FIT')
  if (exception.until > dayOf(daysLater(now, 366))) return refused('DAYS_NOT_FIT')
  const fit = fitPeriods(exception.periods, timetable.sessionMinutes)
  if (!fit.ok) return fit
  const others = timetable.exceptions.filter(
    ({ id, until }) => id !== exception.id && until >= dayOf(daysLater(now, -A_MONTH)),
  )
  if (others.some(({ from, until }) => from <= exception.until && exception.from <= until))
    return refused('EXCEPTIONS_OVERLAP')
  if (others.length >= MOST_EXCEPTIONS) return refused('TOO_MANY_EXCEPTIONS')
  const exceptions = [...others, exception].sort((one, other) => (one.from < other.from ? -1 : 1))
  return done({ ...timetable, exceptions, changedAt: changed(timetable, now) })
}

export const removeException = (
  timetable: Timetable,
  exceptionId: string,
  now: Date,
): Result<Timetable, 'EXCEPTION_NOT_FOUND'> =>
  timetable.exceptions.some(({ id }) => id === exceptionId)
    ? done({
        ...timetable,
        exceptions: timetable.exceptions.filter(({ id }) => id !== exceptionId),
        changedAt: changed(timetable, now),
      })
    : refused('EXCEPTION_NOT_FOUND')
