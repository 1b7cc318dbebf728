import { type Batch, figureId, rollUp, withAddition } from '../../src/domain/figures/roll-up'
import type { Database } from '../_kit/database'
import { piecesStore } from '../library/store'
import { rollUpJob } from './roll-up-job'
import { figuresStore, rollUpsStore, tallyBatchesStore } from './store'

export const rollUpTallies = rollUpJob({
  name: 'roll-up-tallies',
  batches: tallyBatchesStore,
  steps: rollUpsStore,
  figures: figuresStore,
  additionsOf: async (batches: Batch[], database) => {
    const known = await piecesAmong(batches, database)
    return rollUp(batches, (pieceId) => known.has(pieceId))
  },
  figureId,
  withAddition,
})

/** A made-up id must not become a row of figures. */
async function piecesAmong(batches: Batch[], database: Database): Promise<Set<string>> {
  const ids = [...new Set(batches.flatMap((batch) => batch.tallies.map((tally) => tally.pieceId)))]
  const known = new Set<string>()
  for (let from = 0; from < ids.length; from += 100)
    for (const piece of await database.open(piecesStore).getMany(ids.slice(from, from + 100))) known.add(piece.id)
  return known
}
