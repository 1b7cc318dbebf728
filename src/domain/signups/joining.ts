import type { Event } from '../events/event'
import { done, type Result, refused } from '../result'

export const MOST_ANSWER = 200

type Asked = {
  places: number
  /** By question; an empty line is no answer. */
  answers: Readonly<Record<string, string>>
  isMember: boolean
}

type Refusals =
  | 'EVENT_NOT_FOUND'
  | 'SIGN_UP_NOT_OPEN'
  | 'SIGN_UP_CLOSED'
  | 'EVENT_FOR_MEMBERS'
  | 'TOO_MANY_RELATIVES'
  | 'QUESTION_UNANSWERED'
  | 'QUESTION_CHANGED'

/**
 * Whether somebody can sign up now. From the instant of `opensAt` on, and not at that of `closesAt` any more, nor once it has
 * begun. An answer to what is not asked any more is refused, so that nobody says more than the host wants to know.
 */
export function mayJoin(event: Event, { places, answers, isMember }: Asked, now: Date): Result<true, Refusals> {
  if (event.state !== 'announced') return refused('EVENT_NOT_FOUND')
  if (now < new Date(event.opensAt)) return refused('SIGN_UP_NOT_OPEN', event.opensAt)
  const begins = event.times[0]?.from
  if (now >= new Date(event.closesAt) || begins === undefined || now >= new Date(begins))
    return refused('SIGN_UP_CLOSED')
  if (event.audience === 'members' && !isMember) return refused('EVENT_FOR_MEMBERS')
  if (places > 1 + event.relatives) return refused('TOO_MANY_RELATIVES')
  const asked = new Set(event.questions.map(({ id }) => id))
  if (Object.keys(answers).some((id) => !asked.has(id))) return refused('QUESTION_CHANGED')
  const isAnswered = (id: string) => (Object.hasOwn(answers, id) ? (answers[id] ?? '') : '').trim() !== ''
  if (event.questions.some(({ id, needed }) => needed && !isAnswered(id))) return refused('QUESTION_UNANSWERED')
  return done(true)
}
