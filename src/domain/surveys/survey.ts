import { covers } from '../branches/scope'
import type { Surveyable } from '../instruments/surveyable'
import { daysLater, inShanghai } from '../time'

/** `publishedAt` and `cancelledAt` are empty until it is so. */
export type Survey = {
  id: string
  branchId: string
  instrumentId: Surveyable
  /** Of the instrument when it was set up: everybody answers the same questions. */
  version: number
  from: string
  until: string
  publishedAt: string
  cancelledAt: string
}

export type SurveyState = 'planned' | 'open' | 'counting' | 'published' | 'cancelled'

export const SHORTEST_DAYS = 3
export const LONGEST_DAYS = 30
/** Further ahead nobody knows who will work there. */
const AHEAD_DAYS = 180

export function stateAt(
  { from, until, publishedAt, cancelledAt }: Pick<Survey, 'from' | 'until' | 'publishedAt' | 'cancelledAt'>,
  now: Date,
): SurveyState {
  if (cancelledAt !== '') return 'cancelled'
  if (publishedAt !== '') return 'published'
  if (now.getTime() >= Date.parse(until)) return 'counting'
  return now.getTime() >= Date.parse(from) ? 'open' : 'planned'
}

/** From three to thirty days, begun today at the earliest: a day is picked, so its morning may have passed. */
export function windowFits({ from, until }: Pick<Survey, 'from' | 'until'>, now: Date): boolean {
  const [begins, ends] = [new Date(from), new Date(until)]
  return (
    ends >= daysLater(begins, SHORTEST_DAYS) &&
    ends <= daysLater(begins, LONGEST_DAYS) &&
    begins >= inShanghai(now).startOf('day').toDate() &&
    begins <= daysLater(now, AHEAD_DAYS)
  )
}

export const isInvited = ({ branchId }: Pick<Survey, 'branchId'>, memberBranchId: string) =>
  covers(branchId, memberBranchId)
