import type { Use } from '../../domain/figures/uses'
import { useCounter } from './counters'

/**
 * Counts one use of the tests or of the way to help, for nobody in particular. It comes after what the tap was for, and a
 * fault in it cannot keep anyone from help.
 */
export const countUse = (use: Use) => {
  const now = Date.now()
  void Promise.resolve().then(() => useCounter.count({ use, times: 1 }, now))
}
