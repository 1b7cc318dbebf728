import type { Audience, Permission, Reach } from '../../src/contract/permissions'
import { covers } from '../../src/domain/branches/scope'
import type { Grant, Role } from '../../src/domain/staff/words'

export type Visitor = { kind: 'visitor' }
/** `personId` is a keyed hash; nothing else about the person is known here. */
export type Employee = { kind: 'employee'; personId: string }
/** An employee whose branch is proved; looked up only for what is for members alone. */
export type Member = { kind: 'member'; personId: string; branchId: string }
type Desk = {
  staffId: string
  name: string
  login: string
  sessionId: string
  /** When the session ends at the latest. */
  expiresAt: string
}
/** Signed in, but the second factor has still to be set up: no role counts yet. */
export type Joining = Desk & { kind: 'joining' }
export type StaffCaller = Desk & { kind: 'staff'; roles: readonly Role[]; grants: readonly Grant[] }
export type Caller = Visitor | Employee | Member | Joining | StaffCaller

/** The callers an audience lets through: a handler for employees only never sees a visitor. */
export type CallerOf<Who extends Audience> =
  | (Who extends 'visitor' ? Visitor : never)
  | (Who extends 'employee' ? Employee : never)
  | (Who extends 'member' ? Member : never)
  | (Who extends 'joining' ? Joining : never)
  | (Who extends Role ? StaffCaller : never)

/** How far each of the caller's ways in reaches; none when there is no way in. */
export function reaches(permission: Permission, caller: Caller): Reach[] {
  const audiences: readonly Audience[] = caller.kind === 'staff' ? caller.roles : [caller.kind]
  return audiences.flatMap((audience) => permission[audience] ?? [])
}

/** A branch that the caller may act in. Only the door and `within` make one, so that no handler acts in a branch unasked. */
export type AuthorizedBranch = string & { readonly authorized: unique symbol }

/** The branch, if one of the caller's roles that may do this counts there. */
export function within(permission: Permission, caller: Caller, branchId: string): AuthorizedBranch | undefined {
  if (caller.kind !== 'staff') return undefined
  const may = caller.grants.some((grant) => permission[grant.role] !== undefined && covers(grant.branchId, branchId))
  return may ? (branchId as AuthorizedBranch) : undefined
}
