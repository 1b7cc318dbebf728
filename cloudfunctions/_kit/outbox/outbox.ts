import { cancelled, type Planned, planned, type Subject } from '../../../src/domain/notices/notice'
import { done } from '../../../src/domain/result'
import { keepFor } from '../data-keys'
import { type Database, MOST_ROWS, type Page } from '../database'
import type { Keys } from '../keys'
import { noticesStore, type StoredNotice } from './store'

const subjectKey = ({ kind, id }: Subject) => `${kind}.${id}`

/**
 * Asks for these to be said at their time. Asking again changes nothing, also for what was said or cancelled since, so a job
 * may make good what a request that was cut off left out.
 */
export async function plan(notices: readonly Planned[], around: { database: Database; keys: Keys }): Promise<void> {
  const stored = around.database.open(noticesStore)
  for (const personId of new Set(notices.map((notice) => notice.personId))) {
    const rows = notices
      .filter((notice) => notice.personId === personId)
      .map((notice) => ({ ...planned(notice), subject: subjectKey(notice.subject) }))
    await keepFor(
      noticesStore,
      personId,
      around,
      () => stored.insertMany(rows),
      () => Promise.all(rows.map(({ id }) => stored.remove(id))),
    )
  }
}

/** What it speaks of is no more: what still waits is not said. */
export const cancel = (subject: Subject, around: { database: Database; now: Date }) =>
  cancelEach(subject, () => true, around)

/** It has changed: what speaks of any revision but this one is not said. */
export const cancelOlder = (subject: Subject, revision: number, around: { database: Database; now: Date }) =>
  cancelEach(subject, (notice) => notice.revision !== revision, around)

async function cancelEach(
  subject: Subject,
  which: (notice: StoredNotice) => boolean,
  { database, now }: { database: Database; now: Date },
): Promise<void> {
  const stored = database.open(noticesStore)
  for (const notice of await speakingOf(subject, database)) {
    if (!which(notice) || cancelled(notice, now) === notice) continue
    await stored.change(notice.id, (current) =>
      done(current ? { write: { ...current, ...cancelled(current, now) }, reply: true } : { reply: true }),
    )
  }
}

/** Nothing may tell any more that there was such a thing: what was said of it goes as well. */
export async function forget(subject: Subject, { database }: { database: Database }): Promise<void> {
  const stored = database.open(noticesStore)
  for (const { id } of await speakingOf(subject, database)) await stored.remove(id)
}

async function speakingOf(subject: Subject, database: Database): Promise<StoredNotice[]> {
  const found: StoredNotice[] = []
  let after: string | null = null
  do {
    const page: Page<StoredNotice> = await database.open(noticesStore).find({
      index: 'bySubject',
      where: { subject: subjectKey(subject) },
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    found.push(...page.rows)
    after = page.next
  } while (after)
  return found
}
