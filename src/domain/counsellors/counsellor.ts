import { done, type Result, refused } from '../result'
import { dayOf } from '../time'
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
    issuedBy: string /** The last day on which it counts. */
    until: string
  }
}

/**
 * `id` is the staffId. `live` is what people see, `draft` what is being written: the counsellor writes it, a manager who is
 * somebody else has seen the certificate and lets it out. `paused`: takes no new bookings for now; those that stand stay.
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
}

export type ProfileFault = 'MODE_MISSING' | 'STATION_MISSING' | 'QUALIFICATION_OVER'

/** Whether the profile may be let out: people can meet, and the qualification counts today. */
export function fit(profile: Profile, now: Date): Result<Profile, ProfileFault> {
  if (profile.modes.length === 0) return refused('MODE_MISSING')
  if (profile.modes.includes('in-person') && profile.stationId === '') return refused('STATION_MISSING')
  if (!isQualified(profile, now)) return refused('QUALIFICATION_OVER')
  return done(profile)
}

/** Through the last day of Shanghai time. */
export const isQualified = ({ qualification }: Pick<Profile, 'qualification'>, now: Date) =>
  dayOf(now) <= qualification.until

/** Whether people find them and may book. What was booked before stands, whatever this says. */
export const isOffered = <C extends Pick<Counsellor, 'live' | 'paused'>>(
  counsellor: C,
  now: Date,
): counsellor is C & { live: Profile } =>
  counsellor.live !== null && !counsellor.paused && isQualified(counsellor.live, now)

export function submit(counsellor: Counsellor, now: Date): Result<Counsellor, ProfileFault | 'NOTHING_TO_SUBMIT'> {
  if (!counsellor.draft) return refused('NOTHING_TO_SUBMIT')
  const ready = fit(counsellor.draft, now)
  return ready.ok ? done({ ...counsellor, submittedAt: now.toISOString(), sentBackFor: '' }) : ready
}

export function approve(
  counsellor: Counsellor,
  by: { staffId: string; name: string },
  now: Date,
): Result<Counsellor, ProfileFault | 'NOT_SUBMITTED' | 'OWN_PROFILE'> {
  if (!counsellor.draft || counsellor.submittedAt === '') return refused('NOT_SUBMITTED')
  if (by.staffId === counsellor.staffId) return refused('OWN_PROFILE')
  const ready = fit(counsellor.draft, now)
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

export const sendBack = (counsellor: Counsellor, why: string): Result<Counsellor, 'NOT_SUBMITTED'> =>
  counsellor.draft && counsellor.submittedAt !== ''
    ? done({ ...counsellor, submittedAt: '', sentBackFor: why })
    : refused('NOT_SUBMITTED')
