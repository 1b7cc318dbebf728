import type { RecordRow, RecordShown } from '../../src/contract/records'
import type { Content } from '../../src/domain/records/record'
import type { StaffCaller } from '../_kit/caller'
import type { Database } from '../_kit/database'
import type { Context } from '../_kit/serve'
import { pseudonymsOf } from '../people/open'
import type { Session } from './record-session'
import { type RecordTitle, supervisionsStore } from './records-store'
import { openOwnWriting } from './stored-record'
import { supervisionIdOf } from './stored-supervision'

const row = (title: RecordTitle, pseudonym: string): RecordRow => {
  const { id, of, at, template, state, savedAt } = title
  return { id, of, at, template, state, savedAt, pseudonym, supervision: title.supervision || null }
}

/** By pseudonym alone, without a word of what is in them. */
export async function recordRows(titles: readonly RecordTitle[], database: Database): Promise<RecordRow[]> {
  const pseudonym = await pseudonymsOf(
    titles.map(({ personId }) => personId),
    database,
  )
  return titles.map((title) => row(title, pseudonym(title.personId)))
}

export async function recordShown(
  title: RecordTitle,
  content: Content,
  session: Session | undefined,
  around: Context<StaffCaller>,
): Promise<RecordShown> {
  const pseudonym = await pseudonymsOf([title.personId], around.database)
  return {
    ...row(title, pseudonym(title.personId)),
    revision: title.revision,
    closedAt: title.closedAt || null,
    sections: content.sections,
    additions: content.additions.map(({ at, text }) => ({ at, text })),
    supervision: title.supervision === '' ? null : await supervisionShown(title, session, around),
  }
}

async function supervisionShown(title: RecordTitle, session: Session | undefined, around: Context<StaffCaller>) {
  const found = await around.database.open(supervisionsStore).get(supervisionIdOf(title.id, around.keys))
  if (!found) return null
  const { state, question, askedAt, answer, answeredAt } = await openOwnWriting(
    supervisionsStore,
    found,
    session,
    around,
  )
  return { state, question, askedAt, answer, answeredAt: answeredAt || null }
}
