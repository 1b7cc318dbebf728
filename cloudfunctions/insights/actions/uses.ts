import { done } from '../../../src/domain/result'
import { hourOf, startOfHour } from '../../../src/domain/time'
import type { Handlers } from '../../_kit/serve'
import { recordBatch } from '../record-batch'
import { useBatchesStore } from '../store'

export const uses: Handlers<'uses'> = {
  record: async ({ batchId, uses: counted }, context) => {
    // To the hour only: an exact instant could be laid beside the instant at which somebody handed in a test.
    const receivedAt = (startOfHour(hourOf(context.now)) ?? context.now).toISOString()
    const batch = { id: batchId, receivedAt, rolledIn: 0, uses: counted }
    await recordBatch('uses', context.database.open(useBatchesStore), batch, context)
    return done({})
  },
}
