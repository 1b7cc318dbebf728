import { done, refused } from '../../../src/domain/result'
import { isStrong } from '../../../src/domain/staff/password'
import { isValid } from '../../../src/domain/staff/session'
import { invitationsStore, staffStore } from '../../_kit/identity'
import { secretId } from '../../_kit/keys'
import { hashPassword } from '../../_kit/password'
import type { Context, Handlers } from '../../_kit/serve'
import { countUse, forgetSignIns } from '../attempts'
import { beginSession } from './sessions'

export const invitations: Handlers<'invitations'> = {
  open: async ({ code }, context) => {
    const found = await find(code, context)
    return found.ok ? done({ name: found.data.member.name, login: found.data.member.login }) : found
  },

  accept: async ({ code, password }, context) => {
    const found = await find(code, context)
    if (!found.ok) return found
    if (!isStrong(password, found.data.member.login)) return refused('WEAK_PASSWORD')
    const passwordHash = await hashPassword(password)
    const { database, now } = context
    const accepted = await database.together(
      {
        invitation: database.open(invitationsStore).at(secretId(code)),
        member: database.open(staffStore).at(found.data.member.id),
      },
      ({ invitation, member }) => {
        if (!invitation || !isValid(invitation, now) || !member?.active) return refused('INVITATION_NOT_VALID')
        const joined = { ...member, passwordHash }
        return done({ write: { invitation: null, member: joined }, reply: joined })
      },
    )
    if (!accepted.ok) return accepted
    await forgetSignIns(accepted.data.login, context)
    return done(await beginSession(accepted.data, context))
  },
}

/** Codes carry 256 bits, so guessing is hopeless; the limit keeps it from being a load. */
const MOST_TRIES = 60
const WINDOW_MINUTES = 10

async function find(code: string, context: Context) {
  const counted = await countUse('invitation', MOST_TRIES, WINDOW_MINUTES, context)
  if (!counted.ok) return counted
  const invitation = await context.database.open(invitationsStore).get(secretId(code))
  if (!invitation || !isValid(invitation, context.now)) return refused('INVITATION_NOT_VALID')
  const member = await context.database.open(staffStore).get(invitation.staffId)
  if (!member?.active) return refused('INVITATION_NOT_VALID')
  return done({ invitation, member })
}
