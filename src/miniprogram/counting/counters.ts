import { api } from '../cloud/api'
import { storage } from '../phone/storage'
import { createCounter } from './counter'
import { countingReads, countingUses } from './countings'

export const readCounter = createCounter(countingReads, (batch) => api.tallies.record(batch), storage)

export const useCounter = createCounter(
  countingUses,
  ({ batchId, tallies }) => api.uses.record({ batchId, uses: tallies }),
  storage,
)

/** Sends everything that was counted and is waiting. */
export const flushCounts = (now: number) => Promise.all([readCounter.flush(now), useCounter.flush(now)])

/** Drops everything that was counted and not sent yet. */
export const forgetCounts = () => {
  readCounter.forget()
  useCounter.forget()
}
