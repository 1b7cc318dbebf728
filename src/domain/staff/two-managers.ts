import { covers } from '../branches/scope'
import { daysLater } from '../time'
import { isWithin, managedBranches } from './scope'
import type { StaffMember } from './staff'
import type { Grant, Role, Waiting } from './words'

/** Two of the first open an identity, the second reads who did: whoever could make both alone could do it alone. */
const BY_TWO: readonly Role[] = ['supervisor', 'auditor']

const isByTwo = ({ role }: Grant) => BY_TWO.includes(role)

const WAITS_DAYS = 7

export const waitingFor = (
  { what, grants }: Pick<Waiting, 'what' | 'grants'>,
  asker: Pick<StaffMember, 'id' | 'name' | 'origin'>,
  now: Date,
): Waiting => ({
  what,
  grants,
  by: asker.id,
  byName: asker.name,
  byOrigin: asker.origin,
  askedAt: now.toISOString(),
  expiresAt: daysLater(now, WAITS_DAYS).toISOString(),
})

export const isWaiting = (waiting: Waiting | null, now: Date): waiting is Waiting =>
  waiting !== null && Date.parse(waiting.expiresAt) > now.getTime()

/** Whether something is newly given that one manager alone cannot give. Who has left holds nothing any more. */
export const givesByTwo = (
  asked: readonly Grant[],
  member?: Pick<StaffMember, 'active' | 'grants'> | undefined,
): boolean =>
  asked
    .filter(isByTwo)
    .some(
      ({ role, branchId }) =>
        !(member?.active && member.grants.some((held) => held.role === role && covers(held.branchId, branchId))),
    )

/**
 * Where an account comes from once one manager has made a new link to it. Of two origins it could be either's, so it is
 * nobody's: until two agree, it is no second person to anybody.
 */
export const originAfterLink = (
  { origin }: Pick<StaffMember, 'origin'>,
  manager: Pick<StaffMember, 'origin'>,
): string => (origin === manager.origin ? origin : '')

/** Whoever has a new link to such an account has the account. */
export const opensByTwo = ({ grants }: Pick<StaffMember, 'grants'>) => grants.some(isByTwo)

/**
 * Whether this manager is a second person. Somebody invited or given a new link by one manager alone could be that manager
 * behind another name, so both have the same `origin`, and everybody in turn whom they let in; one origin never suffices.
 */
export function isSecondPerson(
  manager: StaffMember,
  member: Pick<StaffMember, 'id' | 'grants'>,
  { grants, by, byOrigin }: Pick<Waiting, 'grants' | 'by' | 'byOrigin'>,
): boolean {
  const joined = manager.active && manager.passwordHash !== ''
  const other = manager.id !== by && manager.id !== member.id
  const apart = manager.origin !== '' && byOrigin !== '' && manager.origin !== byOrigin
  return joined && other && apart && isWithin([...member.grants, ...grants], managedBranches(manager.grants))
}

/**
 * What was asked for, once the second person agrees. An account whose link one alone has had is opened anew: the approver
 * hands over a link that whoever asked never sees.
 */
export function approved(member: StaffMember, { what, grants }: Waiting): { member: StaffMember; relinked: boolean } {
  const relinked = what !== 'changed' || member.passwordHash === '' || member.origin !== member.id
  const passwordHash = relinked ? '' : member.passwordHash
  return { member: { ...member, grants, active: true, origin: member.id, waiting: null, passwordHash }, relinked }
}
