import { done } from '../../src/domain/result'
import { dayOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { destroyKeyOf } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import { forget } from '../_kit/outbox/outbox'
import { callCountsStore, callsStore, type StoredCall } from './store'

export type Ending = { database: Database; keys: Keys; files: Files; now: Date }

const MINUTE_MS = 60_000
const IN_TIME_MS = 5 * MINUTE_MS

/** How long somebody waited until a colleague accepted; undefined where nobody did. */
const waited = ({ openedAt, acceptedAt }: StoredCall) =>
  acceptedAt === '' ? undefined : Date.parse(acceptedAt) - Date.parse(openedAt)

/**
 * What is left of a call that is closed goes, the number's key first, so that no backup brings it back, and what was said of
 * it: what stays is that
 * there was one, how it ended and whether the promise of five minutes was kept. Cut off anywhere it is ended by running
 * again; counted once.
 */
export async function endCall(call: StoredCall, around: Ending) {
  await destroyKeyOf(callsStore, call.personId, call.phone, around)
  await forget({ kind: 'call', id: call.callId }, around)
  const removed = await around.database
    .open(callsStore)
    .change(call.id, (there) =>
      there?.callId === call.callId ? done({ write: null, reply: true }) : done({ reply: false }),
    )
  if (!removed.data) return
  const took = waited(call)
  const counts = {
    calls: 1,
    [`outcomes.${call.outcome.replaceAll('-', '_')}`]: 1,
    ...(took !== undefined && { accepted: 1, minutes: Math.floor(took / MINUTE_MS) }),
    ...(took !== undefined && took < IN_TIME_MS && { inTime: 1 }),
  }
  const day = dayOf(around.now)
  const stored = around.database.open(callCountsStore)
  await stored.insert({ id: day, day, calls: 0, accepted: 0, inTime: 0, minutes: 0, outcomes: {} })
  await stored.add(day, counts)
}
