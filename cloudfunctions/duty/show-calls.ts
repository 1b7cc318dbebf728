import type { CallRow } from '../../src/contract/calls'
import { ACCEPT_MINUTES } from '../../src/domain/duty/call'
import { minutesLater } from '../../src/domain/time'
import type { StaffCaller } from '../_kit/caller'
import { staffStore } from '../_kit/identity'
import type { Context } from '../_kit/serve'
import { crewFrom } from './crew'
import { callsStore, type StoredCall } from './store'
import { asOfNow } from './stored-call'

const PAGE = 50

/** Oldest first: who has waited longest is seen first. */
export async function callsPage(
  state: 'open' | 'closed',
  after: string | undefined,
  { caller, database, now }: Pick<Context<StaffCaller>, 'caller' | 'database' | 'now'>,
): Promise<{ rows: CallRow[]; next: string | null }> {
  // A closed call is gone with its number: there is nothing to list but counts.
  if (state === 'closed') return { rows: [], next: null }
  const calls = database.open(callsStore)
  const waiting = await calls.find({ index: 'byState', where: { state: 'waiting' }, limit: PAGE })
  const accepted = await calls.find({
    index: 'byState',
    where: { state: 'accepted' },
    limit: PAGE,
    ...(after && { after }),
  })
  const rows = [...(after ? [] : waiting.rows), ...accepted.rows]
  const oldest = rows.map(({ askedAt }) => askedAt).sort()[0]
  const { at } = await crewFrom(oldest ? new Date(oldest) : now, database)
  const current = rows.map((stored) => asOfNow(stored, at, now))
  const holders = [...new Set(current.map(({ acceptedBy }) => acceptedBy).filter(Boolean))]
  const names = new Map(
    (await database.open(staffStore).getMany(holders.slice(0, 100))).map((one) => [one.id, one.name]),
  )
  return { rows: current.map((call) => rowOf(call, caller.staffId, names, now)), next: accepted.next }
}

function rowOf(call: StoredCall, staffId: string, names: ReadonlyMap<string, string>, now: Date): CallRow {
  const next = call.followUps.find(({ doneAt }) => doneAt === '')?.dueAt ?? null
  const waits = call.state === 'waiting'
  return {
    id: call.id,
    openedAt: call.openedAt,
    state: call.state,
    yours: waits ? call.asked.at(-1) === staffId : call.acceptedBy === staffId,
    acceptedByName: names.get(call.acceptedBy) ?? '',
    turnEndsAt: waits && !call.head ? minutesLater(new Date(call.askedAt), ACCEPT_MINUTES).toISOString() : null,
    withHead: waits && call.head,
    nextFollowUpAt: call.state === 'accepted' ? next : null,
    overdue: waits ? call.head : next !== null && Date.parse(next) <= now.getTime(),
    outcome: call.outcome === '' ? null : call.outcome,
    drill: call.drill,
  }
}
