import { done } from '../../../src/domain/result'
import { countUse } from '../../_kit/attempts'
import { Busy } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { tallyBatchesStore } from '../store'

/** A phone sends one a minute at most; a whole office can stand behind one address. */
const MOST_BATCHES = 3000
const WINDOW_MINUTES = 10

export const tallies: Handlers<'tallies'> = {
  // The caller is deliberately not taken: a count has no owner.
  record: async ({ batchId, tallies: counted }, context) => {
    const { database, now, origin } = context
    // WeChat names no address and knows its people itself; one limit for all of them would be one document that all wait for.
    const mayCount = origin === '' || (await countUse('tallies', MOST_BATCHES, WINDOW_MINUTES, context)).ok
    // The client keeps a batch that was told `BUSY` and sends it again.
    if (!mayCount) throw new Busy('too many batches')
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
