import { rollUp, withAddition } from '../../src/domain/figures/roll-up'
import { done, refused } from '../../src/domain/result'
import type { Database } from '../_kit/database'
import type { Job } from '../_kit/job'
import { piecesStore } from '../library/store'
import { figuresStore, rollUpsStore, type Step, type StoredBatch, tallyBatchesStore } from './store'

/** The step document stays small enough for WeChat (16 MB a packet, 100 KB recommended for a document). */
const BATCHES_A_STEP = 40

/**
 * Exactly once, whatever happens: a step is written down first, with what it will add; each figure remembers the last
 * step it took in; then the batches are marked; then the step closes. Cut off anywhere, or run by two at once, the next
 * run finishes the same step before it begins another.
 */
export const rollUpTallies: Job = {
  name: 'roll-up-tallies',
  everyMinutes: 1,
  run: async ({ database, now, timeLeft }) => {
    let counted = 0
    while (timeLeft()) {
      const step = await stepUnderWay(database)
      if (!step) break
      await finish(step, database, now)
      counted += step.batchIds.length
    }
    return counted
  },
}

async function stepUnderWay(database: Database): Promise<Step | undefined> {
  const steps = database.open(rollUpsStore)
  const last = await steps.get('step')
  if (last?.open) return last
  const batches = await uncounted(database)
  if (batches.length === 0) return undefined
  const known = await piecesAmong(batches, database)
  const next: Step = {
    id: 'step',
    step: (last?.step ?? 0) + 1,
    open: true,
    batchIds: batches.map((batch) => batch.id),
    additions: rollUp(batches, (pieceId) => known.has(pieceId)),
  }
  const begun = await steps.change('step', (current) =>
    (current?.step ?? 0) === next.step - 1 && !current?.open
      ? done({ write: next, reply: next })
      : refused('OVERTAKEN'),
  )
  return begun.ok ? begun.data : await steps.get('step').then((current) => (current?.open ? current : undefined))
}

async function uncounted(database: Database): Promise<StoredBatch[]> {
  const page = await database
    .open(tallyBatchesStore)
    .find({ index: 'byStep', where: { rolledIn: 0 }, limit: BATCHES_A_STEP })
  return page.rows
}

/** A made-up id must not become a row of figures. */
async function piecesAmong(batches: StoredBatch[], database: Database): Promise<Set<string>> {
  const ids = [...new Set(batches.flatMap((batch) => batch.tallies.map((tally) => tally.pieceId)))]
  const known = new Set<string>()
  for (let from = 0; from < ids.length; from += 100)
    for (const piece of await database.open(piecesStore).getMany(ids.slice(from, from + 100))) known.add(piece.id)
  return known
}

async function finish(step: Step, database: Database, now: Date) {
  const figures = database.open(figuresStore)
  for (const addition of step.additions)
    await figures.change(`${addition.month}.${addition.pieceId}`, (figure) =>
      done({ write: withAddition(figure, addition, step.step, now), reply: true }),
    )
  const batches = database.open(tallyBatchesStore)
  for (const batchId of step.batchIds)
    await batches.change(batchId, (batch) =>
      batch && batch.rolledIn === 0
        ? done({ write: { ...batch, rolledIn: step.step }, reply: true })
        : done({ reply: true }),
    )
  await database
    .open(rollUpsStore)
    .change('step', (current) =>
      current?.step === step.step && current.open
        ? done({ write: { ...current, open: false, batchIds: [], additions: [] }, reply: true })
        : done({ reply: true }),
    )
}
