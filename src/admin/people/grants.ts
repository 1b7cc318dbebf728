import type { ShownGrant } from '../../contract/sessions'
import type { Grant, Role } from '../../domain/staff/words'
import type { Place } from '../branches/scopes'

/** A grant while it is being filled in. */
export type GrantDraft = { role?: Role; branch?: Place | null }

export const draftsOf = (grants: readonly ShownGrant[]): GrantDraft[] =>
  grants.map(({ role, branchId, branchName }) => ({ role, branch: { id: branchId, name: branchName } }))

/** What is still to be filled in, or null. */
export const draftsProblem = (drafts: readonly GrantDraft[]): string | null => {
  if (drafts.length === 0) return '请至少给一个角色'
  if (drafts.some(({ role, branch }) => !role || !branch)) return '每一行都要选角色和组织'
  return null
}

/** Each role and branch once. */
export const grantsOf = (drafts: readonly GrantDraft[]): Grant[] =>
  drafts
    .flatMap(({ role, branch }) => (role && branch ? [{ role, branchId: branch.id }] : []))
    .filter(
      (grant, at, all) =>
        all.findIndex(({ role, branchId }) => role === grant.role && branchId === grant.branchId) === at,
    )
