import { ACCEPT_MINUTES, type Call, type Crew, escalate } from '../../src/domain/duty/call'
import { done, type Result, refused } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { crewFrom } from './crew'
import { callsStore, type StoredCall } from './store'

/** Later than anything: nothing is due. */
const NEVER = '9999-12-31T00:00:00.000Z'

/** The next instant at which somebody has to look. */
export function dueOf(call: Call): string {
  if (call.state === 'waiting')
    return call.head ? NEVER : minutesLater(new Date(call.askedAt), ACCEPT_MINUTES).toISOString()
  return call.followUps.find(({ doneAt }) => doneAt === '')?.dueAt ?? NEVER
}

export const withDue = (stored: StoredCall): StoredCall => ({ ...stored, due: dueOf(stored) })

/** As it stands now: turns that have passed have passed, whether or not the clock has written it down. */
export const asOfNow = (stored: StoredCall, crewAt: (at: Date) => Crew, now: Date): StoredCall => ({
  ...stored,
  ...escalate(stored, crewAt, now),
})

/** Reads, brings it to now, asks the rule, writes; one of two who act at the same instant wins. */
export async function changeCall<Code extends string>(
  callId: string,
  rule: (call: StoredCall) => Result<StoredCall, Code>,
  { database, now }: { database: Database; now: Date },
): Promise<Result<Record<string, never>, Code | 'CALL_NOT_FOUND'>> {
  const calls = database.open(callsStore)
  const found = await calls.get(callId)
  if (!found) return refused('CALL_NOT_FOUND')
  const { at } = await crewFrom(new Date(found.askedAt), database)
  return calls.change(
    callId,
    (stored): Result<{ write?: StoredCall; reply: Record<string, never> }, Code | 'CALL_NOT_FOUND'> => {
      if (!stored) return refused('CALL_NOT_FOUND')
      const changed = rule(asOfNow(stored, at, now))
      return changed.ok ? done({ write: withDue(changed.data), reply: {} }) : changed
    },
  )
}
