import { CITY } from '../../src/domain/branches/words'
import { accept, open, withdraw } from '../../src/domain/duty/call'
import { done, type Result, refused } from '../../src/domain/result'
import { type Act, actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import type { Database } from '../_kit/database'
import { watchSince } from './crew'
import { drillsStore, type StoredDrill, UNDER_WAY } from './store'
import { turnsAsOfNow, watchOver } from './stored-call'

type Around = { database: Database; now: Date; caller: StaffCaller }

export async function startDrill(drillId: string, around: Around) {
  const { database, now, caller } = around
  const { at } = await watchSince(now, [], around)
  const started = { drillId, startedBy: caller.staffId, startedByName: caller.name }
  const drill: StoredDrill = { ...open(UNDER_WAY, at(now), now), ...started }
  const act = actOf(caller, now, { what: 'drill-started', about: '', branchId: CITY })
  const refs = { drill: database.open(drillsStore).at(UNDER_WAY), act: database.open(actsStore).at(act.id) }
  return database.together(refs, ({ drill: there }) =>
    there ? refused('DRILL_UNDER_WAY') : done({ write: { drill, act }, reply: {} }),
  )
}

type Ended = { write: { underWay?: null; ended?: StoredDrill; act?: Act }; reply: Record<string, never> }

/** Ends the one under way, which makes room for the next. */
async function endDrill<Code extends string>(
  drillId: string,
  rule: (drill: StoredDrill) => Result<StoredDrill, Code>,
  act: Act | undefined,
  around: Around,
): Promise<Result<Record<string, never>, Code> | undefined> {
  const drills = around.database.open(drillsStore)
  const found = await drills.get(UNDER_WAY)
  if (found?.drillId !== drillId) return undefined
  const watch = await watchOver([found], around)
  const refs = {
    underWay: drills.at(UNDER_WAY),
    ended: drills.at(drillId),
    act: around.database.open(actsStore).at(act?.id ?? NO_ACT),
  }
  const ended = await around.database.together(
    refs,
    ({ underWay, ended: before }): Result<Ended, Code | 'ENDED_MEANWHILE'> => {
      if (underWay?.drillId !== drillId || before) return refused('ENDED_MEANWHILE')
      const result = rule(turnsAsOfNow(underWay, watch, around.now))
      if (!result.ok) return result
      return done({ write: { underWay: null, ended: { ...result.data, id: drillId }, ...(act && { act }) }, reply: {} })
    },
  )
  return !ended.ok && ended.code === 'ENDED_MEANWHILE' ? undefined : (ended as Result<Record<string, never>, Code>)
}

/** Named in a transaction that writes no act. */
const NO_ACT = '-none'

/** As a call is accepted; undefined when this is no drill at all. */
export async function acceptDrill(callId: string, around: Around) {
  const { staffId } = around.caller
  const accepted = await endDrill(callId, (drill) => accept(drill, staffId, around.now), undefined, around)
  if (accepted) return accepted
  const ended = await around.database.open(drillsStore).get(callId)
  if (!ended) return undefined
  if (ended.state === 'closed') return refused('CALL_CLOSED')
  return ended.acceptedBy === staffId ? done({}) : refused('CALL_TAKEN')
}

export async function stopDrill(drillId: string, around: Around) {
  const act = actOf(around.caller, around.now, { what: 'drill-stopped', about: '', branchId: CITY })
  const stopped = await endDrill(
    drillId,
    (drill): Result<StoredDrill, never> => done(withdraw(drill, around.now)),
    act,
    around,
  )
  return stopped ?? refused('DRILL_NOT_FOUND')
}
