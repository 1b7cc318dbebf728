import type { Database } from '../_kit/database'
import { profilesStore } from './store'

/** What branches are called and what lies below what: of the union, and of no person. */
export { branchNames } from './branch-names'
export { branchesStore } from './branches-store'

/** What others may call somebody; empty where they were never given a name. */
export const pseudonymOf = async (personId: string, database: Database): Promise<string> =>
  (await database.open(profilesStore).get(personId))?.pseudonym ?? ''
