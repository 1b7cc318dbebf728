import { done, refused } from '../../../src/domain/result'
import { isStrong } from '../../../src/domain/staff/password'
import { isValid, openSession } from '../../../src/domain/staff/session'
import type { StaffMember } from '../../../src/domain/staff/staff'
import { needsSecondFactor } from '../../../src/domain/staff/words'
import { countUse, forgetCodes, forgetSignIns } from '../../_kit/attempts'
import { STAFF_TOKEN } from '../../_kit/identify'
import { invitationsStore, sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import { hashPassword } from '../../_kit/password'
import type { Context, Handlers } from '../../_kit/serve'
import { signedIn } from './sessions'

export const invitations: Handlers<'invitations'> = {
  open: async ({ code }, context) => {
    const found = await find(code, context)
    return found.ok ? done({ name: found.data.name, login: found.data.login }) : found
  },

  accept: async ({ code, password }, context) => {
    const found = await find(code, context)
    if (!found.ok) return found
    if (!isStrong(password, found.data.login)) return refused('WEAK_PASSWORD')
    const passwordHash = await hashPassword(password)
    const { database, now, client } = context
    const token = newSecret(STAFF_TOKEN)
    const accepted = await database.together(
      {
        invitation: database.open(invitationsStore).at(secretId(code)),
        member: database.open(staffStore).at(found.data.id),
        session: database.open(sessionsStore).at(secretId(token)),
      },
      ({ invitation, member }) => {
        if (!invitation || !isValid(invitation, now) || !awaits(member)) return refused('INVITATION_NOT_VALID')
        const joined = { ...member, passwordHash }
        const session = openSession(secretId(token), joined, client, now, needsSecondFactor(joined.grants))
        return done({ write: { invitation: null, member: joined, session }, reply: session })
      },
    )
    if (!accepted.ok) return accepted
    await forgetSignIns(accepted.data.login, context)
    await forgetCodes(accepted.data.staffId, context)
    return done(signedIn(token, accepted.data))
  },
}

/** A link is for somebody who has no password: an older one must not replace the password of one who has joined. */
const awaits = (member: StaffMember | undefined): member is StaffMember =>
  member?.active === true && member.passwordHash === ''

/** Codes carry 256 bits, so guessing is hopeless; the limit keeps it from being a load. */
const MOST_TRIES = 60
const WINDOW_MINUTES = 10

async function find(code: string, context: Context) {
  const counted = await countUse('invitation', MOST_TRIES, WINDOW_MINUTES, context)
  if (!counted.ok) return counted
  const invitation = await context.database.open(invitationsStore).get(secretId(code))
  if (!invitation || !isValid(invitation, context.now)) return refused('INVITATION_NOT_VALID')
  const member = await context.database.open(staffStore).get(invitation.staffId)
  return awaits(member) ? done(member) : refused('INVITATION_NOT_VALID')
}
