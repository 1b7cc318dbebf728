import * as z from 'zod'
import { recordStates, type SessionKind, type Standing, sessionKinds } from '../../src/domain/records/record'
import { type SupervisionState, supervisionStates } from '../../src/domain/records/supervision'
import { type TemplateId, templateIds } from '../../src/domain/records/templates'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

/**
 * What a counsellor wrote, sealed whole. A law keeps it after the person destroyed it, so nothing in the clear, its random id
 * included, says whose it is, of which session, or who wrote it: that stands in its title, which goes.
 */
export type StoredRecord = { id: string; personId: string; content: SealedText; closedAt: string; sealedUntil: string }

export const recordsStore = declare<StoredRecord>({
  name: 'records',
  title: '咨询记录',
  about: '咨询师为每次咨询写的专业记录和随手记；内容加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    content: SealedText,
    closedAt: z.string(),
    sealedUntil: z.string(),
  }),
  indexes: { byPerson: ['personId', 'closedAt'], bySealedUntil: ['sealedUntil'], byClosed: ['closedAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['recordTitles', 'supervisions'],
  sensitivity: 'sensitive',
  sealed: ['content'],
  keep: { until: 'removed', why: '写完后保存到规定的年限，到期自动清除；您可以随时删除，删除后还没到年限的会先封存' },
  floor: 'counselling-records',
  fields: { closedAt: '写完的时间', content: '内容' },
  seenBy: '写这份记录的咨询师；咨询师请教时的一位督导，看不到您是谁。每看一次都记在「谁看过我」里',
})

/**
 * What a list shows of a record. `id` is a keyed hash of the session and the counsellor, so that there is one, and nothing
 * here names a session that the person may have destroyed. `at` is when the session was.
 */
export type RecordTitle = Standing & {
  id: string
  personId: string
  recordId: string
  staffId: string
  of: SessionKind
  at: string
  template: TemplateId
  supervision: SupervisionState | ''
}

export const recordTitlesStore = declare<RecordTitle>({
  name: 'recordTitles',
  title: '咨询记录的目录',
  about: '哪位咨询师为哪天的咨询写了记录、写完没有；没有内容',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    recordId: z.string(),
    staffId: z.string(),
    of: z.enum(sessionKinds),
    at: z.string(),
    template: z.enum(templateIds),
    state: z.enum(recordStates),
    revision: z.number(),
    saveId: z.string(),
    savedAt: z.string(),
    closedAt: z.string(),
    supervision: z.enum(['', ...supervisionStates]),
  }),
  indexes: {
    byPerson: ['personId', 'at'],
    byStaff: ['staffId', 'at'],
    byStaffState: ['staffId', 'state', 'at'],
    byStaffTemplate: ['staffId', 'template', 'at'],
    byStaffStateTemplate: ['staffId', 'state', 'template', 'at'],
    byState: ['state', 'savedAt'],
    byRecord: ['recordId'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '和记录一起清除；您删除记录时立即清除' },
  seenBy: '写记录的咨询师',
})

/** `id` is a keyed hash of the title's, so that a supervisor's number for it leads nowhere else. One for each record. */
export type StoredSupervision = {
  id: string
  personId: string
  titleId: string
  askedBy: string
  askedByName: string
  askedAt: string
  state: SupervisionState
  takenBy: string
  answeredAt: string
  question: SealedText
  answer: SealedText | null
}

export const supervisionsStore = declare<StoredSupervision>({
  name: 'supervisions',
  title: '督导请教',
  about: '咨询师就一份记录向督导请教的话和督导的答复；加密存放，督导看不到您是谁',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    titleId: z.string(),
    askedBy: z.string(),
    askedByName: z.string(),
    askedAt: z.string(),
    state: z.enum(supervisionStates),
    takenBy: z.string(),
    answeredAt: z.string(),
    question: SealedText,
    answer: SealedText.nullable(),
  }),
  indexes: {
    byPerson: ['personId', 'askedAt'],
    byTime: ['askedAt'],
    byState: ['state', 'askedAt'],
    byAsker: ['askedBy', 'askedAt'],
    byTaker: ['takenBy', 'state', 'askedAt'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'sensitive',
  sealed: ['question', 'answer'],
  keep: { until: 'removed', why: '和记录一起清除；您删除记录时立即清除' },
  fields: { askedAt: '请教时间', question: '咨询师的问题', answeredAt: '答复时间', answer: '督导的答复' },
  seenBy: '写记录的咨询师和答复的那位督导',
})
