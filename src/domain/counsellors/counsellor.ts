import { done, type Result, refused } from '../result'
import { dayOf, daysLater } from '../time'
import type { Field, Gender, Language, Mode } from './words'

/** What people choose by. `stationId` is the branch where they meet in person; empty where they do not. */
export type Profile = {
  name: string
  gender: Gender
  languages: Language[]
  fields: Field[]
  modes: Mode[]
  stationId: string
  institution: string
  about: string
  qualification: {
    title: string
    number: string
    issuedBy: string
    /** The last day on which it counts. */
    until: string
  }
}

/**
 * `id` is the staffId. `live` is what people see, `draft` what is being written: the counsellor writes it, a manager who is
 * somebody else has seen the certificate and lets it out. `paused`: takes no new bookings for now; those that stand stay.
 * `leftAt`: when they ended their work here, empty while they are here; what stands is then the successor's.
 */
export type Counsellor = {
  id: string
  staffId: string
  branchId: string
  live: Profile | null
  draft: Profile | null
  submittedAt: string
  approvedBy: string
  approvedByName: string
  approvedAt: string
  /** Why it came back; empty otherwise. */
  sentBackFor: string
  paused: boolean
  leftAt: string
}

/** The certificate is renewed in time if one is told this long before. */
export const REMIND_DAYS = 30

export const begin = (staffId: string, branchId: string): Counsellor => ({
  id: staffId,
  staffId,
  branchId,
  live: null,
  draft: null,
  submittedAt: '',
  approvedBy: '',
  approvedByName: '',
  approvedAt: '',
  sentBackFor: '',
  paused: false,
  leftAt: '',
})

/** What is written on after it was handed in must be handed in again. Whoever comes back after they left begins anew. */
export const write = (counsellor: Counsellor, branchId: string, draft: Profile): Counsellor => ({
  ...counsellor,
  branchId,
  live: counsellor.leftAt === '' ? counsellor.live : null,
  draft,
  submittedAt: '',
  leftAt: '',
})

export type ProfileFault = 'MODE_MISSING' | 'STATION_MISSING' | 'QUALIFICATION_OVER'

/** Whether the profile may be let out: people can meet, and the qualification counts today. */
export function canMeet(profile: Profile, now: Date): Result<Profile, ProfileFault> {
  if (profile.modes.length === 0) return refused('MODE_MISSING')
  if (profile.modes.includes('in-person') && profile.stationId === '') return refused('STATION_MISSING')
  if (!isQualified(profile, now)) return refused('QUALIFICATION_OVER')
  return done(profile)
}

/** Through the last day of Shanghai time. */
export const isQualified = ({ qualification }: Pick<Profile, 'qualification'>, now: Date) =>
  dayOf(now) <= qualification.until

/** Whether people find them and may book. What was booked before stands, whatever this says. */
export const isOffered = <C extends Pick<Counsellor, 'live' | 'paused' | 'leftAt'>>(
  counsellor: C,
  now: Date,
): counsellor is C & { live: Profile } =>
  counsellor.live !== null && !counsellor.paused && counsellor.leftAt === '' && isQualified(counsellor.live, now)

/** Whether the certificate of what people see ends within a month, or has ended. */
export const isRunningOut = ({ live, leftAt }: Pick<Counsellor, 'live' | 'leftAt'>, now: Date) =>
  live !== null && leftAt === '' && live.qualification.until <= dayOf(daysLater(now, REMIND_DAYS))

/** Not offered from now on; what they were about to change is theirs no more. */
export const leave = (counsellor: Counsellor, now: Date): Counsellor => ({
  ...counsellor,
  draft: null,
  submittedAt: '',
  leftAt: now.toISOString(),
})

export function submit(counsellor: Counsellor, now: Date): Result<Counsellor, ProfileFault | 'NOTHING_TO_SUBMIT'> {
  if (!counsellor.draft) return refused('NOTHING_TO_SUBMIT')
  const ready = canMeet(counsellor.draft, now)
  return ready.ok ? done({ ...counsellor, submittedAt: now.toISOString(), sentBackFor: '' }) : ready
}

export function approve(
  counsellor: Counsellor,
  { submittedAt, ...by }: { staffId: string; name: string; submittedAt: string },
  now: Date,
): Result<Counsellor, ProfileFault | 'NOT_SUBMITTED' | 'OWN_PROFILE'> {
  if (!counsellor.draft || !isWaiting(counsellor, submittedAt)) return refused('NOT_SUBMITTED')
  if (by.staffId === counsellor.staffId) return refused('OWN_PROFILE')
  const ready = canMeet(counsellor.draft, now)
  if (!ready.ok) return ready
  return done({
    ...counsellor,
    live: counsellor.draft,
    draft: null,
    submittedAt: '',
    sentBackFor: '',
    approvedBy: by.staffId,
    approvedByName: by.name,
    approvedAt: now.toISOString(),
  })
}

export const sendBack = (
  counsellor: Counsellor,
  { submittedAt, why }: { submittedAt: string; why: string },
): Result<Counsellor, 'NOT_SUBMITTED'> =>
  isWaiting(counsellor, submittedAt)
    ? done({ ...counsellor, submittedAt: '', sentBackFor: why })
    : refused('NOT_SUBMITTED')

/** What is answered is what was on the screen: handed in again meanwhile, it is another. */
const isWaiting = (counsellor: Counsellor, submittedAt: string) =>
  counsellor.draft !== null && submittedAt !== '' && counsellor.submittedAt === submittedAt
