import { done, type Result, refused } from '../../../src/domain/result'
import { invitationFor, isOpen, type Session } from '../../../src/domain/staff/session'
import { canManage, changeStaff, keepsAManager, type StaffMember } from '../../../src/domain/staff/staff'
import type { Database, Page } from '../../_kit/database'
import { invitationsStore, sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import type { Context, Handlers } from '../../_kit/serve'

const PAGE = 50

/** A member of staff has the login as id: the same login twice cannot be. */
const staffIdOf = (login: string) => login

export const staff: Handlers<'staff'> = {
  list: async ({ after }, { database, now }) => {
    const page = await database.open(staffStore).find({ index: 'byName', limit: PAGE, ...(after && { after }) })
    const open = await openSessions(database, now)
    return done({
      rows: page.rows.map((member) => ({
        id: member.id,
        name: member.name,
        login: member.login,
        roles: member.roles,
        active: member.active,
        joined: member.passwordHash !== '',
        sessions: open.filter(({ staffId }) => staffId === member.id).length,
      })),
      next: page.next,
    })
  },

  invite: async ({ name, login, roles }, context) => {
    const member: StaffMember = {
      id: staffIdOf(login),
      name,
      login,
      roles: [...new Set(roles)],
      active: true,
      passwordHash: '',
      createdAt: context.now.toISOString(),
    }
    const inserted = await context.database.open(staffStore).insert(member)
    return inserted === 'inserted' ? done(await newLink(member.id, context)) : refused('LOGIN_TAKEN')
  },

  relink: async ({ staffId }, context) => {
    const others = await otherManagers(staffId, context.database)
    const reset = await guarded(staffId, others, context.database, (member, still) => {
      if (!member.active) return refused('STAFF_INACTIVE')
      const reset = { ...member, passwordHash: '' }
      return keepsAManager(member, reset, still) ? done(reset) : refused('LAST_MANAGER')
    })
    if (!reset.ok) return reset
    await endSessions(staffId, context.database)
    return done(await newLink(staffId, context))
  },

  change: async ({ staffId, roles, active }, { database }) => {
    const others = await otherManagers(staffId, database)
    const changed = await guarded(staffId, others, database, (member, still) =>
      changeStaff(member, { roles, active }, still),
    )
    if (changed.ok) await endSessions(staffId, database)
    return changed
  },

  signOutEverywhere: async ({ staffId }, { database }) => {
    if (!(await database.open(staffStore).get(staffId))) return refused('STAFF_NOT_FOUND')
    await endSessions(staffId, database)
    return done({})
  },
}

/**
 * Changes a member while another manager is written along: two managers stepping down at the same instant conflict, and
 * one of them is refused. `still`: how many managers who can come in are certain to stay.
 */
function guarded<Code extends string>(
  staffId: string,
  others: string[],
  database: Database,
  rule: (member: StaffMember, still: number) => Result<StaffMember, Code>,
) {
  const members = database.open(staffStore)
  const guard = others[0] ?? staffId
  return database.together(
    guard === staffId ? { member: members.at(staffId) } : { member: members.at(staffId), guard: members.at(guard) },
    (documents) => {
      const { member } = documents
      const other = 'guard' in documents ? documents.guard : undefined
      if (!member) return refused('STAFF_NOT_FOUND')
      const changed = rule(member, other && canManage(other) ? 1 : 0)
      return changed.ok ? done({ write: { member: changed.data, ...(other && { guard: other }) }, reply: {} }) : changed
    },
  )
}

/** Managers who can come in, besides this one. */
async function otherManagers(staffId: string, database: Database): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: Page<StaffMember> = await database
      .open(staffStore)
      .find({ index: 'byName', limit: 100, ...(after && { after }) })
    ids.push(...page.rows.filter((member) => canManage(member) && member.id !== staffId).map((member) => member.id))
    after = page.next
  } while (after && ids.length === 0)
  return ids
}

const sessionsOf = (staffId: string, database: Database) =>
  database.open(sessionsStore).find({ index: 'byStaff', where: { staffId }, limit: 100 })

/** A desk's worth: those that end last come first. */
const MOST_OPEN = 500

async function openSessions(database: Database, now: Date): Promise<Session[]> {
  const open: Session[] = []
  let after: string | null = null
  do {
    const page: Page<Session> = await database.open(sessionsStore).find({
      index: 'byExpiry',
      range: { from: now.toISOString() },
      order: 'descending',
      limit: 100,
      ...(after && { after }),
    })
    open.push(...page.rows.filter((session) => isOpen(session, now)))
    after = page.next
  } while (after && open.length < MOST_OPEN)
  return open
}

async function endSessions(staffId: string, database: Database) {
  for (let page = await sessionsOf(staffId, database); page.rows.length > 0; page = await sessionsOf(staffId, database))
    await Promise.all(page.rows.map((session) => database.open(sessionsStore).remove(session.id)))
}

/** The old link dies when a new one is made. */
export async function newLink(staffId: string, { database, now }: Pick<Context, 'database' | 'now'>) {
  const links = database.open(invitationsStore)
  const old = await links.find({ index: 'byStaff', where: { staffId }, limit: 100 })
  await Promise.all(old.rows.map((invitation) => links.remove(invitation.id)))
  const code = newSecret('i_')
  const invitation = invitationFor(secretId(code), staffId, now)
  await links.insert(invitation)
  return { staffId, code, expiresAt: invitation.expiresAt }
}
