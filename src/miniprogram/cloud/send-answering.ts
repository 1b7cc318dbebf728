import type { AnyRefusal, Output } from '../../contract'
import { type Answering, answeringOf, dropAnswering, keepAnswering } from '../phone/answering'
import { api } from './api'

type Scores = Extract<Output<'surveys', 'submit'>, { complete: true }>['scores']

export type SentAnswers =
  | { state: 'in'; scores: Scores }
  | { state: 'incomplete'; missing: readonly number[] }
  | { state: 'refused'; code: AnyRefusal }

/** After these nothing can be sent any more. */
const final: readonly AnyRefusal[] = ['SURVEY_NOT_FOUND', 'SURVEY_OVER', 'ALREADY_ANSWERED']

const send = async (answering: Answering): Promise<SentAnswers> => {
  const { surveyId, answers } = answering
  const reply = await api.surveys.submit({ surveyId, answers: { ...answers }, adult: true })
  if (!reply.ok) {
    const code = reply.code as AnyRefusal
    if (final.includes(code)) dropAnswering(surveyId)
    return { state: 'refused', code }
  }
  if (!reply.data.complete) {
    const now = new Date()
    const kept = answeringOf(surveyId, now)
    if (kept) keepAnswering({ ...kept, done: false }, now)
    return { state: 'incomplete', missing: reply.data.missing }
  }
  dropAnswering(surveyId)
  return { state: 'in', scores: reply.data.scores }
}

const underWay = new Map<string, Promise<SentAnswers>>()

/** However often it is asked to, one answer is on its way once; sent again after a lost reply it is still the same one. */
export const sendAnswering = (answering: Answering): Promise<SentAnswers> => {
  const { surveyId } = answering
  const sending = underWay.get(surveyId) ?? send(answering).finally(() => underWay.delete(surveyId))
  underWay.set(surveyId, sending)
  return sending
}
