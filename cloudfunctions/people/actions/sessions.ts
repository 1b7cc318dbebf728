import { done, refused } from '../../../src/domain/result'
import { isOpen, openSession } from '../../../src/domain/staff/session'
import type { StaffMember } from '../../../src/domain/staff/staff'
import { STAFF_TOKEN } from '../../_kit/identify'
import { sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import { isPassword } from '../../_kit/password'
import type { Context, Handlers } from '../../_kit/serve'
import { countSignIn, forgetSignIns } from '../attempts'

const MOST_SESSIONS = 50

export const sessions: Handlers<'sessions'> = {
  signIn: async ({ login, password }, context) => {
    const counted = await countSignIn(login, context)
    if (!counted.ok) return counted
    const found = await context.database.open(staffStore).find({ index: 'byLogin', where: { login }, limit: 1 })
    const member = found.rows[0]
    const right = await isPassword(password, member?.active ? member.passwordHash : undefined)
    if (!member || !right) return refused('WRONG_LOGIN')
    await forgetSignIns(login, context)
    return done(await beginSession(member, context))
  },

  signOut: async (_, { caller, database }) => {
    await database.open(sessionsStore).remove(caller.sessionId)
    return done({})
  },

  me: async (_, { caller: { staffId, name, login, roles, expiresAt } }) =>
    done({ staffId, name, login, roles: [...roles], expiresAt }),

  list: async (_, { caller, database, now }) => {
    const page = await database.open(sessionsStore).find({
      index: 'byStaff',
      where: { staffId: caller.staffId },
      order: 'descending',
      limit: MOST_SESSIONS,
    })
    const open = page.rows.filter((session) => isOpen(session, now))
    return done({
      sessions: open.map(({ id, client, createdAt, seenAt, expiresAt }) => ({
        id,
        client,
        createdAt,
        seenAt,
        expiresAt,
        current: id === caller.sessionId,
      })),
    })
  },

  revoke: async ({ sessionId }, { caller, database }) =>
    database
      .open(sessionsStore)
      .change(sessionId, (session) =>
        session?.staffId === caller.staffId ? done({ write: null, reply: {} }) : refused('SESSION_NOT_FOUND'),
      ),
}

/** The token leaves here once and is never stored: the session's id is its hash. */
export async function beginSession(
  member: StaffMember,
  { database, now, client }: Pick<Context, 'database' | 'now' | 'client'>,
) {
  const token = newSecret(STAFF_TOKEN)
  const session = openSession(secretId(token), member, client, now)
  await database.open(sessionsStore).insert(session)
  return { token, expiresAt: session.expiresAt, name: member.name, roles: member.roles }
}
