import { answer, mayAsk, take } from '../../src/domain/records/supervision'
import { done, type Result, refused } from '../../src/domain/result'
import type { StaffCaller } from '../_kit/caller'
import { findDataKey, keepFor } from '../_kit/data-keys'
import type { Keys } from '../_kit/keys'
import { seal } from '../_kit/sealing'
import type { Context } from '../_kit/serve'
import { type RecordTitle, recordTitlesStore, type StoredSupervision, supervisionsStore } from './records-store'

type Around = Context<StaffCaller>

export const supervisionIdOf = (titleId: string, keys: Keys) => keys.hash('supervision', titleId)

type Both = { title?: RecordTitle; one?: StoredSupervision | null }

const refsOf = (titleId: string, { database, keys }: Around) => ({
  title: database.open(recordTitlesStore).at(titleId),
  one: database.open(supervisionsStore).at(supervisionIdOf(titleId, keys)),
})

/** Puts a question about a record; one that was answered gives way to it. */
export async function askAbout(title: RecordTitle, question: string, around: Around) {
  const { caller, now, database, keys } = around
  const asked = {
    ...{ id: supervisionIdOf(title.id, keys), personId: title.personId, titleId: title.id },
    ...{ askedBy: caller.staffId, askedByName: caller.name, askedAt: now.toISOString(), state: 'asked' as const },
    ...{ takenBy: '', answeredAt: '', question, answer: null },
  }
  type Asked = Result<{ write: Both; reply: object }, 'RECORD_NOT_FOUND' | 'SUPERVISION_STANDING'>
  return keepFor(
    supervisionsStore,
    title.personId,
    around,
    (key) =>
      database.together(refsOf(title.id, around), ({ title: there, one }): Asked => {
        if (there?.staffId !== caller.staffId) return refused('RECORD_NOT_FOUND')
        if (!mayAsk(one)) return refused('SUPERVISION_STANDING')
        const write = { title: { ...there, supervision: 'asked' as const }, one: seal(supervisionsStore, asked, key) }
        return done({ write, reply: {} })
      }),
    () => database.open(supervisionsStore).remove(asked.id),
  )
}

/** Before it is answered; whoever looks at it just now finds it gone. */
export const takeBack = (titleId: string, around: Pick<Around, 'database' | 'keys'>) => {
  type Taken = Result<{ write: Both; reply: object }, 'NOT_UNDER_SUPERVISION'>
  return around.database.together(refsOf(titleId, around as Around), ({ title, one }): Taken => {
    if (!one || one.state === 'answered') return refused('NOT_UNDER_SUPERVISION')
    return done({ write: { ...(title && { title: { ...title, supervision: '' } }), one: null }, reply: {} })
  })
}

type Found = StoredSupervision & { title: RecordTitle }

/** From now on it is the caller's to answer. */
export async function takeRequest(
  requestId: string,
  { database, keys, caller }: Around,
): Promise<Result<Found, 'REQUEST_NOT_FOUND' | 'REQUEST_TAKEN'>> {
  const found = await database.open(supervisionsStore).get(requestId)
  if (!found || supervisionIdOf(found.titleId, keys) !== requestId) return refused('REQUEST_NOT_FOUND')
  type Taken = Result<{ write: Both; reply: Found }, 'REQUEST_NOT_FOUND' | 'REQUEST_TAKEN'>
  return database.together(refsOf(found.titleId, { database, keys } as Around), ({ title, one }): Taken => {
    if (!title || !one) return refused('REQUEST_NOT_FOUND')
    const taken = take(one, caller.staffId)
    if (!taken.ok) return taken
    const reply = { ...taken.data, title: { ...title, supervision: 'taken' as const } }
    return done({ write: { title: reply.title, one: taken.data }, reply })
  })
}

/** The last word of whoever took it: they do not open it again. */
export async function answerRequest(requestId: string, text: string, around: Around) {
  const { database, caller, now } = around
  const found = await database.open(supervisionsStore).get(requestId)
  const key = found && (await findDataKey(supervisionsStore, found.personId, around))
  if (!found || !key) return refused('REQUEST_NOT_FOUND')
  type Answered = Result<{ write: Both; reply: object }, 'REQUEST_NOT_FOUND'>
  return database.together(refsOf(found.titleId, around), ({ title, one }): Answered => {
    if (!title || !one) return refused('REQUEST_NOT_FOUND')
    const answered = answer(one, caller.staffId, now)
    if (!answered.ok) return answered
    const { answer: sealed } = seal(supervisionsStore, { ...one, question: '', answer: text }, key)
    return done({
      write: { title: { ...title, supervision: 'answered' }, one: { ...answered.data, answer: sealed } },
      reply: {},
    })
  })
}
