import { instrumentAt } from '../../src/domain/instruments/all'
import { done, type Result, refused } from '../../src/domain/result'
import { stateAt } from '../../src/domain/surveys/survey'
import { giveTurnBack, turnIds } from '../../src/domain/surveys/turns'
import { minutesLater, monthOf } from '../../src/domain/time'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import type { Context } from '../_kit/serve'
import { REQUESTS_END_MINUTES } from './set-up-survey'
import { type StoredSurvey, surveysStore } from './surveys-store'
import { turnRefs, turnsIn, turnWrites } from './turn-refs'

/** Nobody is asked any more, and the clock destroys what was answered, uncounted. */
export async function callOff(
  { id: surveyId, branchId, instrumentId, version, ...found }: StoredSurvey,
  { caller, database, now }: Context<StaffCaller>,
): Promise<Result<Record<string, never>, 'SURVEY_OVER'>> {
  const mayStop = (survey: Pick<StoredSurvey, 'from' | 'until' | 'publishedAt' | 'cancelledAt'>) =>
    ['planned', 'open', 'cancelled'].includes(stateAt(survey, now))
  if (!mayStop(found)) return refused('SURVEY_OVER')
  if (found.cancelledAt !== '') return done({})
  const about = instrumentAt(instrumentId, version)?.title ?? ''
  const act = actOf(caller, now, { what: 'survey-cancelled', about, branchId })
  await database.open(actsStore).insert({ ...act, id: `survey-cancelled.${surveyId}` })
  const asking = { surveyId, instrumentId, branchId, month: monthOf(found.from) }
  const ids = turnIds(asking)
  const refs = { survey: database.open(surveysStore).at(surveyId), ...turnRefs(ids, database) }
  return database.together(refs, (documents) => {
    const { survey } = documents
    if (survey?.cancelledAt !== '') return done({ write: {}, reply: {} })
    const cancelled: StoredSurvey = {
      ...survey,
      cancelledAt: now.toISOString(),
      toDo: 'clear',
      due: minutesLater(now, REQUESTS_END_MINUTES).toISOString(),
    }
    return done({
      write: { survey: cancelled, ...turnWrites(ids, giveTurnBack(turnsIn(documents), asking)) },
      reply: {},
    })
  })
}
