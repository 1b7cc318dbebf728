import { Referral } from '../../../src/contract/calls'
import { CITY } from '../../../src/domain/branches/words'
import { ACCEPT_MINUTES, accept, close, followedUp, handOver, withdraw } from '../../../src/domain/duty/call'
import { done, refused } from '../../../src/domain/result'
import { minutesLater } from '../../../src/domain/time'
import { countUseBy } from '../../_kit/attempts'
import { staffStore } from '../../_kit/identity'
import { plan } from '../../_kit/outbox/outbox'
import { reveal } from '../../_kit/reveal'
import type { Handlers } from '../../_kit/serve'
import { whoseSession } from '../../counselling/open'
import { dutyNow } from '../crew'
import { endCall } from '../end-call'
import { callsPage } from '../show-calls'
import { addTo, aNumber, aReferral, openCall, standingCall } from '../stand-call'
import { callsStore, type StoredCall } from '../store'
import { asOfNow, changeCall, changeOwn, watchOver, withDue } from '../stored-call'
import { acceptDrill } from '../stored-drill'
import { isSupervisor } from '../supervisors'

/** One waits at a time; who takes it back and asks again and again is told the numbers to call. */
const MOST_A_DAY = 10
const DAY_MINUTES = 24 * 60
/** The oldest of what was tried gives way. */
const MOST_LOG = 100

/** Until when the first who was asked has time; nothing to promise where nobody was on duty, or it has passed. */
const acceptBy = ({ openedAt, asked, head, state }: StoredCall, now: Date) => {
  const until = minutesLater(new Date(openedAt), ACCEPT_MINUTES)
  const nobodyThere = head && asked.length === 1
  return state !== 'waiting' || nobodyThere || until <= now ? null : until.toISOString()
}

export const calls: Handlers<'calls'> = {
  ask: async ({ callId, phone }, context) => {
    const { caller, database, now } = context
    const { personId } = caller
    const answer = async (call: StoredCall | undefined) =>
      call?.askedAs === callId
        ? done({ ...(await dutyNow(now, database)), acceptBy: acceptBy(call, now) })
        : refused('CALL_WAITING')
    const standing = await standingCall(personId, context)
    if (standing?.hasNumber) return answer(standing)
    const counted = await countUseBy('calls', personId, MOST_A_DAY, DAY_MINUTES, context)
    if (!counted.ok) return counted
    const brought = aNumber(callId, phone)
    if (standing) {
      const added = await addTo(standing, brought, context)
      return added.ok ? answer(added.data) : refused('CALL_WAITING')
    }
    const opened = await openCall(callId, personId, brought, context)
    return answer(opened ?? (await database.open(callsStore).get(personId)))
  },

  mine: async (_, { caller, database, now }) => {
    const found = await database.open(callsStore).get(caller.personId)
    // What a counsellor asked for is no promise to ring a number that nobody left.
    if (!found?.hasNumber || found.state === 'closed') return done({ call: null })
    const { state } = asOfNow(found, await watchOver([found], { database, now }), now)
    if (state === 'closed') return done({ call: null })
    return done({ call: { id: found.callId, openedAt: found.openedAt, state, ...(await dutyNow(now, database)) } })
  },

  withdraw: async ({ callId }, context) => {
    const { caller, database, now } = context
    const taken = await database
      .open(callsStore)
      .change(caller.personId, (call) =>
        call?.callId === callId
          ? done({ write: withDue(withdraw(call, now)), reply: withdraw(call, now) })
          : refused('CALL_NOT_FOUND'),
      )
    if (!taken.ok) return taken
    await endCall(taken.data, context)
    return done({})
  },

  refer: async ({ callId, of, ofId, ground, note }, context) => {
    const { caller, database, now } = context
    const personId = await whoseSession({ of, ofId, staffId: caller.staffId }, context)
    if (personId === undefined) return refused('CONVERSATION_NOT_FOUND')
    const brought = aReferral({ callId, ground, note }, caller.name)
    const standing = await standingCall(personId, context)
    if (standing && standing.referralId !== callId) {
      const added = await addTo(standing, brought, context)
      if (!added.ok) return refused('ALREADY_REFERRED')
    }
    if (!standing) {
      const opened = await openCall(callId, personId, brought, context)
      const first = opened ?? (await database.open(callsStore).get(personId))
      if (first?.referralId !== callId) return refused('ALREADY_REFERRED')
    }
    const call = await database.open(callsStore).get(personId)
    if (call) await plan([{ ...referredNotice(call), dueAt: now }], context)
    return done({})
  },

  queue: async ({ state, after }, context) => done(await callsPage(state, after, context)),

  accept: async ({ callId }, context) => {
    const drill = await acceptDrill(callId, context)
    if (drill) return drill
    const noted = { what: 'call-accepted', about: '' } as const
    const accepted = await changeCall(
      callId,
      (call) => accept(call, context.caller.staffId, context.now),
      noted,
      context,
    )
    if (!accepted.ok) return accepted
    await plan([{ ...acceptedNotice(accepted.data), dueAt: context.now }], context)
    return done({})
  },

  phone: async ({ callId }, context) => {
    const held = await changeOwn(callId, (call) => holds(call, context.caller.staffId), undefined, context)
    if (!held.ok) return held
    const reason = held.data.hasNumber ? 'asked-by-person' : 'referred'
    const why = { reason, role: 'supervisor', branchId: CITY } as const
    const { phone, referral } = await reveal(callsStore, held.data, why, context)
    return done({ phone, referral: referral === null ? null : Referral.parse(JSON.parse(referral)) })
  },

  handOver: async ({ callId, staffId }, context) => {
    const { caller, database } = context
    const to = await database.open(staffStore).get(staffId)
    if (!to || !isSupervisor(to)) return refused('STAFF_NOT_FOUND')
    const noted = { what: 'call-handed-over', about: `${caller.name} → ${to.name}` } as const
    const over = await changeOwn(callId, (call) => handOver(call, caller.staffId, staffId), noted, context)
    return over.ok ? done({}) : over
  },

  log: async ({ callId, what }, context) => {
    const { caller, now } = context
    const logged = await changeOwn(
      callId,
      (call) => {
        const held = holds(call, caller.staffId)
        if (!held.ok) return held
        const entry = { at: now.toISOString(), by: caller.staffId, what }
        return done({ ...call, log: [...call.log, entry].slice(-MOST_LOG) })
      },
      undefined,
      context,
    )
    return logged.ok ? done({}) : logged
  },

  followUp: async ({ callId, note }, context) => {
    const rule = (call: StoredCall) => followedUp(call, context.caller.staffId, note, context.now)
    const followed = await changeOwn(callId, rule, undefined, context)
    return followed.ok ? done({}) : followed
  },

  close: async ({ callId, outcome }, context) => {
    const noted = { what: 'call-closed', about: '' } as const
    const rule = (call: StoredCall) => close(call, context.caller.staffId, outcome, context.now)
    const closed = await changeOwn(callId, rule, noted, context)
    if (!closed.ok) return closed
    await endCall(closed.data, context)
    return done({})
  },
}

/** What the person hears as soon as the clock says it. */
const acceptedNotice = ({ personId, callId }: StoredCall) =>
  ({ personId, kind: 'call-accepted', subject: { kind: 'call', id: callId }, revision: 1 }) as const

/** That somebody was asked to look after them, said at once whatever comes of it. */
const referredNotice = ({ personId, callId }: StoredCall) =>
  ({ personId, kind: 'call-referred', subject: { kind: 'call', id: callId }, revision: 1 }) as const

function holds(call: StoredCall, staffId: string) {
  if (call.state === 'closed') return refused('CALL_CLOSED')
  return call.state === 'accepted' && call.acceptedBy === staffId ? done(call) : refused('NOT_YOURS')
}
