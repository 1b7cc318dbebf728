import { CITY } from '../branches/words'
import { done, type Result, refused } from '../result'
import type { Grant, Waiting } from './words'

export type StaffMember = {
  id: string
  name: string
  login: string
  grants: Grant[]
  active: boolean
  /** scrypt of the password; empty until the first one-time link is used. */
  passwordHash: string
  createdAt: string
  /**
   * Who alone could have opened this account: its own id where a link came from two managers or from whoever looks after the
   * server, else the origin of the manager who made the link. Empty where nobody knows: that is no origin of anybody's.
   */
  origin: string
  /** What waits for a second manager. */
  waiting: Waiting | null
}

/** A manager of the city who can come in: one who was only invited may never do so. */
export const canManage = ({ active, grants, passwordHash }: StaffMember) =>
  active && passwordHash !== '' && grants.some(({ role, branchId }) => role === 'manager' && branchId === CITY)

/** A union must never be left without anybody who can let people in. `others`: city managers who can come in, besides this one. */
export const keepsAManager = (before: StaffMember, after: StaffMember, others: number) =>
  others > 0 || !canManage(before) || canManage(after)

export const sameGrant = (one: Grant, other: Grant) => one.role === other.role && one.branchId === other.branchId

/** Each role and branch once, in the order given. */
export const distinct = (grants: readonly Grant[]): Grant[] =>
  grants.filter((grant, index) => grants.findIndex((other) => sameGrant(grant, other)) === index)

export function changeStaff(
  member: StaffMember,
  to: { grants: Grant[]; active: boolean },
  others: number,
): Result<StaffMember, 'LAST_MANAGER'> {
  const changed = { ...member, grants: distinct(to.grants), active: to.active }
  return keepsAManager(member, changed, others) ? done(changed) : refused('LAST_MANAGER')
}
