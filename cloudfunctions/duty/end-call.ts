import type { Outcome } from '../../src/domain/duty/call'
import { dayOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { callCountsStore, callsStore, type StoredCall } from './store'

const MINUTE_MS = 60_000

/** How long somebody waited until a colleague accepted, in whole minutes; -1 where nobody did. */
const waited = ({ openedAt, acceptedAt }: StoredCall) =>
  acceptedAt === '' ? -1 : Math.floor((Date.parse(acceptedAt) - Date.parse(openedAt)) / MINUTE_MS)

/**
 * The number goes with the call, at once: what stays is that there was one, how it ended and whether the promise of five
 * minutes was kept. Removed first, so that a call that is ended twice is counted once.
 */
export async function endCall(
  call: StoredCall,
  outcome: Outcome,
  { database, now }: { database: Database; now: Date },
) {
  if ((await database.open(callsStore).remove(call.id)) === 'absent' || call.drill) return
  const minutes = waited(call)
  const counts = {
    calls: 1,
    [`outcomes.${outcome}`]: 1,
    ...(minutes >= 0 ? { accepted: 1, minutes } : {}),
    ...(minutes >= 0 && minutes < 5 ? { inTime: 1 } : {}),
  }
  const day = dayOf(now)
  const stored = database.open(callCountsStore)
  await stored.insert({ id: day, day, calls: 0, accepted: 0, inTime: 0, minutes: 0, outcomes: {} })
  await stored.add(day, counts)
}
