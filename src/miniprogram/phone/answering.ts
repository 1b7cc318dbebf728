import type { Answers } from '../../domain/instruments/answers'
import type { Surveyable } from '../../domain/instruments/surveyable'
import { storage } from './storage'

/**
 * Answers to a survey of one's branch that are not sent yet: on this phone only, and not longer than the survey is open.
 * `item` is the question in sight; `done` waits to be sent.
 */
export type Answering = {
  surveyId: string
  branchName: string
  instrumentId: Surveyable
  version: number
  until: string
  answers: Answers
  item: number
  done: boolean
}

const NAME = 'answering'

type Kept = Record<string, Answering>

/** Only what the phone had no room for: it lasts as long as the app is open. */
let unwritten: Kept | null = null

const all = (): Kept => unwritten ?? storage.read<Kept>(NAME) ?? {}

const write = (kept: Kept) => {
  unwritten = null
  if (Object.keys(kept).length === 0) storage.remove(NAME)
  else if (!storage.write(NAME, kept)) unwritten = kept
}

export const answeringOf = (surveyId: string, now: Date): Answering | null => {
  const found = all()[surveyId]
  return found && new Date(found.until) > now ? found : null
}

/** What belongs to a survey that is over goes as well. */
export const keepAnswering = (answering: Answering, now: Date) => {
  const open = Object.entries(all()).filter(([, { until }]) => new Date(until) > now)
  write({ ...Object.fromEntries(open), [answering.surveyId]: answering })
}

export const dropAnswering = (surveyId: string) => {
  const { [surveyId]: _, ...rest } = all()
  write(rest)
}

export const forgetAnswering = () => write({})
