import { done, refused } from '../result'
import { daysLater, minutesLater, monthOf } from '../time'
import type { CallOutcome, CallTopic } from './words'

/** What an operator writes down of one call: never who called. `void`: written by mistake, and not counted. */
export type Answered = {
  id: string
  lineId: string
  staffId: string
  startedAt: string
  minutes: number
  topic: CallTopic
  outcome: CallOutcome
  loggedAt: string
  void: boolean
}

export type AnsweredSaid = Pick<Answered, 'lineId' | 'startedAt' | 'minutes' | 'topic' | 'outcome'>

/** A month's sums; a line that nobody logged is not there. */
export type AnsweredMonth = {
  lines: Record<string, { calls: number; minutes: number }>
  topics: Partial<Record<CallTopic, number>>
  outcomes: Partial<Record<CallOutcome, number>>
}

export const LONGEST_CALL_MINUTES = 600
const LOGGED_WITHIN_DAYS = 31
const CORRECTED_WITHIN_DAYS = 1

export const emptyMonth = (): AnsweredMonth => ({ lines: {}, topics: {}, outcomes: {} })

/** A call is logged after it began, and before anybody has forgotten what it was. */
export function log(who: Pick<Answered, 'id' | 'staffId'>, said: AnsweredSaid, now: Date) {
  const startedAt = new Date(said.startedAt)
  // The clock of the desk may go a little ahead.
  const fits = startedAt <= minutesLater(now, 2) && startedAt >= daysLater(now, -LOGGED_WITHIN_DAYS)
  if (!fits) return refused('TIME_NOT_FIT')
  const entry: Answered = { ...who, ...said, loggedAt: now.toISOString(), void: false }
  return done(entry)
}

export const correctableUntil = ({ loggedAt }: Pick<Answered, 'loggedAt'>) =>
  daysLater(new Date(loggedAt), CORRECTED_WITHIN_DAYS)

export function correct(entry: Answered, said: AnsweredSaid & { void: boolean }, now: Date) {
  if (now >= correctableUntil(entry)) return refused('TOO_LATE_TO_CORRECT')
  const anew = log(entry, said, now)
  return anew.ok ? done({ ...anew.data, loggedAt: entry.loggedAt, void: said.void }) : anew
}

export const monthOfCall = ({ startedAt }: Pick<Answered, 'startedAt'>) => monthOf(startedAt)

/** Adds an entry to the sums, or with `times` -1 takes it out again. What has come to nothing is not there. */
export function withEntry(month: AnsweredMonth, entry: Answered, times: 1 | -1): AnsweredMonth {
  if (entry.void) return month
  const before = month.lines[entry.lineId] ?? { calls: 0, minutes: 0 }
  const line = { calls: before.calls + times, minutes: before.minutes + times * entry.minutes }
  return {
    lines: kept({ ...month.lines, [entry.lineId]: line }, ({ calls }) => calls > 0),
    topics: kept({ ...month.topics, [entry.topic]: (month.topics[entry.topic] ?? 0) + times }, (n) => n > 0),
    outcomes: kept({ ...month.outcomes, [entry.outcome]: (month.outcomes[entry.outcome] ?? 0) + times }, (n) => n > 0),
  }
}

const kept = <T>(all: Record<string, T>, isKept: (value: T) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => isKept(value)))
