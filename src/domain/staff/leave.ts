import { covers } from '../branches/scope'
import { done, type Result, refused } from '../result'
import { canManage, distinct, keepsAManager, type StaffMember } from './staff'
import type { Grant } from './words'

const comesIn = ({ active, passwordHash }: StaffMember) => active && passwordHash !== ''

/** What nobody else at work does there. Whoever never came in did nothing that could be missed. */
export const onlyTheirs = (member: StaffMember, others: readonly StaffMember[]): Grant[] =>
  comesIn(member)
    ? member.grants.filter(
        ({ role, branchId }) =>
          !others.some(
            (other) =>
              other.id !== member.id &&
              comesIn(other) &&
              other.grants.some((grant) => grant.role === role && covers(grant.branchId, branchId)),
          ),
      )
    : []

type Left = { member: StaffMember; successor: StaffMember | undefined; handedOver: Grant[] }

/**
 * `others`: the colleagues who stay; `managers`: how many city managers who can come in are certain to. `successor`: asked
 * for by name, within what the manager manages, or not asked for. The grants of whoever left are kept for the record:
 * without a password and at rest they open nothing.
 */
export function leave(
  member: StaffMember,
  successor: StaffMember | undefined,
  { others, managers }: { others: readonly StaffMember[]; managers: number },
): Result<Left, 'LAST_MANAGER' | 'SUCCESSOR_NEEDED' | 'SUCCESSOR_NOT_FIT'> {
  if (successor && (successor.id === member.id || !successor.active)) return refused('SUCCESSOR_NOT_FIT')
  const handedOver = onlyTheirs(member, others)
  const gone: StaffMember = { ...member, active: false, passwordHash: '', waiting: null }
  const after = successor && { ...successor, grants: distinct([...successor.grants, ...handedOver]) }
  if (!keepsAManager(member, gone, managers + (after && canManage(after) ? 1 : 0))) return refused('LAST_MANAGER')
  if (handedOver.length > 0 && !after) return refused('SUCCESSOR_NEEDED')
  return done({ member: gone, successor: handedOver.length > 0 ? after : undefined, handedOver })
}
