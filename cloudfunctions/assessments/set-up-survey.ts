import { K } from '../../src/domain/aggregates/k'
import { newest } from '../../src/domain/instruments/all'
import { done, type Result, refused } from '../../src/domain/result'
import { type Survey, windowFits } from '../../src/domain/surveys/survey'
import { takeTurn, turnIds } from '../../src/domain/surveys/turns'
import { minutesLater, monthOf } from '../../src/domain/time'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import { Busy } from '../_kit/database'
import type { Context } from '../_kit/serve'
import { countMembers } from './members'
import { isOffered } from './offered'
import { type StoredSurvey, surveysStore, surveyTurnsStore } from './surveys-store'
import { turnRefs, turnsIn, turnWrites } from './turn-refs'

/** Longer than any request lives: whoever sent before the end is counted. */
export const REQUESTS_END_MINUTES = 2

type Wanted = Pick<Survey, 'branchId' | 'instrumentId' | 'version' | 'from' | 'until'> & { surveyId: string }

/** Sent again after a lost answer it is the same survey. */
export async function setUp(
  { surveyId, ...wanted }: Wanted,
  { caller, database, now }: Context<StaffCaller>,
): Promise<Result<StoredSurvey, 'NOT_OFFERED' | 'WINDOW_NOT_FIT' | 'SURVEYED_LATELY' | 'TOO_FEW_MEMBERS'>> {
  const surveys = database.open(surveysStore)
  const { branchId, instrumentId } = wanted
  const earlier = await surveys.get(surveyId)
  if (earlier) return isSame(earlier, wanted) ? done(earlier) : refused('NOT_OFFERED')
  if ((await isOffered([newest(instrumentId)], database)).length === 0) return refused('NOT_OFFERED')
  if (!windowFits(wanted, now)) return refused('WINDOW_NOT_FIT')
  const asking = { surveyId, instrumentId, branchId, month: monthOf(wanted.from) }
  const ids = turnIds(asking)
  const may = takeTurn(await database.open(surveyTurnsStore).getMany(ids), asking)
  if (!may.ok) return may
  if ((await countMembers(branchId, database)) < K) return refused('TOO_FEW_MEMBERS')
  const fresh: StoredSurvey = {
    ...wanted,
    id: surveyId,
    from: new Date(wanted.from).toISOString(),
    until: new Date(wanted.until).toISOString(),
    createdAt: now.toISOString(),
    publishedAt: '',
    cancelledAt: '',
    toDo: 'count',
    due: minutesLater(new Date(wanted.until), REQUESTS_END_MINUTES).toISOString(),
    figures: null,
  }
  // The record comes first: no survey is ever open without one.
  const acts = database.open(actsStore)
  const act = {
    ...actOf(caller, now, { what: 'survey-created', about: newest(instrumentId).title, branchId }),
    id: `survey-created.${surveyId}`,
  }
  await acts.insert(act)
  const refs = { survey: surveys.at(surveyId), ...turnRefs(ids, database) }
  const created = await database.together(refs, (documents) => {
    if (documents.survey) return done({ write: {}, reply: documents.survey })
    const turns = takeTurn(turnsIn(documents), asking)
    if (!turns.ok) return turns
    return done({ write: { survey: fresh, ...turnWrites(ids, turns.data) }, reply: fresh })
  })
  if (!created.ok) await acts.remove(act.id)
  else if (!isSame(created.data, wanted)) throw new Busy('another survey of the same id')
  return created
}

const isSame = (survey: StoredSurvey, { branchId, instrumentId, from, until }: Omit<Wanted, 'surveyId'>) =>
  survey.branchId === branchId &&
  survey.instrumentId === instrumentId &&
  Date.parse(survey.from) === Date.parse(from) &&
  Date.parse(survey.until) === Date.parse(until)
