import { CITY } from '../../src/domain/branches/words'
import { ACCEPT_MINUTES, type Call, escalate, leftOpen, returned } from '../../src/domain/duty/call'
import { done, type Result, refused } from '../../src/domain/result'
import type { ActKind } from '../../src/domain/staff/acts'
import { minutesLater } from '../../src/domain/time'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import type { Database } from '../_kit/database'
import { type Watch, watchSince } from './crew'
import { callsStore, drillsStore, type StoredCall, UNDER_WAY } from './store'

/** Later than anything: nothing is due. */
const NEVER = '9999-12-31T00:00:00.000Z'

/** The next instant at which somebody has to look. */
export function dueOf(call: Call): string {
  if (call.state === 'closed') return NEVER
  if (call.state === 'waiting')
    return call.head ? NEVER : minutesLater(new Date(call.askedAt), ACCEPT_MINUTES).toISOString()
  return call.followUps.find(({ doneAt }) => doneAt === '')?.dueAt ?? NEVER
}

export const withDue = (stored: StoredCall): StoredCall => ({ ...stored, due: dueOf(stored) })

/** Turns that have passed have passed, whether or not the clock has written it down. */
export const turnsAsOfNow = <T extends Call>(stored: T, { at, isAtWork, head }: Watch, now: Date): T =>
  escalate(returned(stored, isAtWork, head), at, now)

/** A call as it stands now: with its turns, and over where nobody ended it in time. */
export const asOfNow = (stored: StoredCall, watch: Watch, now: Date): StoredCall =>
  leftOpen(turnsAsOfNow(stored, watch, now), now)

/** Everybody who is needed to bring these to now. */
export function watchOver(
  calls: readonly Call[],
  around: { database: Database; now: Date },
  others: readonly string[] = [],
): Promise<Watch> {
  const oldest = calls
    .filter(({ state, head }) => state === 'waiting' && !head)
    .map(({ askedAt }) => askedAt)
    .sort()[0]
  return watchSince(
    oldest === undefined ? undefined : new Date(oldest),
    [...calls.flatMap(({ asked, acceptedBy }) => [...asked, acceptedBy]), ...others],
    around,
  )
}

export const findCall = async (callId: string, database: Database): Promise<StoredCall | undefined> =>
  (await database.open(callsStore).find({ index: 'byCall', where: { callId }, limit: 1 })).rows[0]

type Around = { database: Database; now: Date; caller: StaffCaller }
type Noted = { what: ActKind; about: string }

/** Reads, brings it to now, asks the rule, writes with what it is on record as; of two who act at the same instant one wins. */
export async function changeCall<Code extends string>(
  callId: string,
  rule: (call: StoredCall) => Result<StoredCall, Code>,
  noted: Noted | undefined,
  { database, now, caller }: Around,
): Promise<Result<StoredCall, Code | 'CALL_NOT_FOUND'>> {
  const found = await findCall(callId, database)
  if (!found) return refused('CALL_NOT_FOUND')
  const watch = await watchOver([found], { database, now })
  const act = actOf(caller, now, { ...(noted ?? { what: 'call-accepted', about: '' }), branchId: CITY })
  const refs = { call: database.open(callsStore).at(found.id), act: database.open(actsStore).at(act.id) }
  return database.together(refs, ({ call: stored }): Result<Written, Code | 'CALL_NOT_FOUND'> => {
    if (stored?.callId !== callId) return refused('CALL_NOT_FOUND')
    const current = asOfNow(stored, watch, now)
    const changed = rule(current)
    if (!changed.ok) return changed
    const call = withDue(changed.data)
    return done({ write: changed.data === current ? {} : { call, ...(noted && { act }) }, reply: call })
  })
}

type Written = {
  write: { call?: StoredCall; act?: ReturnType<typeof actOf> }
  reply: StoredCall
}

/** As `changeCall`, for what only its holder may do. A drill under way looks like any call, so it answers as one would. */
export async function changeOwn<Code extends string>(
  callId: string,
  rule: (call: StoredCall) => Result<StoredCall, Code>,
  noted: Noted | undefined,
  around: Around,
): Promise<Result<StoredCall, Code | 'CALL_NOT_FOUND' | 'NOT_YOURS'>> {
  const changed = await changeCall(callId, rule, noted, around)
  if (changed.ok || changed.code !== 'CALL_NOT_FOUND') return changed
  const drill = await around.database.open(drillsStore).get(UNDER_WAY)
  return refused(drill?.drillId === callId ? 'NOT_YOURS' : 'CALL_NOT_FOUND')
}
