import { isOpen, type Session } from '../../src/domain/staff/session'
import type { Database, Page } from '../_kit/database'
import { sessionsStore } from '../_kit/identity'

const MOST_SESSIONS = 50

/** The newest first. */
export async function openSessionsOf(staffId: string, database: Database, now: Date): Promise<Session[]> {
  const page = await database
    .open(sessionsStore)
    .find({ index: 'byStaff', where: { staffId }, order: 'descending', limit: MOST_SESSIONS })
  return page.rows.filter((session) => isOpen(session, now))
}

/** What its owner, or a manager, sees of it. */
export const shown = ({ id, client, createdAt, seenAt, expiresAt }: Session) => ({
  id,
  client,
  createdAt,
  seenAt,
  expiresAt,
})

/** A desk's worth: those that end last come first. */
const MOST_OPEN = 500

/** How many are open, by colleague. */
export async function countOpenSessions(database: Database, now: Date): Promise<Map<string, number>> {
  const counted = new Map<string, number>()
  let seen = 0
  let after: string | null = null
  do {
    const page: Page<Session> = await database.open(sessionsStore).find({
      index: 'byExpiry',
      range: { from: now.toISOString() },
      order: 'descending',
      limit: 100,
      ...(after && { after }),
    })
    for (const { staffId } of page.rows.filter((session) => isOpen(session, now)))
      counted.set(staffId, (counted.get(staffId) ?? 0) + 1)
    seen += page.rows.length
    after = page.next
  } while (after && seen < MOST_OPEN)
  return counted
}

/** All of them, or all of a kind. */
export async function endSessions(
  staffId: string,
  database: Database,
  which: (session: Session) => boolean = () => true,
) {
  const sessions = database.open(sessionsStore)
  let after: string | null = null
  do {
    const page: Page<Session> = await sessions.find({
      index: 'byStaff',
      where: { staffId },
      limit: 100,
      ...(after && { after }),
    })
    await Promise.all(page.rows.filter(which).map(({ id }) => sessions.remove(id)))
    after = page.next
  } while (after)
}
