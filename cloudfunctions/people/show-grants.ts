import type { ShownGrant } from '../../src/contract/sessions'
import { CITY } from '../../src/domain/branches/words'
import type { Grant } from '../../src/domain/staff/words'
import type { Database } from '../_kit/database'
import { branchNames, ensureCity } from './branch-names'

/** As `branchNames`; the city has a name also where nobody has looked at the branches yet. */
export async function branchNamesOf(grants: readonly Grant[], database: Database, now: Date) {
  const ids = grants.map(({ branchId }) => branchId)
  const nameOf = await branchNames(ids, database)
  const city = ids.includes(CITY) && nameOf(CITY) === '' ? (await ensureCity(database, now)).name : nameOf(CITY)
  return (id: string) => (id === CITY ? city : nameOf(id))
}

export const shownWith = (grants: readonly Grant[], nameOf: (branchId: string) => string): ShownGrant[] =>
  grants.map(({ role, branchId }) => ({ role, branchId, branchName: nameOf(branchId) }))

export const showGrants = async (grants: readonly Grant[], database: Database, now: Date): Promise<ShownGrant[]> =>
  shownWith(grants, await branchNamesOf(grants, database, now))
