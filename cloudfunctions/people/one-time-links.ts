import { type Invitation, invitationFor } from '../../src/domain/staff/session'
import type { Database } from '../_kit/database'
import { invitationsStore } from '../_kit/identity'
import { newSecret, secretId } from '../_kit/keys'

/** The code is told once; what is stored opens nothing. */
export function makeLink(staffId: string, now: Date): { code: string; invitation: Invitation } {
  const code = newSecret('i_')
  return { code, invitation: invitationFor(secretId(code), staffId, now) }
}

/** Every open link of this colleague but the newest. */
export async function endLinks(staffId: string, database: Database, newest = '') {
  const links = database.open(invitationsStore)
  const open = await links.find({ index: 'byStaff', where: { staffId }, limit: 100 })
  await Promise.all(open.rows.filter(({ id }) => id !== newest).map(({ id }) => links.remove(id)))
}

/** The old link dies when a new one is made. */
export async function newLink(staffId: string, { database, now }: { database: Database; now: Date }) {
  await endLinks(staffId, database)
  const { code, invitation } = makeLink(staffId, now)
  await database.open(invitationsStore).insert(invitation)
  return { staffId, code, expiresAt: invitation.expiresAt }
}
