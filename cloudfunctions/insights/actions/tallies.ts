import { done } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { recordBatch } from '../record-batch'
import { tallyBatchesStore } from '../store'

export const tallies: Handlers<'tallies'> = {
  record: async ({ batchId, tallies: counted }, context) => {
    const kept = counted.map(
      (tally) =>
        Object.fromEntries(
          Object.entries(tally).filter(([, value]) => value !== undefined && value !== 0),
        ) as typeof tally,
    )
    const batch = { id: batchId, receivedAt: context.now.toISOString(), rolledIn: 0, tallies: kept }
    await recordBatch('tallies', context.database.open(tallyBatchesStore), batch, context)
    return done({})
  },
}
