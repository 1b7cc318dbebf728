import { seatedStates } from '../../src/domain/reports/report'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import { type StoredSignup, signupsStore } from './signups-store'

/** Everybody with a seat, a page after the other. */
export async function seatedOf(eventId: string, { database }: { database: Database }): Promise<StoredSignup[]> {
  const seated: StoredSignup[] = []
  for (const state of seatedStates) {
    let after: string | null = null
    do {
      const page: Page<StoredSignup> = await database
        .open(signupsStore)
        .find({ index: 'inTurn', where: { eventId, state }, limit: MOST_ROWS, ...(after && { after }) })
      seated.push(...page.rows)
      after = page.next
    } while (after)
  }
  return seated
}
