import type { Event } from '../events/event'
import { done, type Result, refused } from '../result'
import type { SignupState } from '../signups/words'

type Trained = Pick<Event, 'hours' | 'times' | 'state'>

/** Of all the hours as many as belong to the times somebody came to. */
export const hoursFor = ({ hours, times }: Pick<Event, 'hours' | 'times'>, timesCome: number) =>
  Math.round(((hours * Math.min(timesCome, times.length)) / times.length) * 10) / 10

/** For whoever came to what has hours of training, once it is over. */
export function certify(
  event: Trained,
  { state, timesCome }: { state: SignupState; timesCome: number },
  now: Date,
): Result<{ timesCome: number; hours: number }, 'NO_CERTIFICATE'> {
  const last = event.times.at(-1)
  const isOver = last !== undefined && now >= new Date(last.until) && event.state !== 'cancelled'
  if (!isOver || event.hours === 0 || state !== 'came' || timesCome === 0) return refused('NO_CERTIFICATE')
  return done({ timesCome, hours: hoursFor(event, timesCome) })
}
