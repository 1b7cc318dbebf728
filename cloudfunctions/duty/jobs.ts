import { done } from '../../src/domain/result'
import type { Job } from '../_kit/job'
import { crewFrom } from './crew'
import { callsStore } from './store'
import { asOfNow, withDue } from './stored-call'

const A_PAGE = 50

/** Writes down whose turn has passed. Every reading applies the same rule, so nothing waits for this. */
const escalateCalls: Job = {
  name: 'escalate-calls',
  everyMinutes: 1,
  run: async ({ database, now, timeLeft }) => {
    const calls = database.open(callsStore)
    let moved = 0
    while (timeLeft()) {
      const where = { state: 'waiting' }
      const range = { before: new Date(now.getTime() + 1).toISOString() }
      const { rows } = await calls.find({ index: 'byDue', where, range, limit: A_PAGE })
      if (rows.length === 0) return moved
      for (const { id, askedAt } of rows) {
        const { at } = await crewFrom(new Date(askedAt), database)
        await calls.change(id, (call) =>
          done(call ? { write: withDue(asOfNow(call, at, now)), reply: true } : { reply: true }),
        )
        moved++
      }
    }
    return moved
  },
}

export const dutyJobs: readonly Job[] = [escalateCalls]
