import { dayOf, daysLater, monthOf } from '../time'
import type { Event, Time } from './event'

type Timed = Pick<Event, 'times'>

/** Empty where a draft has no time yet. */
export const beginsAt = ({ times }: Timed) => times[0]?.from ?? ''
export const endsAt = ({ times }: Timed) => times.at(-1)?.until ?? ''

/** From its first time to its last; what is found of a month is looked for so far back. */
export const LONGEST_DAYS = 200
/** One time of it. */
const LONGEST_HOURS = 10

const isOneDay = ({ from, until }: Time) =>
  from < until && dayOf(from) === dayOf(until) && Date.parse(until) - Date.parse(from) <= LONGEST_HOURS * 3_600_000

/** Each on one day, in order, none into the next, and the first still ahead. */
export const areTimesFit = ({ times }: Timed, now: Date): boolean => {
  const [first] = times
  const last = times.at(-1)
  if (!first || !last || new Date(first.from) <= now) return false
  if (new Date(last.until) > daysLater(new Date(first.from), LONGEST_DAYS)) return false
  return times.every((time, at) => {
    const next = times[at + 1]
    return isOneDay(time) && (next === undefined || time.until <= next.from)
  })
}

/** Its first time in a month of Shanghai time. */
export const timeIn = ({ times }: Timed, month: string): Time | undefined =>
  times.find(({ from }) => monthOf(from) === month)
