import type { Database } from '../_kit/database'
import { membershipsStore } from '../_kit/identity'

/** Whoever has joined the branch or one below it. Never told to anybody but through the gate. */
export async function countMembers(branchId: string, database: Database): Promise<number> {
  const memberships = database.open(membershipsStore)
  // What lies below begins with the branch and a dot; «/» is the letter after the dot.
  const below = { from: `${branchId}.`, before: `${branchId}/` }
  const [here, there] = await Promise.all([
    memberships.count({ index: 'byBranch', where: { branchId } }),
    memberships.count({ index: 'byPath', range: below }),
  ])
  return here + there
}
