import { done, type Result, refused } from '../result'
import { asOfNow, type Booking, stands } from './booking'

/** `standing`: single ones ahead of a person at once. `inPeriod`: sessions within any `periodDays`, series included. */
export type Limits = { standing: number; inPeriod: number; periodDays: number; waits: number; moveUntilHours: number }

const DAY_MS = 24 * 60 * 60_000

type Known = Pick<Booking, 'id' | 'from' | 'until' | 'state' | 'heldUntil' | 'seriesId'>

const isAhead = (booking: Known, now: Date) => stands(booking as Booking, now) && new Date(booking.until) > now

/** What takes a place of the period: what stands, and what took the counsellor's time. Nothing that was called off. */
const counts = (booking: Known, now: Date) =>
  ['held', 'confirmed', 'attended', 'missed'].includes(asOfNow(booking as Booking, now).state)

/** Whether one more may be booked beside those that are known. */
export function mayBook(
  wanted: Pick<Booking, 'id' | 'from' | 'seriesId'>,
  known: readonly Known[],
  limits: Limits,
  now: Date,
): Result<true, 'TOO_MANY_STANDING' | 'TOO_MANY_IN_PERIOD'> {
  const others = known.filter(({ id }) => id !== wanted.id)
  const single = others.filter((booking) => booking.seriesId === '' && isAhead(booking, now))
  if (wanted.seriesId === '' && single.length >= limits.standing) return refused('TOO_MANY_STANDING')
  const starts = [...others.filter((booking) => counts(booking, now)).map(({ from }) => from), wanted.from].map(
    (from) => Date.parse(from),
  )
  const at = Date.parse(wanted.from)
  const span = limits.periodDays * DAY_MS
  const fullest = starts
    .filter((start) => start <= at && at - start < span)
    .map((start) => starts.filter((each) => each >= start && each - start < span).length)
  return Math.max(...fullest) > limits.inPeriod ? refused('TOO_MANY_IN_PERIOD') : done(true)
}
