import * as z from 'zod'
import { type QuestionState, questionStates } from '../../src/domain/live-questions/live-question'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

export type StoredQuestion = {
  id: string
  eventId: string
  personId: string
  askedAt: string
  state: QuestionState
  text: SealedText
}

export const liveQuestionsStore = declare<StoredQuestion>({
  name: 'liveQuestions',
  title: '直播提问',
  about: '您在直播前和直播时提的问题，加密存放',
  schema: z.strictObject({
    id: z.string(),
    eventId: z.string(),
    personId: z.string(),
    askedAt: z.string(),
    state: z.enum(questionStates),
    text: SealedText,
  }),
  indexes: {
    byPerson: ['personId', 'askedAt'],
    byEvent: ['eventId', 'askedAt'],
    byAsked: ['askedAt'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  sealed: ['text'],
  keep: { days: 60, since: 'askedAt', why: '最早在直播前 30 天提问，60 天后清除；您随时可以收回' },
  fields: { askedAt: '时间', text: '您的提问', state: '现在' },
  seenBy: '直播的组织者，看不到是谁问的，每看一次都记在「谁看过我」里',
})
