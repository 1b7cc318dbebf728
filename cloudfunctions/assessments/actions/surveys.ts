import type { Parsed } from '../../../src/contract'
import type { Aggregate } from '../../../src/domain/aggregates/gate'
import { pathOf } from '../../../src/domain/branches/scope'
import { instrumentAt, newest } from '../../../src/domain/instruments/all'
import type { Answers } from '../../../src/domain/instruments/answers'
import type { Instrument } from '../../../src/domain/instruments/instrument'
import { score } from '../../../src/domain/instruments/score'
import { done, refused } from '../../../src/domain/result'
import { isInvited, LONGEST_DAYS, stateAt } from '../../../src/domain/surveys/survey'
import { bandsOf, type Contribution } from '../../../src/domain/surveys/tally'
import { daysLater } from '../../../src/domain/time'
import type { Member } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import type { Database } from '../../_kit/database'
import type { Keys } from '../../_kit/keys'
import { openOwn } from '../../_kit/reveal'
import { seal } from '../../_kit/sealing'
import type { Context, Handlers } from '../../_kit/serve'
import { branchNames } from '../../people/open'
import { callOff } from '../call-off-survey'
import { destroyAnswer } from '../destroy-answer'
import { isOffered } from '../offered'
import { setUp } from '../set-up-survey'
import { showSurvey } from '../show-survey'
import { type StoredSurvey, type SurveyAnswer, surveyAnswersStore, surveysStore } from '../surveys-store'

const A_PAGE = 20

export const surveys: Handlers<'surveys'> = {
  invited: async (_, { caller, database, keys, now }) => {
    const range = { from: daysLater(now, -LONGEST_DAYS - 1).toISOString(), before: after(now) }
    const pages = await Promise.all(
      pathOf(caller.branchId).map((branchId) =>
        database.open(surveysStore).find({ index: 'byBranch', where: { branchId }, range, limit: A_PAGE }),
      ),
    )
    const open = pages.flatMap(({ rows }) => rows).filter((survey) => stateAt(survey, now) === 'open')
    if (open.length === 0) return done({ rows: [] })
    const offered = new Set((await isOffered(open.map(instrumentOf), database)).map(({ id }) => id))
    const asking = open.filter(({ instrumentId }) => offered.has(instrumentId))
    const ids = asking.map(({ id }) => answerId(id, caller.personId, keys))
    const theirs = await database.open(surveyAnswersStore).getMany(ids)
    const answered = new Set(theirs.filter(({ destroyingSince }) => destroyingSince === '').map(({ id }) => id))
    const nameOf = await branchNames(
      asking.map(({ branchId }) => branchId),
      database,
    )
    return done({
      rows: asking.map(({ id, branchId, instrumentId, version, until }, at) => ({
        ...{ id, branchName: nameOf(branchId), instrumentId, version, until },
        answered: answered.has(ids[at] ?? ''),
      })),
    })
  },

  submit: async ({ surveyId, answers }, context) => {
    const { caller, database, keys, now } = context
    const asked = await openFor(surveyId, context)
    if (!asked.ok) return asked
    const survey = asked.data
    const instrument = instrumentOf(survey)
    if ((await isOffered([instrument], database)).length === 0) return refused('SURVEY_NOT_FOUND')
    const scored = score(instrument, byItem(answers))
    if (!scored.ok) return done({ complete: false as const, missing: scored.missing })
    const contribution: Contribution = { branchId: caller.branchId, bands: bandsOf(instrument, scored.data) }
    const plain = {
      id: answerId(survey.id, caller.personId, keys),
      personId: caller.personId,
      surveyId: survey.id,
      answeredAt: now.toISOString(),
      until: survey.until,
      contribution: JSON.stringify(contribution),
      destroyingSince: '',
    }
    const stored = database.open(surveyAnswersStore)
    const earlier = await stored.get(plain.id)
    if (earlier?.destroyingSince) await destroyAnswer(earlier, context)
    let written: SurveyAnswer | undefined
    const outcome = await keepFor(
      surveyAnswersStore,
      caller.personId,
      context,
      (key) => {
        written = seal(surveyAnswersStore, plain, key)
        return stored.insert(written)
      },
      // This very one: the same answer, sent again, may stand in its place by now, sealed anew.
      () =>
        stored.change(plain.id, (there) =>
          there?.contribution === written?.contribution ? done({ write: null, reply: true }) : done({ reply: false }),
        ),
    )
    if (outcome === 'inserted' || (await isTheSame(plain.id, contribution, context)))
      return done({ complete: true as const, scores: scored.data })
    return refused('ALREADY_ANSWERED')
  },

  takeBack: async ({ surveyId }, context) => {
    const asked = await openFor(surveyId, context)
    if (!asked.ok) return asked
    const id = answerId(surveyId, context.caller.personId, context.keys)
    const answer = await context.database.open(surveyAnswersStore).get(id)
    if (answer) await destroyAnswer(answer, context)
    return done({})
  },

  list: async ({ after: cursor }, { branchId, database, now }) => {
    const page = await database.open(surveysStore).find({
      index: 'byBranch',
      where: { branchId },
      order: 'descending',
      limit: A_PAGE,
      ...(cursor && { after: cursor }),
    })
    const nameOf = await branchNames([branchId], database)
    return done({ rows: page.rows.map((row) => showSurvey(row, nameOf(branchId), now)), next: page.next })
  },

  create: async (wanted, context) => {
    const { branchId, database, now } = context
    const survey = await setUp({ ...wanted, branchId, version: newest(wanted.instrumentId).version }, context)
    if (!survey.ok) return survey
    const nameOf = await branchNames([branchId], database)
    return done(showSurvey(survey.data, nameOf(branchId), now))
  },

  cancel: async ({ surveyId }, context) => {
    const survey = await within(surveyId, context)
    return survey ? callOff(survey, context) : refused('SURVEY_NOT_FOUND')
  },

  figures: async ({ surveyId }, context) => {
    const { database, now } = context
    const survey = await within(surveyId, context)
    if (!survey) return refused('SURVEY_NOT_FOUND')
    const { figures } = survey
    if (!figures) return refused(survey.cancelledAt === '' ? 'NOT_YET_PUBLISHED' : 'SURVEY_NOT_FOUND')
    const instrument = instrumentOf(survey)
    const nameOf = await branchNames([survey.branchId, ...figures.byBranch.cells.map(({ key }) => key)], database)
    const own = nameOf(survey.branchId)
    return done({
      survey: showSurvey(survey, own, now),
      publishedAt: survey.publishedAt,
      invited: figures.invited.total,
      answered: figures.answered.total,
      byBranch: division(figures.byBranch, (key) => (key === survey.branchId ? `${own}（本级）` : nameOf(key))),
      scales: figures.scales.map(({ key, bands }) => {
        const scale = instrument.scales.find((one) => one.key === key)
        return {
          key,
          title: scale?.title ?? '',
          bands: division(bands, (at) => scale?.bands[Number(at)]?.says ?? ''),
        }
      }),
    })
  },
}

const after = (now: Date) => new Date(now.getTime() + 1).toISOString()

const byItem = (answers: Parsed<'surveys', 'submit'>['answers']): Answers =>
  Object.fromEntries(Object.entries(answers).map(([item, option]) => [Number(item), option]))

const division = ({ total, cells }: Aggregate, titleOf: (key: string) => string) => ({
  total,
  cells: cells.map(({ key, count }) => ({ key, title: titleOf(key), count })),
})

const answerId = (surveyId: string, personId: string, keys: Keys) =>
  keys.hash('survey-answer', `${surveyId}\n${personId}`)

function instrumentOf({ instrumentId, version }: StoredSurvey): Instrument {
  const found = instrumentAt(instrumentId, version)
  if (!found) throw new Error(`${instrumentId}: version ${version} is gone`)
  return found
}

/** One that the caller is invited to; before it begins, or once it was called off, it is not there for them. */
async function openFor(
  surveyId: string,
  { caller, database, now }: Pick<Context<Member>, 'caller' | 'database' | 'now'>,
) {
  const survey = await database.open(surveysStore).get(surveyId)
  if (!survey || !isInvited(survey, caller.branchId)) return refused('SURVEY_NOT_FOUND')
  const state = stateAt(survey, now)
  if (state === 'planned' || state === 'cancelled') return refused('SURVEY_NOT_FOUND')
  return state === 'open' ? done(survey) : refused('SURVEY_OVER')
}

/** Sent again after a lost answer: what was stored says the same. */
async function isTheSame(
  id: string,
  { bands }: Contribution,
  around: { caller: Member; database: Database; keys: Keys },
): Promise<boolean> {
  const stored = await around.database.open(surveyAnswersStore).get(id)
  if (stored?.personId !== around.caller.personId || stored.destroyingSince !== '') return false
  const { contribution } = await openOwn(surveyAnswersStore, stored, around)
  const before = JSON.parse(contribution) as Contribution
  return Object.entries(bands).every(([key, band]) => before.bands[key] === band)
}

async function within(surveyId: string, context: Pick<Context, 'database' | 'within'>) {
  const survey = await context.database.open(surveysStore).get(surveyId)
  return survey && context.within(survey.branchId) ? survey : undefined
}
