import { minutesLater } from '../../src/domain/time'
import { finishDestroying } from '../_kit/destroy-one'
import type { Job } from '../_kit/job'
import { resultsStore } from './store'

const A_PAGE = 20

/** Longer than any request lives, so that what is still there was cut off. */
const CUT_OFF_MINUTES = 1

/** Results that their owner destroyed and that a process which was cut off has left behind. */
export const finishDestroyingResults: Job = {
  name: 'finish-destroying-results',
  everyMinutes: 10,
  run: async ({ timeLeft, ...around }) => {
    // From the first letter on: in all others the field is empty.
    const range = { from: '0', before: minutesLater(around.now, -CUT_OFF_MINUTES).toISOString() }
    const { rows } = await around.database.open(resultsStore).find({ index: 'byDestroying', range, limit: A_PAGE })
    const faults: unknown[] = []
    let finished = 0
    for (const personId of new Set(rows.map((row) => row.personId))) {
      if (!timeLeft()) break
      try {
        await finishDestroying(resultsStore, personId, around)
        finished++
      } catch (error) {
        // One that cannot be ended now must not keep the others waiting.
        faults.push(error)
      }
    }
    if (faults.length > 0) throw faults[0]
    return finished
  },
}
