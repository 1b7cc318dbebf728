import type { Event } from '../events/event'
import { done, type Result, refused } from '../result'
import type { SignupState } from '../signups/words'
import { daysLater } from '../time'
import { itemsOf, RATING_DAYS, type RatingItem, TIMES_BEFORE_FEEDBACK } from './words'

/** What somebody says of an item, from 1 to 5. */
export type Score = { item: RatingItem; score: number }

type Held = Pick<Event, 'kind' | 'times' | 'state'>
type Own = { state: SignupState; rated: boolean }

/** From when to when it may be rated: a group from the end of its fifth time on, everything else once it is over. */
export function ratingSpan({ kind, times }: Pick<Event, 'kind' | 'times'>): { from: Date; until: Date } | undefined {
  const asked = kind === 'group' ? times[Math.min(TIMES_BEFORE_FEEDBACK, times.length) - 1] : times.at(-1)
  const last = times.at(-1)
  return asked && last && { from: new Date(asked.until), until: daysLater(new Date(last.until), RATING_DAYS) }
}

/** Whoever came says once how it was, while it is still fresh. Any of the items that are asked, each once. */
export function mayRate(
  event: Held,
  signup: Own,
  scores: readonly Score[],
  now: Date,
): Result<true, 'NOT_TO_BE_RATED' | 'ALREADY_RATED' | 'ITEMS_NOT_FIT'> {
  if (signup.rated) return refused('ALREADY_RATED')
  const span = ratingSpan(event)
  if (event.state === 'cancelled' || signup.state !== 'came' || !span || now < span.from || now >= span.until)
    return refused('NOT_TO_BE_RATED')
  const items = scores.map(({ item }) => item)
  const fit = items.length > 0 && new Set(items).size === items.length
  return fit && items.every((item) => itemsOf(event.kind).includes(item)) ? done(true) : refused('ITEMS_NOT_FIT')
}
