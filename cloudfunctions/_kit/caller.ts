import type { Audience } from '../../src/contract/action'
import type { Role } from '../../src/domain/staff/words'

export type Visitor = { kind: 'visitor' }
/** `personId` is a keyed hash; nothing else about the person is known here. */
export type Employee = { kind: 'employee'; personId: string }
export type StaffCaller = {
  kind: 'staff'
  staffId: string
  name: string
  login: string
  roles: readonly Role[]
  sessionId: string
  /** When the session ends at the latest. */
  expiresAt: string
}
export type Caller = Visitor | Employee | StaffCaller

/** The callers an audience lets through: a handler for employees only never sees a visitor. */
export type CallerOf<Who extends Audience> =
  | (Who extends 'visitor' ? Visitor : never)
  | (Who extends 'employee' ? Employee : never)
  | (Who extends Role ? StaffCaller : never)

export function isAllowed(audience: readonly Audience[], caller: Caller): boolean {
  if (caller.kind === 'staff') return caller.roles.some((role) => audience.includes(role))
  return audience.includes(caller.kind)
}
