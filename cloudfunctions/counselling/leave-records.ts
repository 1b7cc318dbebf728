import type { RecordState } from '../../src/domain/records/record'
import { done } from '../../src/domain/result'
import { type Database, MOST_ROWS } from '../_kit/database'
import {
  type RecordTitle,
  recordsStore,
  recordTitlesStore,
  type StoredRecord,
  supervisionsStore,
} from './records-store'

type Around = { database: Database; now: Date }
type Writing = { title?: RecordTitle; record?: StoredRecord }

/** As it stands, whether or not it was finished: from then on its years run. */
export async function closeAsItStands({ id, recordId }: RecordTitle, { database, now }: Around): Promise<boolean> {
  const refs = { title: database.open(recordTitlesStore).at(id), record: database.open(recordsStore).at(recordId) }
  const closed = await database.together(refs, ({ title, record }) => {
    if (title?.state !== 'draft' || record?.personId !== title.personId)
      return done({ write: {} as Writing, reply: false })
    const closing = { state: 'closed' as RecordState, closedAt: now.toISOString() }
    return done({
      write: { title: { ...title, ...closing }, record: { ...record, closedAt: closing.closedAt } },
      reply: true,
    })
  })
  return closed.data
}

/**
 * Whoever leaves writes no more: what they began is closed, what they asked is taken back, what they were to answer waits for
 * another. Nobody takes their records over; they stay sealed, the person's, until their years are over. Again it is the same.
 */
export async function leaveRecords(staffId: string, around: Around): Promise<void> {
  const { database } = around
  const [titles, supervisions] = [database.open(recordTitlesStore), database.open(supervisionsStore)]
  for (;;) {
    const where = { staffId, state: 'draft' }
    const { rows } = await titles.find({ index: 'byStaffState', where, limit: MOST_ROWS })
    const closed = await Promise.all(rows.map((title) => closeAsItStands(title, around)))
    if (!closed.some(Boolean)) break
  }
  for (;;) {
    const where = { takenBy: staffId, state: 'taken' }
    const { rows } = await supervisions.find({ index: 'byTaker', where, limit: MOST_ROWS })
    if (rows.length === 0) break
    await Promise.all(
      rows.map(({ id }) =>
        supervisions.change(id, (one) =>
          done(
            one?.takenBy === staffId && one.state === 'taken'
              ? { write: { ...one, state: 'asked', takenBy: '' }, reply: {} }
              : { reply: {} },
          ),
        ),
      ),
    )
  }
  const { rows } = await supervisions.find({ index: 'byAsker', where: { askedBy: staffId }, limit: MOST_ROWS })
  for (const { id, titleId, state } of rows) if (state !== 'answered') await forgetQuestion(id, titleId, database)
}

const forgetQuestion = (id: string, titleId: string, database: Database) =>
  database.together(
    { title: database.open(recordTitlesStore).at(titleId), one: database.open(supervisionsStore).at(id) },
    ({ title, one }) =>
      done(
        one && one.state !== 'answered'
          ? {
              write: { one: null, ...(title && { title: { ...title, supervision: '' as const } }) },
              reply: {},
            }
          : { write: {}, reply: {} },
      ),
  )
