import type { Parsed } from '../../../src/contract'
import { instrumentAt } from '../../../src/domain/instruments/all'
import type { Answers } from '../../../src/domain/instruments/answers'
import { questionnaireResponse } from '../../../src/domain/instruments/fhir'
import { type ScaleScore, score } from '../../../src/domain/instruments/score'
import { done, refused } from '../../../src/domain/result'
import { dayOf } from '../../../src/domain/time'
import { countUseBy } from '../../_kit/attempts'
import type { Employee } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import { Busy, type Database } from '../../_kit/database'
import { beginDestroying, finishDestroying } from '../../_kit/destroy-one'
import { openOwnAll } from '../../_kit/reveal'
import { type Opened, seal } from '../../_kit/sealing'
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
    const stored = database.open(resultsStore)
    const earlier = await stored.get(resultId)
    const before = earlier && (await again(earlier, context))
    if (before) return before
    // Written by one that was cut off beside a destruction: nobody can open it, and nobody was answered.
    if (earlier) await removeOnly(earlier, database)
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
      destroyingSince: '',
    }
    let written: StoredResult | undefined
    const outcome = await keepFor(
      resultsStore,
      caller.personId,
      context,
      (key) => {
        written = seal(resultsStore, plain, key)
        return stored.insert(written)
      },
      async () => written && removeOnly(written, database),
    )
    const { id, takenAt } = plain
    if (outcome === 'inserted')
      return done({ complete: true as const, result: { id, instrumentId, version, takenAt, scores: scored.data } })
    const theirs = await stored.get(resultId)
    const told = theirs && (await again(theirs, context))
    if (!told) throw new Busy('it went as it came')
    return told
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
    const rows = await openOwnAll(resultsStore, page.rows.filter(isThere), context)
    return done({ rows: rows.map(shown), next: page.next })
  },

  open: async ({ resultId }, context) => {
    const result = await own(resultId, context)
    return result ? done(shown(result)) : refused('RESULT_NOT_FOUND')
  },

  destroy: async ({ resultId }, context) => {
    const { personId } = context.caller
    const stored = await context.database.open(resultsStore).get(resultId)
    if (stored?.personId !== personId) return refused('RESULT_NOT_FOUND')
    await beginDestroying(resultsStore, resultId, context)
    await finishDestroying(resultsStore, personId, context)
    return done({})
  },

  fhir: async ({ resultId }, context) => {
    const result = await own(resultId, context)
    const instrument = result && instrumentAt(result.instrumentId, result.version)
    if (!result || !instrument) return refused('RESULT_NOT_FOUND')
    const { id, takenAt } = result
    const response = questionnaireResponse(instrument, {
      id,
      takenAt,
      answers: JSON.parse(result.answers) as Answers,
      scores: JSON.parse(result.scores) as ScaleScore[],
    })
    return done({ name: `${instrument.id}-${dayOf(new Date(takenAt))}.fhir.json`, json: JSON.stringify(response) })
  },
}

type Around = Pick<Context<Employee>, 'caller' | 'database' | 'keys'>

/** This very one: the same taking, sent again, may stand in its place by now, sealed anew. */
const removeOnly = ({ id, answers }: StoredResult, database: Database) =>
  database
    .open(resultsStore)
    .change(id, (there) => (there?.answers === answers ? done({ write: null, reply: true }) : done({ reply: false })))

const byItem = (answers: Parsed<'results', 'submit'>['answers']): Answers =>
  Object.fromEntries(Object.entries(answers).map(([item, option]) => [Number(item), option]))

const isThere = ({ destroyingSince }: StoredResult) => destroyingSince === ''

/** Somebody else's looks as if it were not there, and so does one that is being destroyed. */
async function own(resultId: string, around: Around): Promise<Opened<StoredResult> | undefined> {
  const stored = await around.database.open(resultsStore).get(resultId)
  if (stored?.personId !== around.caller.personId || !isThere(stored)) return undefined
  const [opened] = await openOwnAll(resultsStore, [stored], around)
  return opened
}

const shown = ({ id, instrumentId, version, takenAt, scores }: Opened<StoredResult>) => ({
  ...{ id, instrumentId, version, takenAt },
  scores: JSON.parse(scores) as ScaleScore[],
})

/**
 * The same taking, sent again after a lost answer: what was stored counts. Destroyed meanwhile, it is not stored anew.
 * undefined when nothing opens it any more.
 */
async function again(stored: StoredResult, around: Around) {
  if (stored.personId !== around.caller.personId || !isThere(stored)) return refused('NOT_OFFERED')
  const [opened] = await openOwnAll(resultsStore, [stored], around)
  return opened && done({ complete: true as const, result: shown(opened) })
}
