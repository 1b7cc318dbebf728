import { pathOf } from '../../src/domain/branches/scope'
import type { Branch } from '../../src/domain/branches/words'
import { done, type Result, refused } from '../../src/domain/result'
import type { ActKind } from '../../src/domain/staff/acts'
import { actOf, actsStore } from '../_kit/acts'
import type { AuthorizedBranch, StaffCaller } from '../_kit/caller'
import type { Context } from '../_kit/serve'
import { ensureCity } from './branch-names'
import { branchesStore } from './branches-store'

export type InBranch = Context<StaffCaller> & { branchId: AuthorizedBranch }

const sameAs = (a: Branch, b: Branch) => a.name === b.name && a.address === b.address && a.closed === b.closed

/**
 * Changes one branch, and writes down who did it, as one transaction; `above` is the way down to it. What is so already is
 * left as it is, without a record.
 */
export async function changeBranch<Code extends string = never>(
  context: InBranch,
  what: ActKind,
  rule: (branch: Branch, above: readonly Branch[]) => Result<Branch, Code>,
) {
  const { branchId, caller, database, now } = context
  await ensureCity(database, now)
  const branches = database.open(branchesStore)
  const ids = pathOf(branchId)
  if (!(await branches.get(branchId))) return refused('BRANCH_NOT_FOUND')
  const act = actOf(caller, now, { what, about: '', branchId })
  const way = Object.fromEntries(ids.map((id) => [id, branches.at(id)]))
  return database.together({ ...way, act: database.open(actsStore).at(act.id) }, (documents) => {
    const found = documents as Record<string, Branch | undefined>
    const branch = found[branchId]
    if (!branch) return refused('BRANCH_NOT_FOUND')
    const next = rule(
      branch,
      ids.slice(0, -1).flatMap((id) => found[id] ?? []),
    )
    if (!next.ok) return next
    if (sameAs(next.data, branch)) return done({ write: {}, reply: branch })
    const name = next.data.name === branch.name ? branch.name : `${branch.name} → ${next.data.name}`
    const about = next.data.address === branch.address ? name : `${name}，地址：${next.data.address || '没有'}`
    return done({ write: { [branchId]: next.data, act: { ...act, about } }, reply: next.data })
  })
}
