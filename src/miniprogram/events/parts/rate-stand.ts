import type { OwnSignup } from '../../../contract/signups'
import { ratingSpan } from '../../../domain/ratings/may-rate'

type Own = Pick<OwnSignup, 'kind' | 'times' | 'state' | 'rated' | 'calledOff'>

/** Whether it can be rated now, or why not. `from` is when it can. */
export type RateStand =
  | { state: 'open'; until: string }
  | { state: 'rated' }
  | { state: 'over' }
  | { state: 'not-there' }
  | { state: 'soon'; from: string }

/** As `mayRate` decides it in the cloud, so that nobody fills in what cannot be given. */
export const rateStandOf = (own: Own, now: Date): RateStand => {
  if (own.rated) return { state: 'rated' }
  const span = ratingSpan(own)
  if (own.calledOff || span === undefined) return { state: 'not-there' }
  if (now >= span.until) return { state: 'over' }
  if (now < span.from && (own.state === 'seated' || own.state === 'came'))
    return { state: 'soon', from: span.from.toISOString() }
  if (now < span.from || own.state !== 'came') return { state: 'not-there' }
  return { state: 'open', until: span.until.toISOString() }
}
