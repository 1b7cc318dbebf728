import { covers, pathOf } from '../branches/scope'
import { CITY } from '../branches/words'
import { type StaffMember, sameGrant } from './staff'
import type { Grant } from './words'

type Standing = Pick<StaffMember, 'grants'> & Partial<Pick<StaffMember, 'waiting'>>
type Granted = Pick<StaffMember, 'grants' | 'active'>

export const managedBranches = (grants: readonly Grant[]): string[] =>
  grants.filter(({ role }) => role === 'manager').map(({ branchId }) => branchId)

const lies = (branchId: string, scopes: readonly string[]) => scopes.some((scope) => covers(scope, branchId))

/** A manager's colleagues are those all of whose roles count within what is managed; others look as if not there. */
export const isWithin = (grants: readonly Grant[], scopes: readonly string[]) =>
  grants.length > 0 && grants.every(({ branchId }) => lies(branchId, scopes))

/** Asked of the documents as they are now, not as they were when somebody signed in. */
export const manages = (manager: Granted | undefined, member: Standing) =>
  manager?.active === true && isWithin(standing(member), managedBranches(manager.grants))

/** Somebody who is not yet let in stands where they would. */
const standing = ({ grants, waiting }: Standing) => (grants.length > 0 ? grants : (waiting?.grants ?? []))

/**
 * What is newly given must lie within what is managed, in a branch that is open; what somebody holds already may stay.
 * Nobody gives anything to themselves.
 */
export function mayGrant(
  manager: Granted | undefined,
  asked: readonly Grant[],
  held: readonly Grant[],
  { open, oneself }: { open: ReadonlySet<string>; oneself: boolean },
): boolean {
  if (!manager?.active) return false
  const scopes = managedBranches(manager.grants)
  return asked.every((grant) => {
    if (held.some((other) => sameGrant(grant, other))) return true
    if (oneself) return held.some((other) => other.role === grant.role && covers(other.branchId, grant.branchId))
    return lies(grant.branchId, scopes) && open.has(grant.branchId)
  })
}

/** The narrowest branch in which all of these lie. */
export function branchOf(grants: readonly Grant[]): string {
  const [first, ...rest] = grants.map(({ branchId }) => pathOf(branchId))
  return first?.filter((id) => rest.every((path) => path.includes(id))).at(-1) ?? CITY
}
