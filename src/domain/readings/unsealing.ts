import { done, type Result, refused } from '../result'
import { minutesLater } from '../time'

const LIVES_MINUTES = 24 * 60
const OPEN_MINUTES = 60

/** Who asked to see who stands behind a pseudonym, and who else agreed. */
export type Asking = {
  by: string
  byName: string
  askedAt: string
  /** Empty until a second person agreed. */
  approvedBy: string
  approvedByName: string
  approvedAt: string
  expiresAt: string
}

type Colleague = { staffId: string; name: string }

export const asked = ({ staffId, name }: Colleague, now: Date): Asking => ({
  by: staffId,
  byName: name,
  askedAt: now.toISOString(),
  approvedBy: '',
  approvedByName: '',
  approvedAt: '',
  expiresAt: minutesLater(now, LIVES_MINUTES).toISOString(),
})

export const isStanding = ({ expiresAt }: Pick<Asking, 'expiresAt'>, now: Date) => now < new Date(expiresAt)

export const isApproved = ({ approvedAt }: Pick<Asking, 'approvedAt'>) => approvedAt !== ''

/** A second person agrees: open from now on to whoever asked, for a short time. Agreeing again does not make it longer. */
export function approve<T extends Asking>(
  asking: T,
  { staffId, name }: Colleague,
  now: Date,
): Result<T, 'UNSEALING_NOT_FOUND' | 'OWN_REQUEST'> {
  if (!isStanding(asking, now)) return refused('UNSEALING_NOT_FOUND')
  if (asking.by === staffId) return refused('OWN_REQUEST')
  if (isApproved(asking)) return done(asking)
  return done({
    ...asking,
    approvedBy: staffId,
    approvedByName: name,
    approvedAt: now.toISOString(),
    expiresAt: minutesLater(now, OPEN_MINUTES).toISOString(),
  })
}

/** To whoever asked it may still be taken back or turned down; what has passed is not there any more. */
export const decline = (asking: Asking, now: Date): Result<null, 'UNSEALING_NOT_FOUND'> =>
  isStanding(asking, now) ? done(null) : refused('UNSEALING_NOT_FOUND')

/** Only whoever asked may look, and only while the agreement of somebody else counts. */
export function mayOpen(
  asking: Asking,
  staffId: string,
  now: Date,
): Result<{ approvedByName: string }, 'UNSEALING_NOT_FOUND' | 'NOT_YET_APPROVED'> {
  if (asking.by !== staffId || !isStanding(asking, now)) return refused('UNSEALING_NOT_FOUND')
  if (!isApproved(asking) || asking.approvedBy === asking.by) return refused('NOT_YET_APPROVED')
  return done({ approvedByName: asking.approvedByName })
}
