import { done, refused } from '../../src/domain/result'
import { sayGrants } from '../../src/domain/staff/say'
import { branchOf, manages } from '../../src/domain/staff/scope'
import type { StaffMember } from '../../src/domain/staff/staff'
import { approved, isSecondPerson, isWaiting } from '../../src/domain/staff/two-managers'
import type { Waiting } from '../../src/domain/staff/words'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import { invitationsStore, secondFactorsStore } from '../_kit/identity'
import type { Context, Handlers } from '../_kit/serve'
import { findManaged, held, managed, managerOf, withManager } from './beside-the-manager'
import { endLinks, makeLink } from './one-time-links'
import { destroySecondFactor } from './second-factors'
import { branchNamesOf } from './show-grants'
import { endSessions } from './staff-sessions'

type Answers = Pick<Handlers<'staff'>, 'approve' | 'decline'>

export const answerWaiting: Answers = {
  approve: async ({ staffId }, context) => {
    const { caller, database, now } = context
    const { actFor, act } = await begun('grant-approved', staffId, context)
    const { code, invitation } = makeLink(staffId, now)
    const agreed = await database.together(
      {
        ...withManager(staffId, context),
        factor: database.open(secondFactorsStore).at(staffId),
        invitation: database.open(invitationsStore).at(invitation.id),
        act: database.open(actsStore).at(act.id),
      },
      (documents) => {
        const member = managed(documents, caller)
        const manager = managerOf(documents, caller)
        if (!member || !manager || !isWaiting(member.waiting, now)) return refused('NOTHING_WAITS')
        if (!isSecondPerson(manager, member, member.waiting)) return refused('NOT_THE_SECOND')
        const { member: after, relinked } = approved(member, member.waiting)
        // A manager of the city is never lost by it: whoever agrees manages the colleague, so is one too, and stays.
        const write = { ...held(documents), member: after, act: actFor(member, member.waiting) }
        return done({ write: relinked ? { ...write, factor: null, invitation } : write, reply: { relinked } })
      },
    )
    if (!agreed.ok) return agreed
    await endSessions(staffId, database)
    if (!agreed.data.relinked) return done({ link: null })
    await endLinks(staffId, database, invitation.id)
    await destroySecondFactor(staffId, context)
    return done({ link: { code, expiresAt: invitation.expiresAt } })
  },

  decline: async ({ staffId }, context) => {
    const { caller, database } = context
    const { actFor, act } = await begun('grant-declined', staffId, context)
    return database.together(
      { ...withManager(staffId, context), act: database.open(actsStore).at(act.id) },
      (documents) => {
        const member = managed(documents, caller)
        const manager = managerOf(documents, caller)
        // Also what has expired can be taken away. Who does not manage what is asked for cannot refuse it.
        if (!member?.waiting || !manages(manager, { grants: member.waiting.grants })) return refused('NOTHING_WAITS')
        // Whoever was never let in leaves no account behind, and the login is free again.
        const after = member.grants.length === 0 ? null : { ...member, waiting: null }
        return done({ write: { ...held(documents), member: after, act: actFor(member, member.waiting) }, reply: {} })
      },
    )
  },
}

/** The act to be written with the answer, once it is known what was asked. */
async function begun(what: 'grant-approved' | 'grant-declined', staffId: string, context: Context<StaffCaller>) {
  const before = await findManaged(staffId, context)
  const nameOf = await branchNamesOf(before?.waiting?.grants ?? [], context.database, context.now)
  const act = actOf(context.caller, context.now, { what, about: '', branchId: '' })
  const actFor = ({ name, grants }: StaffMember, waiting: Waiting) => ({
    ...act,
    about: sayAsked(name, waiting, nameOf),
    branchId: branchOf([...grants, ...waiting.grants]),
  })
  return { act, actFor }
}

const words = { invited: '邀请', changed: '改为', relinked: '新的链接' } as const

/** What was asked for, as it is kept for the auditor. */
export const sayAsked = (
  name: string,
  { what, grants }: Pick<Waiting, 'what' | 'grants'>,
  nameOf: (branchId: string) => string,
) => `${name}：${words[what]} ${sayGrants(grants, nameOf)}`
