import type { Branch } from '../../src/domain/branches/words'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import { branchesStore } from './branches-store'

/** Where people can meet: every station that is open, by name. */
export async function openStations(database: Database): Promise<Pick<Branch, 'id' | 'name'>[]> {
  const found: Branch[] = []
  let after: string | null = null
  do {
    const page: Page<Branch> = await database
      .open(branchesStore)
      .find({ index: 'byKind', where: { kind: 'station' }, limit: MOST_ROWS, ...(after && { after }) })
    found.push(...page.rows.filter(({ closed }) => !closed))
    after = page.next
  } while (after)
  return found.map(({ id, name }) => ({ id, name }))
}
