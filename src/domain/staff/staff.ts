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

/** A union must never be left without anybody who can let people in. `otherManagers`: active managers besides this one. */
export function changeStaff(
  member: StaffMember,
  to: { roles: Role[]; active: boolean },
  otherManagers: number,
): Result<StaffMember, 'LAST_MANAGER'> {
  const wasManager = member.active && member.roles.includes('manager')
  const staysManager = to.active && to.roles.includes('manager')
  if (wasManager && !staysManager && otherManagers === 0) return refused('LAST_MANAGER')
  return done({ ...member, roles: [...new Set(to.roles)], active: to.active })
}
