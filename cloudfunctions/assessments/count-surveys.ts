import { instrumentAt } from '../../src/domain/instruments/all'
import type { Instrument } from '../../src/domain/instruments/instrument'
import { done } from '../../src/domain/result'
import { emptyTally, figuresOf, type Tally, withAnswer } from '../../src/domain/surveys/tally'
import { minutesLater } from '../../src/domain/time'
import { findDataKey, keepFor } from '../_kit/data-keys'
import { Busy, type Database, MOST_ROWS } from '../_kit/database'
import { destroyKey } from '../_kit/destroy-key'
import type { Job, JobContext } from '../_kit/job'
import { openStaffSecret } from '../_kit/reveal'
import { type Opened, seal } from '../_kit/sealing'
import { branchesStore } from '../people/open'
import { contributionsOf } from './contributions'
import { destroyAnswer } from './destroy-answer'
import { countMembers } from './members'
import { REQUESTS_END_MINUTES } from './set-up-survey'
import {
  type StoredSurvey,
  type SurveyCount,
  surveyAnswersStore,
  surveyCountsStore,
  surveysStore,
} from './surveys-store'

/** Each takes a dozen calls to the database; a run of the clock takes several steps. */
const ANSWERS_A_STEP = 25
const SURVEYS_A_PAGE = 20

type Around = Omit<JobContext, 'timeLeft'>

/**
 * Each answer counts once, whatever happens: a step writes down, sealed and as one, the tally that holds its answers and
 * which they are; then destroys them; then is closed. Cut off anywhere, or run by two at once, the next run ends the same step
 * before it begins another. What was revealed and not written down is revealed again, and stands in the ledger twice: it was
 * opened twice. The figures are published by the one transaction that ends the counting.
 */
export const countSurveys: Job = {
  name: 'count-surveys',
  everyMinutes: 1,
  run: async ({ timeLeft, ...around }) => {
    let amount = 0
    const faults: unknown[] = []
    for (const { survey, step } of [...(await due('count', around)), ...(await due('clear', around))])
      try {
        let more = true
        while (more && timeLeft()) {
          const { counted, ended } = await step(survey, around)
          amount += counted
          more = !ended
        }
      } catch (error) {
        // One that cannot be counted now must not keep the others waiting.
        faults.push(error)
      }
    if (faults.length > 0) throw faults[0]
    return amount
  },
}

async function due(toDo: 'count' | 'clear', { database, now }: Around) {
  const range = { before: new Date(now.getTime() + 1).toISOString() }
  const query = { index: 'byToDo', where: { toDo }, range, limit: SURVEYS_A_PAGE }
  const { rows } = await database.open(surveysStore).find(query)
  return rows.map((survey) => ({ survey, step: toDo === 'count' ? countStep : clearStep }))
}

async function countStep(survey: StoredSurvey, around: Around) {
  const { database } = around
  const instrument = instrumentOf(survey)
  const count = await begun(survey, instrument, around)
  if (!count) return { counted: 0, ended: true }
  if (count.counting.length > 0) {
    await finish(count, around)
    return { counted: count.counting.length, ended: false }
  }
  const { rows } = await database
    .open(surveyAnswersStore)
    .find({ index: 'bySurvey', where: { surveyId: survey.id }, limit: ANSWERS_A_STEP })
  const opened = await openStaffSecret(surveyCountsStore, count, around)
  const before = JSON.parse(opened.tally) as Tally
  if (rows.length === 0) {
    await publish(survey, count, before, around)
    return { counted: 0, ended: true }
  }
  const contributions = await contributionsOf(rows, survey.branchId, around)
  const tally = contributions.reduce((sum, each) => withAnswer(sum, each, survey.branchId), before)
  const counting = rows.map(({ id }) => id)
  await write({ ...opened, step: count.step + 1, counting, tally: JSON.stringify(tally) }, around)
  return { counted: 0, ended: false }
}

/** undefined where the survey was published meanwhile. */
async function begun(survey: StoredSurvey, instrument: Instrument, around: Around): Promise<SurveyCount | undefined> {
  const counts = around.database.open(surveyCountsStore)
  const found = await counts.get(survey.id)
  if (found) return found
  const current = await around.database.open(surveysStore).get(survey.id)
  if (current?.toDo !== 'count') return undefined
  const tally = JSON.stringify(emptyTally(instrument))
  const plain = { id: survey.id, surveyId: survey.id, step: 0, counting: [], tally }
  await keepFor(
    surveyCountsStore,
    survey.id,
    around,
    (key) => counts.insert(seal(surveyCountsStore, plain, key)),
    () => counts.remove(survey.id),
  )
  return counts.get(survey.id)
}

/** Only as the step after the one that was read, so that of two clocks one is heard. */
async function write(next: Opened<SurveyCount>, { database, keys }: Around) {
  const key = await findDataKey(surveyCountsStore, next.surveyId, { database, keys })
  if (!key) throw new Busy('published meanwhile')
  const sealed = seal(surveyCountsStore, next, key)
  await database
    .open(surveyCountsStore)
    .change(next.id, (current) =>
      current && current.step === next.step - 1 && current.counting.length === 0
        ? done({ write: sealed, reply: true })
        : done({ reply: true }),
    )
}

async function finish({ id, step, counting }: SurveyCount, around: Around) {
  const answers = around.database.open(surveyAnswersStore)
  for (const answer of await answers.getMany(counting)) await destroyAnswer(answer, around)
  await around.database
    .open(surveyCountsStore)
    .change(id, (current) =>
      current?.step === step ? done({ write: { ...current, counting: [] }, reply: true }) : done({ reply: true }),
    )
}

async function publish(survey: StoredSurvey, count: SurveyCount, tally: Tally, { database, now }: Around) {
  const invited = await countMembers(survey.branchId, database)
  const figures = figuresOf(tally, {
    invited,
    branchIds: [survey.branchId, ...(await below(survey.branchId, database))],
  })
  const refs = {
    survey: database.open(surveysStore).at(survey.id),
    count: database.open(surveyCountsStore).at(survey.id),
  }
  await database.together(refs, (documents) => {
    const { survey: current, count: last } = documents
    if (current?.toDo !== 'count' || last?.step !== count.step || last.counting.length > 0)
      return done({ write: {}, reply: true })
    const published: StoredSurvey = {
      ...current,
      figures,
      publishedAt: now.toISOString(),
      toDo: 'clear',
      due: minutesLater(now, REQUESTS_END_MINUTES).toISOString(),
    }
    return done({ write: { survey: published, count: null }, reply: true })
  })
}

/** What came too late, or was given to a survey that was called off, goes uncounted; and the key of the counting with it. */
async function clearStep(survey: StoredSurvey, around: Around) {
  const { database } = around
  const { rows } = await database
    .open(surveyAnswersStore)
    .find({ index: 'bySurvey', where: { surveyId: survey.id }, limit: ANSWERS_A_STEP })
  for (const answer of rows) await destroyAnswer(answer, around)
  if (rows.length > 0) return { counted: rows.length, ended: false }
  await destroyKey(surveyCountsStore, survey.id, around)
  await database
    .open(surveysStore)
    .change(survey.id, (current) =>
      current?.toDo === 'clear'
        ? done({ write: { ...current, toDo: 'nothing' as const }, reply: true })
        : done({ reply: true }),
    )
  return { counted: 0, ended: true }
}

async function below(branchId: string, database: Database): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page = await database
      .open(branchesStore)
      .find({ index: 'byParent', where: { parentId: branchId }, limit: MOST_ROWS, ...(after && { after }) })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  } while (after)
  return ids
}

function instrumentOf({ instrumentId, version }: StoredSurvey): Instrument {
  const found = instrumentAt(instrumentId, version)
  if (!found) throw new Error(`${instrumentId}: version ${version} is gone`)
  return found
}
