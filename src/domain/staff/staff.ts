import { done, type Result, refused } from '../result'
import type { Role } from './words'

export type StaffMember = {
  id: string
  name: string
  login: string
  roles: Role[]
  active: boolean
  /** scrypt of the password; empty until the first one-time link is used. */
  passwordHash: string
  createdAt: string
}

/** A manager who can come in: one who was only invited may never do so. */
export const canManage = ({ active, roles, passwordHash }: StaffMember) =>
  active && roles.includes('manager') && passwordHash !== ''

/** A union must never be left without anybody who can let people in. `others`: managers who can come in, besides this one. */
export const keepsAManager = (before: StaffMember, after: StaffMember, others: number) =>
  others > 0 || !canManage(before) || canManage(after)

export function changeStaff(
  member: StaffMember,
  to: { roles: Role[]; active: boolean },
  others: number,
): Result<StaffMember, 'LAST_MANAGER'> {
  const changed = { ...member, roles: [...new Set(to.roles)], active: to.active }
  return keepsAManager(member, changed, others) ? done(changed) : refused('LAST_MANAGER')
}
