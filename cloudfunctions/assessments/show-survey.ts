import type { SurveyRow } from '../../src/contract/surveys'
import { stateAt } from '../../src/domain/surveys/survey'
import type { StoredSurvey } from './surveys-store'

export const showSurvey = (survey: StoredSurvey, branchName: string, now: Date): SurveyRow => {
  const { id, branchId, instrumentId, version, from, until } = survey
  return { id, branchId, branchName, instrumentId, version, from, until, state: stateAt(survey, now) }
}
