import type { CallRow } from '../../src/contract/calls'
import { ACCEPT_MINUTES, type Call, endsAt, isOverdue } from '../../src/domain/duty/call'
import { minutesLater } from '../../src/domain/time'
import type { StaffCaller } from '../_kit/caller'
import type { Page } from '../_kit/database'
import { BadCursor } from '../_kit/query'
import type { Context } from '../_kit/serve'
import type { Watch } from './crew'
import { callsStore, drillsStore, type StoredCall, type StoredDrill, UNDER_WAY } from './store'
import { asOfNow, turnsAsOfNow, watchOver } from './stored-call'

type Around = Pick<Context<StaffCaller>, 'caller' | 'database' | 'now'>

const PAGE = 50
/** A drill that was accepted stays in sight this long, so that whoever accepted sees that it was one. */
const DRILL_SHOWN_MINUTES = 10

/** Who waits before who was accepted, the oldest first. A closed call is gone with its number: there is nothing to list. */
export async function callsPage(
  state: 'open' | 'closed',
  after: string | undefined,
  around: Around,
): Promise<{ rows: CallRow[]; next: string | null }> {
  if (state === 'closed') return { rows: [], next: null }
  const { rows: calls, next } = await storedPage(after, around)
  const drills = after === undefined ? await drillsInSight(around) : []
  const triers = calls.flatMap(({ log }) => log.map(({ by }) => by))
  const watch = await watchOver([...calls, ...drills], around, triers)
  const { caller, now } = around
  const current = [
    ...calls.map((stored) => ({
      call: asOfNow(stored, watch, now) as Call,
      id: stored.callId,
      drill: false,
      hasNumber: stored.hasNumber,
      referredByName: stored.referredByName,
      log: stored.log.map(({ at, by, what }) => ({ at, what, byName: watch.nameOf(by) })),
    })),
    ...drills.map((drill) => ({
      call: drill.state === 'waiting' ? turnsAsOfNow(drill, watch, now) : drill,
      id: drill.drillId,
      drill: drill.state !== 'waiting',
      hasNumber: true,
      referredByName: '',
      log: [],
    })),
  ]
    .filter(({ call }) => call.state !== 'closed')
    .sort((one, other) => rank(one.call) - rank(other.call) || (one.call.openedAt < other.call.openedAt ? -1 : 1))
  return {
    rows: current.map(({ call, ...rest }) => ({ ...rowOf(call, caller.staffId, watch, now), ...rest })),
    next,
  }
}

const rank = ({ state }: Call) => (state === 'waiting' ? 0 : 1)

/** `w.` and `a.` before a cursor say which of the two it goes on in. */
async function storedPage(after: string | undefined, { database }: Around): Promise<Page<StoredCall>> {
  const calls = database.open(callsStore)
  const page = (state: 'waiting' | 'accepted', from: string) =>
    calls.find({ index: 'byState', where: { state }, limit: PAGE, ...(from && { after: from }) })
  const [kind, from] = after === undefined ? ['w.', ''] : [after.slice(0, 2), after.slice(2)]
  if (kind !== 'w.' && kind !== 'a.') throw new BadCursor('not a cursor of ours')
  const waiting = kind === 'w.' ? await page('waiting', from) : undefined
  if (waiting?.next) return { rows: waiting.rows, next: `w.${waiting.next}` }
  const accepted = await page('accepted', waiting ? '' : from)
  return {
    rows: [...(waiting?.rows ?? []), ...accepted.rows],
    next: accepted.next === null ? null : `a.${accepted.next}`,
  }
}

async function drillsInSight({ database, now }: Around): Promise<StoredDrill[]> {
  const { rows } = await database.open(drillsStore).find({ index: 'byStart', order: 'descending', limit: 2 })
  const since = minutesLater(now, -DRILL_SHOWN_MINUTES).toISOString()
  return rows.filter(({ id, state, acceptedAt }) => id === UNDER_WAY || (state === 'accepted' && acceptedAt > since))
}

function rowOf(
  call: Call,
  staffId: string,
  { head, nameOf }: Watch,
  now: Date,
): Omit<CallRow, 'id' | 'drill' | 'log' | 'hasNumber' | 'referredByName'> {
  const next = call.followUps.find(({ doneAt }) => doneAt === '')?.dueAt ?? null
  const waits = call.state === 'waiting'
  const theHeads = head === '' || head === staffId
  return {
    openedAt: call.openedAt,
    state: call.state,
    yours: waits ? (call.head ? theHeads : call.asked.at(-1) === staffId) : call.acceptedBy === staffId,
    acceptedByName: nameOf(call.acceptedBy),
    turnOfName: waits ? nameOf(call.head ? head : (call.asked.at(-1) ?? '')) : '',
    turnEndsAt: waits && !call.head ? minutesLater(new Date(call.askedAt), ACCEPT_MINUTES).toISOString() : null,
    withHead: waits && call.head,
    nextFollowUpAt: call.state === 'accepted' ? next : null,
    overdue: isOverdue(call, now),
    endsAt: endsAt(call).toISOString(),
    outcome: null,
  }
}
