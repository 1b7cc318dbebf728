import { nanoid } from 'nanoid'
import { CITY } from '../../src/domain/branches/words'
import type { Content, Standing } from '../../src/domain/records/record'
import { done, type Result, refused } from '../../src/domain/result'
import type { StaffCaller } from '../_kit/caller'
import { isPartyTo, openAsAuthor } from '../_kit/conversation'
import { keepFor } from '../_kit/data-keys'
import { Busy, type Database } from '../_kit/database'
import type { Declaration, Stored } from '../_kit/declaration'
import type { Keys } from '../_kit/keys'
import { reveal } from '../_kit/reveal'
import { type Opened, seal } from '../_kit/sealing'
import type { Context } from '../_kit/serve'
import type { Session } from './record-session'
import { type RecordTitle, recordsStore, recordTitlesStore, type StoredRecord } from './records-store'

type Around = Context<StaffCaller>
type Stores = { database: Database; keys: Keys }

/** One for each counsellor and session: a booked conversation has the booking's id, and one record. */
export const titleIdOf = (ofId: string, staffId: string, keys: Keys) => keys.hash('record', `${ofId}\n${staffId}`)

/** The caller's own; anybody else's looks as if there were none. */
export async function findTitle(titleId: string, { database, caller }: Pick<Around, 'database' | 'caller'>) {
  const title = await database.open(recordTitlesStore).get(titleId)
  return title?.staffId === caller.staffId ? title : undefined
}

/** The record with its title, where nobody destroyed it between. */
async function findRecord({ recordId, personId }: RecordTitle, database: Database): Promise<StoredRecord | undefined> {
  const record = await database.open(recordsStore).get(recordId)
  return record?.personId === personId ? record : undefined
}

/** What the caller wrote. During the session it is part of the work on it; at any other time it stands in the ledger first. */
export function openOwnWriting<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  session: Session | undefined,
  around: Around,
): Promise<Opened<T>> {
  const why = { reason: 'own-record', role: 'counsellor', branchId: CITY } as const
  return session && isPartyTo(session, around.caller)
    ? openAsAuthor(declaration, document, session, around)
    : reveal(declaration, document, why, around)
}

export async function openContent(
  title: RecordTitle,
  session: Session | undefined,
  around: Around,
): Promise<Content | undefined> {
  const record = await findRecord(title, around.database)
  if (!record) return undefined
  return JSON.parse((await openOwnWriting(recordsStore, record, session, around)).content) as Content
}

/** For a supervisor who took the request. */
export async function openForSupervisor(title: RecordTitle, around: Around): Promise<Content | undefined> {
  const record = await findRecord(title, around.database)
  if (!record) return undefined
  const why = { reason: 'supervision', role: 'supervisor', branchId: CITY } as const
  return JSON.parse((await reveal(recordsStore, record, why, around)).content) as Content
}

type Kept = Pick<RecordTitle, 'id' | 'personId' | 'staffId' | 'of' | 'at' | 'template'>

/** Writes title and content over what the rule allows, as one; `content` null leaves what is sealed as it is. */
export async function keepRecord<Code extends string>(
  kept: Kept,
  content: Content | null,
  rule: (before: RecordTitle | undefined) => Result<{ after: Standing; again: boolean }, Code>,
  { database, keys }: Stores,
): Promise<Result<RecordTitle, Code>> {
  const titles = database.open(recordTitlesStore)
  const records = database.open(recordsStore)
  const before = await titles.get(kept.id)
  const recordId = before?.recordId ?? nanoid()
  const refs = { title: titles.at(kept.id), record: records.at(recordId) }
  const isTheirs = (document: { personId: string } | undefined) => document?.personId === kept.personId
  const undo = async () => {
    await titles.change(kept.id, (one) => done(isTheirs(one) ? { write: null, reply: {} } : { reply: {} }))
    await records.change(recordId, (one) => done(isTheirs(one) ? { write: null, reply: {} } : { reply: {} }))
  }
  const write = () =>
    keepFor(
      recordsStore,
      kept.personId,
      { database, keys },
      (key) =>
        database.together(refs, ({ title, record }): Result<Writing, Code> => {
          // Begun or destroyed beside this: what was read of it does not count any more.
          if (title?.recordId !== before?.recordId || (title && !isTheirs(record))) return done(MEANWHILE)
          const ruled = rule(title)
          if (!ruled.ok) return ruled
          if (ruled.data.again && title) return done({ write: {}, reply: title })
          const { id, personId, staffId, of, at, template } = kept
          const still = { id, personId, staffId, of, at, template, recordId }
          const after: RecordTitle = { supervision: '', ...title, ...still, ...ruled.data.after }
          const plain = { id: recordId, personId: kept.personId, closedAt: after.closedAt, sealedUntil: '' }
          if (content === null && !record) return done(MEANWHILE)
          const sealed = content && seal(recordsStore, { ...plain, content: JSON.stringify(content) }, key).content
          const written = { ...plain, content: sealed ?? (record as StoredRecord).content }
          return done({ write: { title: after, record: written }, reply: after })
        }),
      undo,
    )
  const written = await keepFor(recordTitlesStore, kept.personId, { database, keys }, write, undo)
  if (!written.ok) return written
  if (written.data === null) throw new Busy('changed meanwhile')
  return done(written.data)
}

type Writing = { write: { title?: RecordTitle; record?: StoredRecord }; reply: RecordTitle | null }
const MEANWHILE: Writing = { write: {}, reply: null }

/** Adds to what is sealed in a record that is closed. */
export async function changeContent<Code extends string>(
  title: RecordTitle,
  rule: (content: Content) => Result<Content, Code>,
  around: Around,
): Promise<Result<Content, Code | 'RECORD_NOT_FOUND'>> {
  const { database } = around
  const record = await findRecord(title, database)
  const content = record && (await openContent(title, undefined, around))
  if (!record || !content) return refused('RECORD_NOT_FOUND')
  const changed = rule(content)
  if (!changed.ok || changed.data === content) return changed
  const records = database.open(recordsStore)
  const written = await keepFor(
    recordsStore,
    title.personId,
    around,
    (key) =>
      records.change(record.id, (there): Result<{ write?: StoredRecord; reply: boolean }, 'RECORD_NOT_FOUND'> => {
        if (there?.personId !== title.personId) return refused('RECORD_NOT_FOUND')
        // Written only over what was read: whoever comes second is asked to try again.
        if (there.content !== record.content) return done({ reply: false })
        const plain = { ...there, content: JSON.stringify(changed.data) }
        return done({ write: seal(recordsStore, plain, key), reply: true })
      }),
    () =>
      records.change(record.id, (there) =>
        done(there?.personId === title.personId ? { write: null, reply: {} } : { reply: {} }),
      ),
  )
  if (!written.ok) return written
  if (!written.data) throw new Busy('changed meanwhile')
  return changed
}
