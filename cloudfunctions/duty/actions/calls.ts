import { ACCEPT_MINUTES, accept, close, followedUp, handOver, open } from '../../../src/domain/duty/call'
import { done, refused } from '../../../src/domain/result'
import { minutesLater } from '../../../src/domain/time'
import { countUseBy } from '../../_kit/attempts'
import { keepFor } from '../../_kit/data-keys'
import { staffStore } from '../../_kit/identity'
import { reveal } from '../../_kit/reveal'
import { seal } from '../../_kit/sealing'
import type { Handlers } from '../../_kit/serve'
import { crewFrom, dutyNow } from '../crew'
import { endCall } from '../end-call'
import { callsPage } from '../show-calls'
import { callsStore } from '../store'
import { changeCall, dueOf } from '../stored-call'
import { isSupervisor } from '../supervisors'

/** One waits at a time; who takes it back and asks again and again is told the numbers to call. */
const MOST_A_DAY = 10
const DAY_MINUTES = 24 * 60

export const calls: Handlers<'calls'> = {
  ask: async ({ callId, phone }, context) => {
    const { caller, database, now } = context
    const stored = database.open(callsStore)
    const truth = await dutyNow(now, database)
    const acceptBy = truth.onDuty ? minutesLater(now, ACCEPT_MINUTES).toISOString() : null
    const standing = await stored.find({ index: 'byPerson', where: { personId: caller.personId }, limit: 1 })
    const [one] = standing.rows
    if (one) return one.id === callId ? done({ ...truth, acceptBy }) : refused('CALL_WAITING')
    const counted = await countUseBy('calls', caller.personId, MOST_A_DAY, DAY_MINUTES, context)
    if (!counted.ok) return counted
    const { at } = await crewFrom(now, database)
    const call = open(callId, at(now), now)
    const plain = { ...call, personId: caller.personId, phone, drill: false, log: [], due: dueOf(call) }
    await keepFor(
      callsStore,
      caller.personId,
      context,
      (key) => stored.insert(seal(callsStore, plain, key)),
      () => stored.remove(callId),
    )
    return done({ ...truth, acceptBy })
  },

  mine: async (_, { caller, database, now }) => {
    const { rows } = await database
      .open(callsStore)
      .find({ index: 'byPerson', where: { personId: caller.personId }, order: 'descending', limit: 1 })
    const [call] = rows
    if (!call || call.state === 'closed') return done({ call: null })
    return done({
      call: { id: call.id, openedAt: call.openedAt, state: call.state, ...(await dutyNow(now, database)) },
    })
  },

  withdraw: async ({ callId }, context) => {
    const call = await context.database.open(callsStore).get(callId)
    if (call?.personId !== context.caller.personId) return refused('CALL_NOT_FOUND')
    await endCall(call, 'withdrawn', context)
    return done({})
  },

  queue: async ({ state, after }, context) => done(await callsPage(state, after, context)),

  accept: ({ callId }, context) =>
    changeCall(
      callId,
      (call) => {
        const accepted = accept(call, context.caller.staffId, context.now)
        return accepted.ok ? done({ ...call, ...accepted.data }) : accepted
      },
      context,
    ),

  phone: async ({ callId }, context) => {
    const call = await context.database.open(callsStore).get(callId)
    if (!call) return refused('CALL_NOT_FOUND')
    if (call.state === 'closed') return refused('CALL_CLOSED')
    if (call.acceptedBy !== context.caller.staffId) return refused('NOT_YOURS')
    const why = { reason: 'asked-by-person', role: 'supervisor', branchId: 'city' } as const
    return done({ phone: (await reveal(callsStore, call, why, context)).phone })
  },

  handOver: async ({ callId, staffId }, context) => {
    const to = await context.database.open(staffStore).get(staffId)
    if (!to || !isSupervisor(to)) return refused('STAFF_NOT_FOUND')
    return changeCall(
      callId,
      (call) => {
        const over = handOver(call, context.caller.staffId, staffId)
        return over.ok ? done({ ...call, ...over.data }) : over
      },
      context,
    )
  },

  log: ({ callId, what }, context) =>
    changeCall(
      callId,
      (call) => {
        if (call.state === 'closed') return refused('CALL_CLOSED')
        if (call.acceptedBy !== context.caller.staffId) return refused('NOT_YOURS')
        const entry = { at: context.now.toISOString(), by: context.caller.staffId, what }
        return done({ ...call, log: [...call.log, entry].slice(-MOST_LOG) })
      },
      context,
    ),

  followUp: ({ callId, note }, context) =>
    changeCall(
      callId,
      (call) => {
        const followed = followedUp(call, context.caller.staffId, note, context.now)
        return followed.ok ? done({ ...call, ...followed.data }) : followed
      },
      context,
    ),

  close: async ({ callId, outcome }, context) => {
    const call = await context.database.open(callsStore).get(callId)
    if (!call) return refused('CALL_NOT_FOUND')
    const closed = close(call, context.caller.staffId, outcome, context.now)
    if (!closed.ok) return closed
    await endCall(call, outcome, context)
    return done({})
  },
}

const MOST_LOG = 100
