import { done, type Result, refused } from '../result'
import { daysLater } from '../time'
import type { TemplateId, Written } from './templates'

export const recordStates = ['draft', 'closed'] as const
export type RecordState = (typeof recordStates)[number]

/** What a record is about: a booked session, or a conversation. */
export const sessionKinds = ['booking', 'chat'] as const
export type SessionKind = (typeof sessionKinds)[number]

/** A draft that nobody goes on with is closed as it stands, so that its years begin. */
export const DRAFT_DAYS = 30
export const MOST_ADDITIONS = 50
export const MOST_IN_ADDITION = 2000

export type Addition = { id: string; at: string; text: string }
/** All that is sealed. */
export type Content = { template: TemplateId; byName: string; sections: Written[]; additions: Addition[] }

/** What can be known of a record without opening it. `saveId`: the save that made this revision. */
export type Standing = { state: RecordState; revision: number; saveId: string; savedAt: string; closedAt: string }

/** `revision` is the one it was written over, 0 for a new one. Asked again after a lost answer it is the same save. */
export function save(
  before: Standing | undefined,
  { revision, saveId }: Pick<Standing, 'revision' | 'saveId'>,
  now: Date,
): Result<{ after: Standing; again: boolean }, 'RECORD_CHANGED' | 'RECORD_CLOSED'> {
  if (before?.state === 'closed') return refused('RECORD_CLOSED')
  if (before && before.saveId === saveId && before.revision === revision + 1)
    return done({ after: before, again: true })
  if ((before?.revision ?? 0) !== revision) return refused('RECORD_CHANGED')
  const after = { state: 'draft', revision: revision + 1, saveId, savedAt: now.toISOString(), closedAt: '' } as const
  return done({ after, again: false })
}

/** From then on nothing in it changes, and its years begin. Again it is the same. */
export function close(before: Standing, revision: number, now: Date): Result<Standing, 'RECORD_CHANGED'> {
  if (before.state === 'closed') return done(before)
  if (before.revision !== revision) return refused('RECORD_CHANGED')
  return done({ ...before, state: 'closed', closedAt: now.toISOString() })
}

/** What came to mind afterwards, under its own date. Asked again with the same id it stands there once. */
export function add(
  content: Content,
  { state }: Pick<Standing, 'state'>,
  { id, text }: Pick<Addition, 'id' | 'text'>,
  now: Date,
): Result<Content, 'RECORD_OPEN' | 'TOO_MANY_ADDITIONS'> {
  if (state !== 'closed') return refused('RECORD_OPEN')
  if (content.additions.some((addition) => addition.id === id)) return done(content)
  if (content.additions.length >= MOST_ADDITIONS) return refused('TOO_MANY_ADDITIONS')
  return done({ ...content, additions: [...content.additions, { id, at: now.toISOString(), text }] })
}

/** Drafts last saved before it are closed by the clock. */
export const draftsEndBefore = (now: Date) => daysLater(now, -DRAFT_DAYS)
