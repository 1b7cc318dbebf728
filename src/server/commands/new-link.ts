import { nanoid } from 'nanoid'
import { type Act, actsStore } from '../../../cloudfunctions/_kit/acts'
import { invitationsStore, secondFactorsStore, staffStore } from '../../../cloudfunctions/_kit/identity'
import { endLinks, makeLink } from '../../../cloudfunctions/people/one-time-links'
import { destroySecondFactor } from '../../../cloudfunctions/people/second-factors'
import { endSessions } from '../../../cloudfunctions/people/staff-sessions'
import { done, refused } from '../../domain/result'
import { branchOf } from '../../domain/staff/scope'
import { openFiles } from '../files-on-disk'
import { StartRefused } from '../start-refused'
import type { Around } from './around'

/**
 * A new one-time link for whoever looks after the server to hand over, where no other manager can: the way back in for a
 * sole manager who lost the password or the phone. As with a link made in the console, the password, the second factor and
 * all sessions end; who did it stands among the acts as the server.
 */
export async function newLinkFor(login: string, address: string, around: Around): Promise<number> {
  const { database, ring, filesDir, say } = around
  const now = around.now()
  const { code, invitation } = makeLink(login, now)
  const act: Act = {
    id: nanoid(),
    at: now.toISOString(),
    by: 'server',
    byName: '服务器管理',
    what: 'relinked',
    about: '',
    branchId: '',
  }
  const reset = await database.together(
    {
      member: database.open(staffStore).at(login),
      factor: database.open(secondFactorsStore).at(login),
      invitation: database.open(invitationsStore).at(invitation.id),
      act: database.open(actsStore).at(act.id),
    },
    ({ member }) => {
      if (!member) return refused('STAFF_NOT_FOUND')
      if (!member.active) return refused('STAFF_INACTIVE')
      const written = { ...act, about: member.name, branchId: branchOf(member.grants) }
      const write = { member: { ...member, passwordHash: '', origin: login }, factor: null, invitation, act: written }
      return done({ write, reply: member.name })
    },
  )
  if (!reset.ok)
    throw new StartRefused(
      reset.code === 'STAFF_NOT_FOUND'
        ? `Nobody has the login ${login}.`
        : `${login} has left. A manager can bring them back in the console, under 人员.`,
    )
  await endLinks(login, database, invitation.id)
  await endSessions(login, database)
  await destroySecondFactor(login, { database, keys: ring.keys, files: await openFiles(filesDir), now })
  say(`A new one-time link for ${reset.data} (${login}). It works once, until ${invitation.expiresAt}:`)
  say(`  ${address}/admin/#/join/${code}`)
  say('The password, the second factor and all sessions there were have ended.')
  return 0
}
