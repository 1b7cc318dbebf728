import { done, refused } from '../../../src/domain/result'
import { sayChange, sayGrants } from '../../../src/domain/staff/say'
import { branchOf, isWithin, managedBranches, mayGrant } from '../../../src/domain/staff/scope'
import { changeStaff, distinct, keepsAManager, type StaffMember, sameGrant } from '../../../src/domain/staff/staff'
import { givesByTwo, isWaiting, opensByTwo, originAfterLink } from '../../../src/domain/staff/two-managers'
import type { Grant } from '../../../src/domain/staff/words'
import { actOf, actsStore } from '../../_kit/acts'
import type { StaffCaller } from '../../_kit/caller'
import { invitationsStore, secondFactorsStore, sessionsStore } from '../../_kit/identity'
import type { Context, Handlers } from '../../_kit/serve'
import { answerWaiting, sayAsked } from '../answer-waiting'
import {
  findManaged,
  held,
  managed,
  managerOf,
  staying,
  withManager,
  withSomebodyWhoStays,
} from '../beside-the-manager'
import { leaveWork } from '../leave-work'
import { endLinks, makeLink } from '../one-time-links'
import { openBranches } from '../open-branches'
import { destroySecondFactor } from '../second-factors'
import { hasSecond, withWaiting } from '../second-manager'
import { branchNamesOf } from '../show-grants'
import { listStaff } from '../staff-list'
import { endSessions, openSessionsOf, shown } from '../staff-sessions'

/** A member of staff has the login as id: the same login twice cannot be. */
const staffIdOf = (login: string) => login

export const staff: Handlers<'staff'> = {
  list: ({ after }, context) => listStaff(after, context),

  invite: async ({ name, login, grants }, context) => {
    const { caller, database, now } = context
    const { asked, open, nameOf } = await grantable(grants, context)
    const invited: StaffMember = {
      id: staffIdOf(login),
      name,
      login,
      grants: asked,
      active: true,
      passwordHash: '',
      createdAt: now.toISOString(),
      origin: '',
      waiting: null,
    }
    const byTwo = givesByTwo(asked)
    const second = !byTwo || (await hasSecond({ id: invited.id, grants: [] }, asked, context))
    // One's own login is taken in any case, and cannot stand beside oneself in a transaction.
    if (invited.id === caller.staffId) return refused('LOGIN_TAKEN')
    const { code, invitation } = makeLink(invited.id, now)
    const act = actOf(caller, now, {
      what: byTwo ? 'grant-asked' : 'invited',
      about: byTwo
        ? sayAsked(name, { what: 'invited', grants: asked }, nameOf)
        : `${name}：${sayGrants(asked, nameOf)}`,
      branchId: branchOf(asked),
    })
    return database.together(
      {
        ...withManager(invited.id, context),
        invitation: database.open(invitationsStore).at(invitation.id),
        act: database.open(actsStore).at(act.id),
      },
      (documents) => {
        const { member, other } = documents
        if (!mayGrant(other, asked, [], { open, oneself: false })) return refused('OUT_OF_SCOPE')
        if (member || !other) return refused('LOGIN_TAKEN')
        if (!second) return refused('SECOND_MANAGER_NEEDED')
        if (!byTwo) {
          const reply = { staffId: invited.id, waiting: false, code, expiresAt: invitation.expiresAt }
          const joining = { ...invited, origin: other.origin }
          return done({ write: { ...held(documents), member: joining, invitation, act }, reply })
        }
        const outside = { ...invited, grants: [], active: false }
        const waits = withWaiting(outside, other, { what: 'invited', grants: asked }, now)
        return done({ write: { ...held(documents), member: waits, act }, reply: waitingLink(waits) })
      },
    )
  },

  relink: async ({ staffId }, context) => {
    const { caller, database, now } = context
    const before = await findManaged(staffId, context)
    const second = before !== undefined && (!opensByTwo(before) || (await hasSecond(before, before.grants, context)))
    const nameOf = await branchNamesOf(before && opensByTwo(before) ? before.grants : [], database, now)
    const { code, invitation } = makeLink(staffId, now)
    const { act, acts } = actFor('relinked', context)
    const reset = await database.together(
      {
        ...(await withSomebodyWhoStays(staffId, context)),
        factor: database.open(secondFactorsStore).at(staffId),
        invitation: database.open(invitationsStore).at(invitation.id),
        act: acts,
      },
      (documents) => {
        const member = managed(documents, caller)
        if (!member) return refused('STAFF_NOT_FOUND')
        if (!member.active) return refused('STAFF_INACTIVE')
        const manager = managerOf(documents, caller)
        if (!manager) return refused('STAFF_NOT_FOUND')
        if (opensByTwo(member)) {
          if (!second) return refused('SECOND_MANAGER_NEEDED')
          const asked = { what: 'relinked' as const, grants: member.grants }
          const waits = withWaiting(member, manager, asked, now)
          if (!waits) return refused('ALREADY_WAITING')
          const said = { ...act(member), what: 'grant-asked' as const, about: sayAsked(member.name, asked, nameOf) }
          return done({ write: { ...held(documents), member: waits, act: said }, reply: waitingLink(waits) })
        }
        const after = { ...member, passwordHash: '', origin: originAfterLink(member, manager) }
        if (!keepsAManager(member, after, staying(documents))) return refused('LAST_MANAGER')
        const write = { ...held(documents), member: after, factor: null, invitation, act: act(member) }
        return done({ write, reply: { staffId, waiting: false, code, expiresAt: invitation.expiresAt } })
      },
    )
    if (!reset.ok || reset.data.waiting) return reset
    await endLinks(staffId, database, invitation.id)
    await endSessions(staffId, database)
    await destroySecondFactor(staffId, context)
    return reset
  },

  change: async ({ staffId, grants }, context) => {
    const { caller, database, now } = context
    const before = await findManaged(staffId, context)
    if (!before) return refused('STAFF_NOT_FOUND')
    const { asked, open, nameOf } = await grantable(grants, context, before.grants)
    const second = !givesByTwo(asked, before) || (await hasSecond(before, asked, context))
    const { act, acts } = actFor('changed', context)
    const changed = await database.together(
      { ...(await withSomebodyWhoStays(staffId, context)), act: acts },
      (documents) => {
        const member = managed(documents, caller)
        if (!member) return refused('STAFF_NOT_FOUND')
        const oneself = member.id === caller.staffId
        if (!mayGrant(managerOf(documents, caller), asked, member.grants, { open, oneself }))
          return refused('OUT_OF_SCOPE')
        const manager = managerOf(documents, caller)
        if (!manager) return refused('STAFF_NOT_FOUND')
        const after = changeStaff(member, { grants: asked, active: true }, staying(documents))
        if (!after.ok) return after
        if (member.active && sameGrants(member.grants, asked)) return done({ write: {}, reply: { waiting: false } })
        if (isWaiting(member.waiting, now)) return refused('ALREADY_WAITING')
        if (givesByTwo(asked, member)) {
          if (!second) return refused('SECOND_MANAGER_NEEDED')
          const said = { what: 'changed' as const, grants: asked }
          const waits = withWaiting(member, manager, said, now)
          const asks = {
            ...act(member, '', asked),
            what: 'grant-asked' as const,
            about: sayAsked(member.name, said, nameOf),
          }
          return done({ write: { ...held(documents), member: waits, act: asks }, reply: { waiting: true } })
        }
        const back = member.active ? '' : '恢复在岗 '
        const written = act(member, `${back}${sayChange(member.grants, asked, nameOf)}`.trim(), asked)
        return done({
          write: { ...held(documents), member: { ...after.data, waiting: null }, act: written },
          reply: { waiting: false },
        })
      },
    )
    if (!changed.ok || changed.data.waiting) return changed
    // Also those that an earlier change left open when it was cut off.
    await endSessions(staffId, database, ({ grants: held }) => !sameGrants(held, asked))
    return changed
  },

  ...answerWaiting,

  leave: leaveWork,

  sessions: async ({ staffId }, context) => {
    if (!(await findManaged(staffId, context))) return refused('STAFF_NOT_FOUND')
    return done({ sessions: (await openSessionsOf(staffId, context.database, context.now)).map(shown) })
  },

  endSession: async ({ staffId, sessionId }, context) => {
    const { caller, database } = context
    const { act, acts } = actFor('signed-out', context)
    return database.together(
      { ...withManager(staffId, context), session: database.open(sessionsStore).at(sessionId), act: acts },
      (documents) => {
        const member = managed(documents, caller)
        if (!member) return refused('STAFF_NOT_FOUND')
        if (documents.session?.staffId !== staffId) return refused('SESSION_NOT_FOUND')
        return done({ write: { session: null, act: act(member, documents.session.client) }, reply: {} })
      },
    )
  },

  signOutEverywhere: async ({ staffId }, context) => {
    const { act, acts } = actFor('signed-out', context)
    const ended = await context.database.together({ ...withManager(staffId, context), act: acts }, (documents) => {
      const member = managed(documents, context.caller)
      if (!member) return refused('STAFF_NOT_FOUND')
      return done({ write: { act: act(member, '全部') }, reply: {} })
    })
    if (ended.ok) await endSessions(staffId, context.database)
    return ended
  },
}

type Around = Context<StaffCaller>

const waitingLink = (member: StaffMember | undefined) => ({
  staffId: member?.id ?? '',
  waiting: true,
  code: '',
  expiresAt: member?.waiting?.expiresAt ?? '',
})

/** The act to be written with what it is about, once the colleague is known. */
function actFor(what: 'relinked' | 'changed' | 'signed-out', { caller, database, now }: Around) {
  const begun = actOf(caller, now, { what, about: '', branchId: '' })
  const act = (member: StaffMember, said = '', also: readonly Grant[] = []) => ({
    ...begun,
    about: said ? `${member.name}：${said}` : member.name,
    branchId: branchOf([...member.grants, ...also]),
  })
  return { act, acts: database.open(actsStore).at(begun.id) }
}

/** Each grant once, which of their branches are open, and what these and the former ones are called. */
async function grantable(grants: readonly Grant[], { caller, database, now }: Around, former: readonly Grant[] = []) {
  const asked = distinct(grants)
  const within = asked.filter((grant) => isWithin([grant], managedBranches(caller.grants)))
  const open = await openBranches(
    within.map(({ branchId }) => branchId),
    database,
    now,
  )
  return { asked, open, nameOf: await branchNamesOf([...within, ...former], database, now) }
}

const sameGrants = (some: readonly Grant[], others: readonly Grant[]) =>
  some.length === others.length && some.every((grant) => others.some((other) => sameGrant(grant, other)))
