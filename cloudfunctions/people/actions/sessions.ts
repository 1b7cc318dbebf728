import { done, type Result, refused } from '../../../src/domain/result'
import { type ShownCode, takeCode } from '../../../src/domain/staff/second-factor'
import { openSession, type Session } from '../../../src/domain/staff/session'
import type { StaffMember } from '../../../src/domain/staff/staff'
import { needsSecondFactor, rolesOf } from '../../../src/domain/staff/words'
import { countCode, countSignIn, countUse, forgetCodes, forgetSignIns } from '../../_kit/attempts'
import { STAFF_TOKEN } from '../../_kit/identify'
import { type SecondFactor, secondFactorsStore, sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import { isPassword } from '../../_kit/password'
import type { Context, Handlers } from '../../_kit/serve'
import { shownCode } from '../second-factors'
import { showGrants } from '../show-grants'
import { openSessionsOf, shown } from '../staff-sessions'

/** A whole office may sign in from one address in the morning. */
const MOST_TRIES = 120
const WINDOW_MINUTES = 10

export const sessions: Handlers<'sessions'> = {
  signIn: async ({ login, password, code }, context) => {
    const used = await countUse('sign-in-from', MOST_TRIES, WINDOW_MINUTES, context)
    if (!used.ok) return used
    const counted = await countSignIn(login, context)
    if (!counted.ok) return counted
    const found = await context.database.open(staffStore).find({ index: 'byLogin', where: { login }, limit: 1 })
    const member = found.rows[0]
    const right = await isPassword(password, member?.active ? member.passwordHash : undefined)
    if (!member || !right) return refused('WRONG_LOGIN')
    const proof = await proofOf(member, code, context)
    return proof.ok ? begin(member, proof.data, context) : proof
  },

  signOut: async (_, { caller, database }) => {
    await database.open(sessionsStore).remove(caller.sessionId)
    return done({})
  },

  me: async (_, { caller, database, now }) => {
    const { staffId, name, login, expiresAt } = caller
    const desk = { staffId, name, login, expiresAt }
    if (caller.kind === 'joining') return done({ ...desk, roles: [], grants: [], joining: true })
    const grants = await showGrants(caller.grants, database, now)
    return done({ ...desk, roles: [...caller.roles], grants, joining: false })
  },

  list: async (_, { caller, database, now }) => {
    const open = await openSessionsOf(caller.staffId, database, now)
    return done({ sessions: open.map((session) => ({ ...shown(session), current: session.id === caller.sessionId })) })
  },

  revoke: async ({ sessionId }, { caller, database }) =>
    database
      .open(sessionsStore)
      .change(sessionId, (session) =>
        session?.staffId === caller.staffId ? done({ write: null, reply: {} }) : refused('SESSION_NOT_FOUND'),
      ),
}

/** What was shown against which secret; none where none was asked for or given. */
type Proof = { factor: SecondFactor; shown: ShownCode } | undefined

async function proofOf(member: StaffMember, code: string | undefined, context: Context) {
  if (code === undefined || !needsSecondFactor(member.grants)) return done<Proof>(undefined)
  const factor = await context.database.open(secondFactorsStore).get(member.id)
  if (!factor || factor.confirmedAt === '') return done<Proof>(undefined)
  const counted = await countCode(member.id, context)
  return counted.ok ? done<Proof>({ factor, shown: await shownCode(factor, code, context) }) : counted
}

/**
 * Looking at a password takes a moment in which a manager can change everything. The member is read again and written back
 * with the session, so that no session begins beside a change of roles, a new link or an end of the work here. Only a
 * success forgets the tries: a right password without the right code counts as one, so that neither is guessed for free.
 */
async function begin(member: StaffMember, proof: Proof, context: Context) {
  const { database, now, client } = context
  const token = newSecret(STAFF_TOKEN)
  const begun = await database.together(
    {
      member: database.open(staffStore).at(member.id),
      factor: database.open(secondFactorsStore).at(member.id),
      session: database.open(sessionsStore).at(secretId(token)),
    },
    ({ member: current, factor }) => {
      if (!current?.active || current.passwordHash !== member.passwordHash) return refused('WRONG_LOGIN')
      const guarded = needsSecondFactor(current.grants)
      const joining = guarded && (factor?.confirmedAt ?? '') === ''
      const session = openSession(secretId(token), current, client, now, joining)
      if (!guarded || joining || !factor) return done({ write: { member: current, session }, reply: session })
      const taken = withProof(factor, proof)
      return taken.ok ? done({ write: { member: current, factor: taken.data, session }, reply: session }) : taken
    },
  )
  if (!begun.ok) return begun
  await forgetSignIns(member.login, context)
  if (proof) await forgetCodes(member.id, context)
  return done(signedIn(token, begun.data))
}

function withProof(factor: SecondFactor, proof: Proof): Result<SecondFactor, 'CODE_NEEDED' | 'WRONG_CODE'> {
  if (!proof) return refused('CODE_NEEDED')
  return proof.factor.secret === factor.secret ? takeCode(factor, proof.shown) : refused('WRONG_CODE')
}

/** The token leaves here once and is never stored: the session's id is its hash. */
export const signedIn = (token: string, { expiresAt, name, grants, joining }: Session) => ({
  token,
  expiresAt,
  name,
  roles: joining ? [] : rolesOf(grants),
  joining,
})
