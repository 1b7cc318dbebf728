import { done, refused } from '../../../src/domain/result'
import { isOpen, openSession, type Session } from '../../../src/domain/staff/session'
import type { StaffMember } from '../../../src/domain/staff/staff'
import { countSignIn, countUse, forgetSignIns } from '../../_kit/attempts'
import { STAFF_TOKEN } from '../../_kit/identify'
import { sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import { isPassword } from '../../_kit/password'
import type { Context, Handlers } from '../../_kit/serve'

const MOST_SESSIONS = 50

export const sessions: Handlers<'sessions'> = {
  signIn: async ({ login, password }, context) => {
    const used = await countUse('sign-in-from', MOST_TRIES, WINDOW_MINUTES, context)
    if (!used.ok) return used
    const counted = await countSignIn(login, context)
    if (!counted.ok) return counted
    const found = await context.database.open(staffStore).find({ index: 'byLogin', where: { login }, limit: 1 })
    const member = found.rows[0]
    const right = await isPassword(password, member?.active ? member.passwordHash : undefined)
    if (!member || !right) return refused('WRONG_LOGIN')
    await forgetSignIns(login, context)
    return begin(member, context)
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

/** A whole office may sign in from one address in the morning. */
const MOST_TRIES = 120
const WINDOW_MINUTES = 10

/**
 * Looking at a password takes a moment in which a manager can change everything. The member is read again and written back
 * with the session, so that no session begins beside a change of roles, a new link or an end of the work here.
 */
async function begin(member: StaffMember, { database, now, client }: Context) {
  const token = newSecret(STAFF_TOKEN)
  const begun = await database.together(
    { member: database.open(staffStore).at(member.id), session: database.open(sessionsStore).at(secretId(token)) },
    ({ member: current }) => {
      if (!current?.active || current.passwordHash !== member.passwordHash) return refused('WRONG_LOGIN')
      const session = openSession(secretId(token), current, client, now)
      return done({ write: { member: current, session }, reply: session })
    },
  )
  return begun.ok ? done(signedIn(token, begun.data)) : begun
}

/** The token leaves here once and is never stored: the session's id is its hash. */
export const signedIn = (token: string, { expiresAt, name, roles }: Session) => ({ token, expiresAt, name, roles })
