import { type Database, MOST_IDS } from '../_kit/database'
import { profilesStore } from './store'

/** What branches are called and what lies below what: of the union, and of no person. */
export { branchNames, branchPlaces } from './branch-names'
export { branchesStore } from './branches-store'
export { openStations } from './open-stations'
/** A profile with a pseudonym, also where there was none yet. */
export { ensureProfile } from './profiles'
export { regionOf } from './region'

/** What others may call somebody; empty where they were never given a name. */
export const pseudonymOf = async (personId: string, database: Database): Promise<string> =>
  (await database.open(profilesStore).get(personId))?.pseudonym ?? ''

/** The same for many at once. */
export async function pseudonymsOf(personIds: readonly string[], database: Database): Promise<(id: string) => string> {
  const unique = [...new Set(personIds)]
  const names = new Map<string, string>()
  for (let from = 0; from < unique.length; from += MOST_IDS)
    for (const { id, pseudonym } of await database.open(profilesStore).getMany(unique.slice(from, from + MOST_IDS)))
      names.set(id, pseudonym)
  return (id) => names.get(id) ?? ''
}
