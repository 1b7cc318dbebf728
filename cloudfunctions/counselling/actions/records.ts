import { CITY } from '../../../src/domain/branches/words'
import { add, close, type SessionKind, save } from '../../../src/domain/records/record'
import { done, refused } from '../../../src/domain/result'
import type { StaffCaller } from '../../_kit/caller'
import { isPartyTo } from '../../_kit/conversation'
import { MOST_ROWS } from '../../_kit/database'
import { hideCursor, readHidden } from '../../_kit/hidden-cursor'
import { reveal } from '../../_kit/reveal'
import type { Context, Handlers } from '../../_kit/serve'
import { sessionOf } from '../record-session'
import { recordTitlesStore, supervisionsStore } from '../records-store'
import { recordRows, recordShown } from '../show-records'
import { changeContent, findTitle, keepRecord, openContent, openForSupervisor, titleIdOf } from '../stored-record'
import { answerRequest, askAbout, takeBack, takeRequest } from '../stored-supervision'

const A_PAGE = 20
const CURSOR = 'records'

/** By the index that fits what is asked for. */
function narrowed(staffId: string, state: string | undefined, template: string | undefined) {
  const index = `byStaff${state ? 'State' : ''}${template ? 'Template' : ''}`
  return { index, where: { staffId, ...(state && { state }), ...(template && { template }) } }
}

export const records: Handlers<'records'> = {
  list: async ({ state, template, from, before, after }, { caller, database, keys }) => {
    const { rows, next } = await database.open(recordTitlesStore).find({
      ...narrowed(caller.staffId, state, template),
      range: { ...(from && { from: iso(from) }), ...(before && { before: iso(before) }) },
      order: 'descending',
      limit: A_PAGE,
      ...(after && { after: readHidden(keys, CURSOR, after) }),
    })
    return done({ rows: await recordRows(rows, database), next: next && hideCursor(keys, CURSOR, next) })
  },

  forSession: async ({ of, ofId }, context) => {
    const { caller, database, keys } = context
    const session = await sessionOf({ of, ofId, staffId: caller.staffId }, context)
    const title = await findTitle(titleIdOf(ofId, caller.staffId, keys), context)
    if (!title) return session ? done({ row: null, record: null }) : refused('COUNSELLING_NOT_FOUND')
    const content = session && isPartyTo(session, caller) ? await openContent(title, session, context) : undefined
    const [row] = await recordRows([title], database)
    return done({ row: row ?? null, record: content ? await recordShown(title, content, session, context) : null })
  },

  open: async ({ recordId }, context) => {
    const title = await findTitle(recordId, context)
    const content = title && (await openContent(title, undefined, context))
    return title && content ? done(await recordShown(title, content, undefined, context)) : refused('RECORD_NOT_FOUND')
  },

  save: async ({ about, template, sections, ...asked }, context) => {
    const { staffId, name } = context.caller
    const title = await findTitle(
      'recordId' in about ? about.recordId : titleIdOf(about.ofId, staffId, context.keys),
      context,
    )
    const kept = title ?? ('of' in about ? await begun(about, context) : undefined)
    if (!kept) return refused('recordId' in about ? 'RECORD_NOT_FOUND' : 'COUNSELLING_NOT_FOUND')
    const content = { template, byName: name, sections, additions: [] }
    const saved = await keepRecord(
      { ...kept, template },
      content,
      (before) => save(before, asked, context.now),
      context,
    )
    if (!saved.ok) return saved
    const { revision, savedAt } = saved.data
    return done({ recordId: kept.id, revision, savedAt })
  },

  close: async ({ recordId, revision }, context) => {
    const title = await findTitle(recordId, context)
    if (!title) return refused('RECORD_NOT_FOUND')
    const rule = (before: typeof title | undefined) => {
      const closed = close(before ?? title, revision, context.now)
      return closed.ok ? done({ after: closed.data, again: before?.state === 'closed' }) : closed
    }
    const closed = await keepRecord(title, null, rule, context)
    return closed.ok ? done({ closedAt: closed.data.closedAt }) : closed
  },

  add: async ({ recordId, additionId, text }, context) => {
    const title = await findTitle(recordId, context)
    if (!title) return refused('RECORD_NOT_FOUND')
    if (title.state !== 'closed') return refused('RECORD_OPEN')
    const addition = { id: additionId, text }
    const added = await changeContent(title, (content) => add(content, title, addition, context.now), context)
    return added.ok ? done({ additions: added.data.additions.map(({ at, text }) => ({ at, text })) }) : added
  },

  askSupervision: async ({ recordId, question }, context) => {
    const title = await findTitle(recordId, context)
    if (!title) return refused('RECORD_NOT_FOUND')
    const asked = await askAbout(title, question, context)
    return asked.ok ? done({ askedAt: context.now.toISOString() }) : asked
  },

  takeBackSupervision: async ({ recordId }, context) => {
    if (!(await findTitle(recordId, context))) return refused('RECORD_NOT_FOUND')
    const taken = await takeBack(recordId, context)
    return taken.ok ? done({}) : taken
  },

  requests: async (_, { caller, database }) => {
    const supervisions = database.open(supervisionsStore)
    const [asked, taken] = await Promise.all([
      supervisions.find({ index: 'byState', where: { state: 'asked' }, limit: MOST_ROWS }),
      supervisions.find({ index: 'byTaker', where: { takenBy: caller.staffId, state: 'taken' }, limit: MOST_ROWS }),
    ])
    const theirs = asked.rows.filter(({ askedBy }) => askedBy !== caller.staffId)
    const rows = [...taken.rows, ...theirs]
    return done({ rows: rows.map(({ id, askedAt, state }) => ({ id, askedAt, yours: state === 'taken' })) })
  },

  openForSupervision: async ({ requestId }, context) => {
    const taken = await takeRequest(requestId, context)
    if (!taken.ok) return taken
    const { title, ...one } = taken.data
    const content = await openForSupervisor(title, context)
    if (!content) return refused('REQUEST_NOT_FOUND')
    const why = { reason: 'supervision', role: 'supervisor', branchId: CITY } as const
    const { question } = await reveal(supervisionsStore, one, why, context)
    const { template, sections, additions } = content
    const shown = { template, sections, additions: additions.map(({ at, text }) => ({ at, text })) }
    return done({ id: one.id, askedAt: one.askedAt, byName: one.askedByName, question, ...shown })
  },

  answerSupervision: async ({ requestId, answer }, context) => {
    const answered = await answerRequest(requestId, answer, context)
    return answered.ok ? done({}) : answered
  },
}

const iso = (instant: string) => new Date(instant).toISOString()

/** What a record that is begun says of its session. */
async function begun({ of, ofId }: { of: SessionKind; ofId: string }, context: Context<StaffCaller>) {
  const { staffId } = context.caller
  const session = await sessionOf({ of, ofId, staffId }, context)
  return (
    session && { id: titleIdOf(ofId, staffId, context.keys), personId: session.personId, staffId, of, at: session.at }
  )
}
