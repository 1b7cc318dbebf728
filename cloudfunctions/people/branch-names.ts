import { pathOf } from '../../src/domain/branches/scope'
import { type Branch, CITY } from '../../src/domain/branches/words'
import type { Database } from '../_kit/database'
import { MOST_IDS } from '../_kit/database'
import { branchesStore } from './branches-store'

type Place = Pick<Branch, 'name' | 'address'>
const NOWHERE: Place = { name: '', address: '' }

/** What a branch is called, and where it is; one that is unknown is called by nothing. */
export async function branchPlaces(branchIds: readonly string[], database: Database): Promise<(id: string) => Place> {
  const unique = [...new Set(branchIds)].filter((id) => id !== '')
  const found: Branch[] = []
  for (let from = 0; from < unique.length; from += MOST_IDS)
    found.push(...(await database.open(branchesStore).getMany(unique.slice(from, from + MOST_IDS))))
  const places = new Map(found.map((branch) => [branch.id, branch]))
  return (id) => places.get(id) ?? NOWHERE
}

export async function branchNames(branchIds: readonly string[], database: Database): Promise<(id: string) => string> {
  const places = await branchPlaces(branchIds, database)
  return (id) => places(id).name
}

/** The branches from the city down to this one. */
export const wayDown = (branchId: string, database: Database): Promise<Branch[]> =>
  database.open(branchesStore).getMany(pathOf(branchId))

/** The root is there from the first time anybody looks. */
export async function ensureCity(database: Database, now: Date): Promise<Branch> {
  const branches = database.open(branchesStore)
  const found = await branches.get(CITY)
  if (found) return found
  const city: Branch = {
    id: CITY,
    parentId: '',
    kind: 'city',
    name: '市总工会',
    code: 'city',
    address: '',
    closed: false,
    createdAt: now.toISOString(),
  }
  await branches.insert(city)
  return city
}
