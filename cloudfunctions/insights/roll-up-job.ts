import { done, refused } from '../../src/domain/result'
import type { Database } from '../_kit/database'
import type { Declaration } from '../_kit/declaration'
import type { Job } from '../_kit/job'
import type { Step } from './store'

/** The step document stays small enough for WeChat (16 MB a packet, 100 KB recommended for a document). */
const BATCHES_A_STEP = 40

type RollUp<B, A, F extends { id: string }> = {
  name: string
  batches: Declaration<B & { id: string; rolledIn: number }>
  steps: Declaration<Step<A>>
  figures: Declaration<F>
  additionsOf: (batches: B[], database: Database) => Promise<A[]>
  figureId: (addition: A) => string
  /** The same step again must change nothing. */
  withAddition: (figure: F | undefined, addition: A, step: number, now: Date) => F
  /** What is left of a batch that is in the figures. */
  afterwards?: (batch: B) => Partial<B>
}

/**
 * Exactly once, whatever happens: a step is written down first, with what it will add; each figure remembers the last
 * step it took in; then the batches are marked; then the step closes. Cut off anywhere, or run by two at once, the next
 * run finishes the same step before it begins another.
 */
export const rollUpJob = <B, A, F extends { id: string }>(kind: RollUp<B, A, F>): Job => ({
  name: kind.name,
  everyMinutes: 1,
  run: async ({ database, now, timeLeft }) => {
    let counted = 0
    while (timeLeft()) {
      const step = await stepUnderWay(kind, database)
      if (!step) break
      await finish(kind, step, database, now)
      counted += step.batchIds.length
    }
    return counted
  },
})

async function stepUnderWay<B, A, F extends { id: string }>(kind: RollUp<B, A, F>, database: Database) {
  const steps = database.open(kind.steps)
  const last = await steps.get('step')
  if (last?.open) return last
  const { rows: batches } = await database
    .open(kind.batches)
    .find({ index: 'byStep', where: { rolledIn: 0 }, limit: BATCHES_A_STEP })
  if (batches.length === 0) return undefined
  const next: Step<A> = {
    id: 'step',
    step: (last?.step ?? 0) + 1,
    open: true,
    batchIds: batches.map((batch) => batch.id),
    additions: await kind.additionsOf(batches, database),
  }
  const begun = await steps.change('step', (current) =>
    (current?.step ?? 0) === next.step - 1 && !current?.open
      ? done({ write: next, reply: next })
      : refused('OVERTAKEN'),
  )
  return begun.ok ? begun.data : await steps.get('step').then((current) => (current?.open ? current : undefined))
}

async function finish<B, A, F extends { id: string }>(
  { figures: figuresStore, batches: batchesStore, steps, figureId, withAddition, afterwards }: RollUp<B, A, F>,
  step: Step<A>,
  database: Database,
  now: Date,
) {
  const figures = database.open(figuresStore)
  for (const addition of step.additions)
    await figures.change(figureId(addition), (figure) =>
      done({ write: withAddition(figure, addition, step.step, now), reply: true }),
    )
  const batches = database.open(batchesStore)
  for (const batchId of step.batchIds)
    await batches.change(batchId, (batch) =>
      batch && batch.rolledIn === 0
        ? done({ write: { ...batch, ...afterwards?.(batch), rolledIn: step.step }, reply: true })
        : done({ reply: true }),
    )
  await database
    .open(steps)
    .change('step', (current) =>
      current?.step === step.step && current.open
        ? done({ write: { ...current, open: false, batchIds: [], additions: [] }, reply: true })
        : done({ reply: true }),
    )
}
