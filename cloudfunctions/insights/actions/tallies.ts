import { done } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { tallyBatchesStore } from '../store'

export const tallies: Handlers<'tallies'> = {
  // The caller is deliberately not taken: a count has no owner.
  record: async ({ batchId, tallies: counted }, { database, now }) => {
    const kept = counted.map(
      (tally) =>
        Object.fromEntries(
          Object.entries(tally).filter(([, value]) => value !== undefined && value !== 0),
        ) as typeof tally,
    )
    await database
      .open(tallyBatchesStore)
      .insert({ id: batchId, receivedAt: now.toISOString(), rolledIn: 0, tallies: kept })
    return done({})
  },
}
