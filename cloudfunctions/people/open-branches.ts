import { pathOf } from '../../src/domain/branches/scope'
import { branchKinds } from '../../src/domain/branches/words'
import type { Database } from '../_kit/database'
import { MOST_IDS } from '../_kit/database'
import { ensureCity } from './branch-names'
import { branchesStore } from './branches-store'

/** Those of the branches that are there and open, as everything above them is. */
export async function openBranches(branchIds: readonly string[], database: Database, now: Date): Promise<Set<string>> {
  const possible = [...new Set(branchIds)].filter((id) => pathOf(id).length <= branchKinds.length)
  const ids = [...new Set(possible.flatMap(pathOf))]
  await ensureCity(database, now)
  const open = new Set<string>()
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const branches = await database.open(branchesStore).getMany(ids.slice(from, from + MOST_IDS))
    for (const branch of branches) if (!branch.closed) open.add(branch.id)
  }
  return new Set(possible.filter((id) => pathOf(id).every((each) => open.has(each))))
}
