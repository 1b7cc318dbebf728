import * as z from 'zod'
import { type InstrumentId, instrumentIds } from '../../src/domain/instruments/instrument'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

export { surveyAnswersStore, surveyCountsStore, surveysStore, surveyTurnsStore } from './surveys-store'

/**
 * `answers` and `scores` are JSON, sealed. `hash` is that of the definition it was taken with: an old result never changes.
 * `destroyingSince` is empty but in one that its owner destroyed and that is not gone yet.
 */
export type StoredResult = {
  id: string
  personId: string
  instrumentId: InstrumentId
  version: number
  hash: string
  takenAt: string
  answers: SealedText
  scores: SealedText
  destroyingSince: string
}

export const resultsStore = declare<StoredResult>({
  name: 'results',
  title: '测评结果',
  about: '您做过的自我测评：回答和结果，加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    instrumentId: z.enum(instrumentIds),
    version: z.number(),
    hash: z.string(),
    takenAt: z.string(),
    answers: SealedText,
    scores: SealedText,
    destroyingSince: z.string(),
  }),
  indexes: {
    byPerson: ['personId', 'takenAt'],
    byInstrument: ['personId', 'instrumentId', 'takenAt'],
    byTime: ['takenAt'],
    byDestroying: ['destroyingSince'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'sensitive',
  sealed: ['answers', 'scores'],
  keep: {
    days: 730,
    since: 'takenAt',
    why: '两年后自动清除，您也可以随时删除；删掉过其中一次之后，如果数据库不得不用更早的备份恢复，那时留下的几次也打不开了',
  },
  fields: { instrumentId: '测评', takenAt: '时间', answers: '回答', scores: '结果' },
})

/** Who let this very definition out. Two people, and it is offered. */
export type Release = {
  id: string
  instrumentId: InstrumentId
  version: number
  hash: string
  by: { staffId: string; name: string; at: string }[]
}

export const releasesStore = declare<Release>({
  name: 'releases',
  title: '测评放行',
  about: '哪一版测评由哪两位同事放行',
  schema: z.strictObject({
    id: z.string(),
    instrumentId: z.enum(instrumentIds),
    version: z.number(),
    hash: z.string(),
    by: z.array(z.strictObject({ staffId: z.string(), name: z.string(), at: z.string() })),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每一版一条，收回时清空' },
})
