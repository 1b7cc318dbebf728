import type { Parsed } from '../../../src/contract'
import { instrumentAt } from '../../../src/domain/instruments/all'
import type { Answers } from '../../../src/domain/instruments/answers'
import { questionnaireResponse } from '../../../src/domain/instruments/fhir'
import { type ScaleScore, score } from '../../../src/domain/instruments/score'
import { done, refused } from '../../../src/domain/result'
import { countUseBy } from '../../_kit/attempts'
import type { Employee } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import { openOwn } from '../../_kit/reveal'
import { seal } from '../../_kit/sealing'
import type { Context, Handlers } from '../../_kit/serve'
import { definitionOf } from '../definition'
import { isOffered } from '../offered'
import { resultsStore, type StoredResult } from '../store'

const PAGE = 20
/** Far more than a person takes in a day; far fewer than would fill a disk. */
const MOST_A_DAY = 60
const DAY_MINUTES = 24 * 60

export const results: Handlers<'results'> = {
  submit: async ({ resultId, instrumentId, version, answers, sex }, context) => {
    const { caller, database, now } = context
    const earlier = await database.open(resultsStore).get(resultId)
    if (earlier) return earlier.personId === caller.personId ? again(earlier, context) : refused('NOT_OFFERED')
    const definition = definitionOf(instrumentId, version)
    if (!definition || (await isOffered([definition.instrument], database)).length === 0) return refused('NOT_OFFERED')
    const given = byItem(answers)
    const scored = score(definition.instrument, given, sex)
    if (!scored.ok) return done({ complete: false as const, missing: scored.missing })
    const counted = await countUseBy('results', caller.personId, MOST_A_DAY, DAY_MINUTES, context)
    if (!counted.ok) return counted
    const plain = {
      id: resultId,
      personId: caller.personId,
      instrumentId,
      version,
      hash: definition.hash,
      takenAt: now.toISOString(),
      answers: JSON.stringify(given),
      scores: JSON.stringify(scored.data),
    }
    const stored = database.open(resultsStore)
    const outcome = await keepFor(
      resultsStore,
      caller.personId,
      context,
      (key) => stored.insert(seal(resultsStore, plain, key)),
      () => stored.remove(resultId),
    )
    const { id, takenAt } = plain
    if (outcome === 'inserted')
      return done({ complete: true as const, result: { id, instrumentId, version, takenAt, scores: scored.data } })
    const theirs = await stored.get(resultId)
    return theirs?.personId === caller.personId ? again(theirs, context) : refused('NOT_OFFERED')
  },

  list: async ({ instrumentId, after }, context) => {
    const { caller, database } = context
    const page = await database.open(resultsStore).find({
      ...(instrumentId
        ? { index: 'byInstrument', where: { personId: caller.personId, instrumentId } }
        : { index: 'byPerson', where: { personId: caller.personId } }),
      order: 'descending',
      limit: PAGE,
      ...(after && { after }),
    })
    const rows = []
    for (const stored of page.rows) rows.push(await shown(stored, context))
    return done({ rows, next: page.next })
  },

  open: async ({ resultId }, context) => {
    const stored = await own(resultId, context)
    return stored ? done(await shown(stored, context)) : refused('RESULT_NOT_FOUND')
  },

  destroy: async ({ resultId }, context) => {
    if (!(await own(resultId, context))) return refused('RESULT_NOT_FOUND')
    await context.database.open(resultsStore).remove(resultId)
    return done({})
  },

  fhir: async ({ resultId }, context) => {
    const stored = await own(resultId, context)
    const instrument = stored && instrumentAt(stored.instrumentId, stored.version)
    if (!stored || !instrument) return refused('RESULT_NOT_FOUND')
    const opened = await openOwn(resultsStore, stored, context)
    const response = questionnaireResponse(instrument, {
      id: stored.id,
      takenAt: stored.takenAt,
      answers: JSON.parse(opened.answers) as Answers,
      scores: JSON.parse(opened.scores) as ScaleScore[],
    })
    return done({ name: `${instrument.id}-${stored.takenAt.slice(0, 10)}.fhir.json`, json: JSON.stringify(response) })
  },
}

type Around = Pick<Context<Employee>, 'caller' | 'database' | 'keys'>

const byItem = (answers: Parsed<'results', 'submit'>['answers']): Answers =>
  Object.fromEntries(Object.entries(answers).map(([item, option]) => [Number(item), option]))

/** Somebody else's looks as if it were not there. */
async function own(resultId: string, { caller, database }: Around): Promise<StoredResult | undefined> {
  const stored = await database.open(resultsStore).get(resultId)
  return stored?.personId === caller.personId ? stored : undefined
}

async function shown(stored: StoredResult, around: Around) {
  const { id, instrumentId, version, takenAt, scores } = await openOwn(resultsStore, stored, around)
  return { id, instrumentId, version, takenAt, scores: JSON.parse(scores) as ScaleScore[] }
}

/** The same taking, sent again after a lost answer: what was stored counts. */
const again = async (stored: StoredResult, around: Around) =>
  done({ complete: true as const, result: await shown(stored, around) })
