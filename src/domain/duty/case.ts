import { done, type Result, refused } from '../result'
import { daysLater } from '../time'

/** Chosen by a supervisor, never by a score, and never shown to the person. */
export const colours = ['green', 'yellow', 'red'] as const
export type Colour = (typeof colours)[number]

/** A colour does not stay by itself: it is looked at again by then at the latest, sooner the heavier it is. Days. */
export const reviewWithin: Record<Colour, number> = { red: 3, yellow: 14, green: 60 }

export const caseReasons = [
  'said-so-on-the-phone',
  'said-so-in-counselling',
  'lost-somebody',
  'no-one-around',
  'was-harmed',
  'is-better',
  'referred-and-held',
] as const
export type CaseReason = (typeof caseReasons)[number]

/** L1: the union's own counsellor. L2: the hospital's clinic. L3: emergency. */
export const referralLevels = ['L1', 'L2', 'L3'] as const
export type ReferralLevel = (typeof referralLevels)[number]

export const referralResults = ['arrived', 'not-arrived', 'declined'] as const
export type ReferralResult = (typeof referralResults)[number]

export type Referral = {
  level: ReferralLevel
  to: string
  /** For whoever takes over: what they need to know, and no more. */
  note: string
  by: string
  at: string
  followUpAt: string
  /** Empty until somebody said how it went. */
  endedAt: string
  result: '' | ReferralResult
}

export type Case = {
  id: string
  colour: Colour
  reason: CaseReason
  /** Who chose the colour, and when. */
  by: string
  decidedAt: string
  /** Until then somebody looks again. Past it the colour counts for nothing and the case is overdue. */
  reviewAt: string
  owner: string
  referrals: Referral[]
  closedAt: string
}

export function decide(
  before: Case | undefined,
  chosen: { id: string; colour: Colour; reason: CaseReason; by: string; reviewInDays: number },
  now: Date,
): Result<Case, 'REVIEW_TOO_LATE' | 'CASE_CLOSED'> {
  if (before && before.closedAt !== '') return refused('CASE_CLOSED')
  const { id, colour, reason, by, reviewInDays } = chosen
  if (!(reviewInDays >= 1 && reviewInDays <= reviewWithin[colour])) return refused('REVIEW_TOO_LATE')
  return done({
    id,
    colour,
    reason,
    by,
    decidedAt: now.toISOString(),
    reviewAt: daysLater(now, reviewInDays).toISOString(),
    owner: before?.owner ?? by,
    referrals: before?.referrals ?? [],
    closedAt: '',
  })
}

/** The earliest thing that somebody has to do; empty when the case is closed. */
export const dueAt = ({ reviewAt, referrals, closedAt }: Case): string =>
  closedAt !== ''
    ? ''
    : ([reviewAt, ...referrals.filter(({ endedAt }) => endedAt === '').map(({ followUpAt }) => followUpAt)].sort()[0] ??
      reviewAt)

export const isOverdue = (one: Case, now: Date) => {
  const due = dueAt(one)
  return due !== '' && Date.parse(due) <= now.getTime()
}

/**
 * None may sit without somebody who is there: a case whose owner has left, or has let a day pass after it was due, is the
 * head's. Nobody's, so anybody's, where there is no head either. Asked twice it says the same. `due` and `owner` are all it
 * needs, so that whoever applies it reads nothing of the case.
 */
export function ownerNow(
  { owner, due }: { owner: string; due: string },
  { head, isAtWork }: { head: string; isAtWork: (staffId: string) => boolean },
  now: Date,
): string {
  if (!isAtWork(owner)) return head
  const letPass = daysLater(new Date(due), 1) <= now
  return letPass && head !== '' ? head : owner
}

export function refer(
  one: Case,
  referral: { level: ReferralLevel; to: string; note: string; by: string; followUpInDays: number },
  now: Date,
): Result<Case, 'CASE_CLOSED' | 'REVIEW_TOO_LATE'> {
  if (one.closedAt !== '') return refused('CASE_CLOSED')
  const { level, to, note, by, followUpInDays } = referral
  if (!(followUpInDays >= 1 && followUpInDays <= 30)) return refused('REVIEW_TOO_LATE')
  const added: Referral = {
    level,
    to,
    note,
    by,
    at: now.toISOString(),
    followUpAt: daysLater(now, followUpInDays).toISOString(),
    endedAt: '',
    result: '',
  }
  return done({ ...one, referrals: [...one.referrals, added] })
}

export function referralEnded(
  one: Case,
  index: number,
  result: ReferralResult,
  now: Date,
): Result<Case, 'CASE_CLOSED' | 'REFERRAL_NOT_FOUND'> {
  if (one.closedAt !== '') return refused('CASE_CLOSED')
  const found = one.referrals[index]
  if (found?.endedAt !== '') return refused('REFERRAL_NOT_FOUND')
  return done({
    ...one,
    referrals: one.referrals.map((each, at) => (at === index ? { ...each, endedAt: now.toISOString(), result } : each)),
  })
}

/** Only from green, with every referral ended: a heavier case is looked at once more first. */
export function closeCase(one: Case, now: Date): Result<Case, 'CASE_CLOSED' | 'NOT_GREEN' | 'REFERRAL_OPEN'> {
  if (one.closedAt !== '') return refused('CASE_CLOSED')
  if (one.colour !== 'green') return refused('NOT_GREEN')
  if (one.referrals.some(({ endedAt }) => endedAt === '')) return refused('REFERRAL_OPEN')
  return done({ ...one, closedAt: now.toISOString() })
}
