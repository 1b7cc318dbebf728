import { done, refused } from '../../../src/domain/result'
import { invitationFor, isOpen } from '../../../src/domain/staff/session'
import { changeStaff, type StaffMember } from '../../../src/domain/staff/staff'
import type { Database } from '../../_kit/database'
import { invitationsStore, sessionsStore, staffStore } from '../../_kit/identity'
import { newSecret, secretId } from '../../_kit/keys'
import type { Context, Handlers } from '../../_kit/serve'

const PAGE = 50
/** More people than a union's desk has; beyond it the last-manager rule would need another shape. */
const MOST_STAFF = 1000

/** A member of staff has the login as id: the same login twice cannot be. */
const staffIdOf = (login: string) => login

export const staff: Handlers<'staff'> = {
  list: async ({ after }, { database, now }) => {
    const page = await database.open(staffStore).find({ index: 'byName', limit: PAGE, ...(after && { after }) })
    const open = await Promise.all(page.rows.map((member) => openSessions(member.id, database, now)))
    return done({
      rows: page.rows.map((member, row) => ({
        id: member.id,
        name: member.name,
        login: member.login,
        roles: member.roles,
        active: member.active,
        joined: member.passwordHash !== '',
        sessions: open[row]?.length ?? 0,
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
    const reset = await context.database.open(staffStore).change(staffId, (member) => {
      if (!member) return refused('STAFF_NOT_FOUND')
      return member.active ? done({ write: { ...member, passwordHash: '' }, reply: true }) : refused('STAFF_INACTIVE')
    })
    if (!reset.ok) return reset
    await endSessions(staffId, context.database)
    return done(await newLink(staffId, context))
  },

  change: async ({ staffId, roles, active }, { database }) => {
    const managers = await activeManagers(database)
    const others = managers.filter((id) => id !== staffId)
    const changed = await changeWithGuard(staffId, { roles, active }, others, database)
    if (changed.ok) await endSessions(staffId, database)
    return changed
  },

  signOutEverywhere: async ({ staffId }, { database }) => {
    if (!(await database.open(staffStore).get(staffId))) return refused('STAFF_NOT_FOUND')
    await endSessions(staffId, database)
    return done({})
  },
}

/** Writes another manager together with the change: two managers stepping down at the same instant conflict, and one is refused. */
function changeWithGuard(
  staffId: string,
  to: { roles: StaffMember['roles']; active: boolean },
  others: string[],
  database: Database,
) {
  const members = database.open(staffStore)
  const guard = others[0]
  if (guard === undefined)
    return members.change(staffId, (member) => {
      if (!member) return refused('STAFF_NOT_FOUND')
      const changed = changeStaff(member, to, 0)
      return changed.ok ? done({ write: changed.data, reply: {} }) : changed
    })
  return database.together({ member: members.at(staffId), guard: members.at(guard) }, ({ member, guard: other }) => {
    if (!member) return refused('STAFF_NOT_FOUND')
    const stillThere = other !== undefined && other.active && other.roles.includes('manager')
    const changed = changeStaff(member, to, stillThere ? 1 : 0)
    return changed.ok ? done({ write: { member: changed.data, ...(other && { guard: other }) }, reply: {} }) : changed
  })
}

async function activeManagers(database: Database): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const page: { rows: StaffMember[]; next: string | null } = await database
      .open(staffStore)
      .find({ index: 'byName', limit: 100, ...(after && { after }) })
    ids.push(
      ...page.rows.filter((member) => member.active && member.roles.includes('manager')).map((member) => member.id),
    )
    after = page.next
  } while (after && ids.length < MOST_STAFF)
  return ids
}

const sessionsOf = (staffId: string, database: Database) =>
  database.open(sessionsStore).find({ index: 'byStaff', where: { staffId }, limit: 100 })

const openSessions = async (staffId: string, database: Database, now: Date) =>
  (await sessionsOf(staffId, database)).rows.filter((session) => isOpen(session, now))

async function endSessions(staffId: string, database: Database) {
  for (let page = await sessionsOf(staffId, database); page.rows.length > 0; page = await sessionsOf(staffId, database))
    await Promise.all(page.rows.map((session) => database.open(sessionsStore).remove(session.id)))
}

/** The old link dies when a new one is made. */
async function newLink(staffId: string, { database, now }: Pick<Context, 'database' | 'now'>) {
  const links = database.open(invitationsStore)
  const old = await links.find({ index: 'byStaff', where: { staffId }, limit: 100 })
  await Promise.all(old.rows.map((invitation) => links.remove(invitation.id)))
  const code = newSecret('i_')
  const invitation = invitationFor(secretId(code), staffId, now)
  await links.insert(invitation)
  return { staffId, code, expiresAt: invitation.expiresAt }
}
