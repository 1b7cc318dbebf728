import { minutesLater } from '../../src/domain/time'
import type { Page } from '../_kit/database'
import { isOver } from '../_kit/erasures'
import type { Job } from '../_kit/job'
import type { Subjects } from '../_kit/outbox/subjects'
import { anchorLedgers } from './anchor-ledgers'
import { finishErasure, forgetErasure } from './erasures'
import { forgetDevices } from './forget-devices'
import { declarations } from './inventory'
import { replayDestroyed } from './replay-destroyed'
import { endFloors } from './seal-away'
import { type Erasure, erasuresStore } from './store'

export { countDestroyed } from './destructions'

const A_PAGE = 20

/** Longer than any request lives, so that what is still there was cut off. */
const CUT_OFF_MINUTES = 1

const finishErasures: Job = {
  name: 'finish-erasures',
  everyMinutes: 1,
  run: async ({ timeLeft, ...around }) => {
    const range = { before: minutesLater(around.now, -CUT_OFF_MINUTES).toISOString() }
    let finished = 0
    const faults: unknown[] = []
    let after: string | null = null
    do {
      const page: Page<Erasure> = await around.database
        .open(erasuresStore)
        .find({ index: 'byStart', range, limit: A_PAGE, ...(after && { after }) })
      for (const erasure of page.rows) {
        if (!timeLeft()) break
        if (erasure.endedAt !== '' && !isOver(erasure, around.now)) continue
        try {
          await (erasure.endedAt === '' ? finishErasure : forgetErasure)(declarations, erasure, around)
          finished++
        } catch (error) {
          // One that cannot be ended now must not keep the others waiting.
          faults.push(error)
        }
      }
      after = page.next
    } while (after && timeLeft())
    if (faults.length > 0) throw faults[0]
    return finished
  },
}

export const peopleJobs: Job[] = [
  finishErasures,
  forgetDevices(declarations),
  endFloors(declarations),
  replayDestroyed(declarations),
  anchorLedgers,
]

/** That somebody looked stays true. */
export const peopleSubjects: Subjects = { reading: async () => true }
