import type { Event } from '../events/event'
import { beginsAt, endsAt } from '../events/times'
import { done, type Result, refused } from '../result'
import { daysLater } from '../time'

/** `taken`: answered in the live, or on its way to be; `left`: there was no time for it. */
export const questionStates = ['waiting', 'taken', 'left'] as const
export type QuestionState = (typeof questionStates)[number]

/** One person's, so that there is time for many. */
export const MOST_QUESTIONS = 3
export const MOST_WORDS = 200
/** Before and during: from so many days before the first time until the last is over. */
export const ASKED_DAYS_BEFORE = 30

/** Whether another question may be put to whoever speaks in a live. */
export function mayAsk(
  event: Pick<Event, 'kind' | 'state' | 'times'>,
  asked: number,
  now: Date,
): Result<true, 'LIVE_QUESTIONS_CLOSED' | 'TOO_MANY_LIVE_QUESTIONS'> {
  const isOpen =
    event.kind === 'live' &&
    event.state === 'announced' &&
    now >= daysLater(new Date(beginsAt(event)), -ASKED_DAYS_BEFORE) &&
    now < new Date(endsAt(event))
  if (!isOpen) return refused('LIVE_QUESTIONS_CLOSED')
  return asked < MOST_QUESTIONS ? done(true) : refused('TOO_MANY_LIVE_QUESTIONS')
}
