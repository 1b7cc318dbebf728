import * as z from 'zod'
import { surveyable } from '../../src/domain/instruments/surveyable'
import type { Survey } from '../../src/domain/surveys/survey'
import type { SurveyFigures } from '../../src/domain/surveys/tally'
import type { Turn } from '../../src/domain/surveys/turns'
import { declare } from '../_kit/declaration'
import { Gated } from '../_kit/gated'
import { SealedText } from '../_kit/sealing'

/** `toDo` is what the clock owes it, from `due` on: count it, then clear away what came too late, then nothing. */
export type StoredSurvey = Survey & {
  createdAt: string
  toDo: 'count' | 'clear' | 'nothing'
  due: string
  figures: SurveyFigures | null
}

export const surveysStore = declare<StoredSurvey>({
  name: 'surveys',
  title: '团体测评',
  about: '哪个组织在什么时间请大家答哪一份测评，和公布的合计；不满 10 人的数一个也没有',
  schema: z.strictObject({
    id: z.string(),
    branchId: z.string(),
    instrumentId: z.enum(surveyable),
    version: z.number(),
    from: z.string(),
    until: z.string(),
    createdAt: z.string(),
    publishedAt: z.string(),
    cancelledAt: z.string(),
    toDo: z.enum(['count', 'clear', 'nothing']),
    due: z.string(),
    figures: z
      .strictObject({
        invited: Gated,
        answered: Gated,
        byBranch: Gated,
        scales: z.array(z.strictObject({ key: z.string(), bands: Gated })),
      })
      .nullable(),
  }),
  indexes: { byBranch: ['branchId', 'from'], byToDo: ['toDo', 'due'], byEnd: ['until'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 5 * 366, since: 'until', why: '保留五年，好看出几年里的变化，之后清除' },
})

export const surveyTurnsStore = declare<Turn>({
  name: 'surveyTurns',
  title: '团体测评的先后',
  about: '每个组织和它下面的组织在哪个月做过哪一份测评，用来隔开半年；不含任何人',
  schema: z.strictObject({
    id: z.string(),
    own: z.array(z.strictObject({ surveyId: z.string(), month: z.string() })),
    below: z.array(z.strictObject({ month: z.string(), surveys: z.number() })),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每个组织每份测评一条，只留最近两年的月份' },
})

/**
 * `id` is a keyed hash of the survey and the person: one answer each. `contribution` is JSON: the band of each scale and the
 * branch; what was ticked is never stored. `until` is when the survey ends; `destroyingSince` is empty until it is taken back.
 */
export type SurveyAnswer = {
  id: string
  personId: string
  surveyId: string
  answeredAt: string
  until: string
  contribution: SealedText
  destroyingSince: string
}

export const surveyAnswersStore = declare<SurveyAnswer>({
  name: 'surveyAnswers',
  title: '团体测评的回答',
  about: '您在团体测评里落在哪一档，加密存放；不存您选了哪一项，合计之后立即销毁',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    surveyId: z.string(),
    answeredAt: z.string(),
    until: z.string(),
    contribution: SealedText,
    destroyingSince: z.string(),
  }),
  indexes: {
    byPerson: ['personId', 'answeredAt'],
    bySurvey: ['surveyId', 'answeredAt'],
    byEnd: ['until'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'sensitive',
  sealed: ['contribution'],
  keep: { days: 30, since: 'until', why: '测评结束后由定时任务合计，合计完立即销毁；最迟三十天后清除' },
  fields: { answeredAt: '时间', until: '结束时间', contribution: '落在哪一档' },
  seenBy: '谁也看不到；定时任务合计时打开一次，记在「谁看过我」里',
})

/**
 * How far a counting has come, sealed with a key of the survey's own: what has not passed the gate is nobody's to read.
 * `tally` holds those of `counting` already; what is left of them is to be destroyed before the next are counted.
 */
export type SurveyCount = { id: string; surveyId: string; step: number; counting: string[]; tally: SealedText }

export const surveyCountsStore = declare<SurveyCount>({
  name: 'surveyCounts',
  title: '团体测评的合计进度',
  about: '合计进行到哪一步，加密存放，谁也打不开，合计完立即销毁',
  schema: z.strictObject({
    id: z.string(),
    surveyId: z.string(),
    step: z.number(),
    counting: z.array(z.string()),
    tally: SealedText,
  }),
  indexes: { bySurvey: ['surveyId'] },
  // Sealed with a key that belongs to the survey: no colleague and no person opens it.
  owner: { kind: 'staff', field: 'surveyId' },
  sensitivity: 'internal',
  sealed: ['tally'],
  keep: { until: 'removed', why: '合计完立即销毁' },
})
