import type { StoredSurvey } from '../../../cloudfunctions/assessments/surveys-store'
import { newest } from '../../domain/instruments/all'
import { LONGEST_DAYS } from '../../domain/surveys/survey'
import { type Turn, takeTurn } from '../../domain/surveys/turns'
import { daysLater, minutesLater, monthOf } from '../../domain/time'
import { seedBranches } from './branches'

/** Open from the first start on in one of the sample works: whoever joins it is invited, and nobody has answered yet. */
export function seedSurvey(begunAt: string): { survey: StoredSurvey; turns: Turn[] } {
  const works = seedBranches(begunAt).find(({ code }) => code === 'tractor-works')
  if (!works) throw new Error('the sample works are gone')
  const until = daysLater(new Date(begunAt), LONGEST_DAYS)
  const survey: StoredSurvey = {
    id: 'samplesurvey0001',
    branchId: works.id,
    instrumentId: 'who5',
    version: newest('who5').version,
    from: begunAt,
    until: until.toISOString(),
    createdAt: begunAt,
    publishedAt: '',
    cancelledAt: '',
    toDo: 'count',
    due: minutesLater(until, 2).toISOString(),
    figures: null,
  }
  const { id: surveyId, instrumentId, branchId } = survey
  const turns = takeTurn([], { surveyId, instrumentId, branchId, month: monthOf(begunAt) })
  if (!turns.ok) throw new Error(`the seed's survey was refused: ${turns.code}`)
  return { survey, turns: turns.data }
}
