import { done } from '../../src/domain/result'
import { dayOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { destroyKeyOf } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import { forget } from '../_kit/outbox/outbox'
import { type CallCounts, callCountsStore, callsStore, type StoredCall } from './store'

export type Ending = { database: Database; keys: Keys; files: Files; now: Date }

const MINUTE_MS = 60_000
const IN_TIME_MS = 5 * MINUTE_MS

/** How long somebody waited until a colleague accepted; undefined where nobody did. */
const waited = ({ openedAt, acceptedAt }: StoredCall) =>
  acceptedAt === '' ? undefined : Date.parse(acceptedAt) - Date.parse(openedAt)

const NONE = { calls: 0, accepted: 0, inTime: 0, minutes: 0, outcomes: {} }

function withCall(counts: CallCounts, call: StoredCall): CallCounts {
  const took = waited(call)
  const outcome = call.outcome.replaceAll('-', '_')
  return {
    ...counts,
    calls: counts.calls + 1,
    accepted: counts.accepted + (took === undefined ? 0 : 1),
    inTime: counts.inTime + (took !== undefined && took < IN_TIME_MS ? 1 : 0),
    minutes: counts.minutes + Math.floor((took ?? 0) / MINUTE_MS),
    outcomes: { ...counts.outcomes, [outcome]: (counts.outcomes[outcome] ?? 0) + 1 },
  }
}

/**
 * What is left of a call that is closed goes, the number's key first, so that no backup brings it back, and what was said of
 * it: what stays is that there was one, how it ended and whether the promise of five minutes was kept. Cut off anywhere it is
 * ended by running again; counted once, for it is counted as it goes.
 */
export async function endCall(call: StoredCall, around: Ending) {
  const { database, now } = around
  await destroyKeyOf(callsStore, call.personId, call.phone, around)
  await forget({ kind: 'call', id: call.callId }, around)
  const day = dayOf(now)
  const refs = { there: database.open(callsStore).at(call.id), counts: database.open(callCountsStore).at(day) }
  await database.together(refs, ({ there, counts }) =>
    there?.callId === call.callId
      ? done({ write: { there: null, counts: withCall(counts ?? { id: day, day, ...NONE }, call) }, reply: true })
      : done({ write: {}, reply: false }),
  )
}
