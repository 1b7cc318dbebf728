import type { Database } from '../../cloudfunctions/_kit/database'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { newLink } from '../../cloudfunctions/people/one-time-links'
import type { StaffMember } from '../domain/staff/staff'
import { needsSecondFactor, type Role, rolesOf } from '../domain/staff/words'

export type SignInLink = { name: string; login: string; roles: readonly Role[]; guarded: boolean; url: string }

/**
 * A fresh one-time link for everybody at work who has set no password yet. It is the only one: links made for them earlier,
 * by a manager or at a start before, end with it.
 */
export async function signInLinks(database: Database, address: string, now: Date): Promise<SignInLink[]> {
  const links: SignInLink[] = []
  for (const member of await notJoined(database)) {
    const { code } = await newLink(member.id, { database, now })
    links.push({
      name: member.name,
      login: member.login,
      roles: rolesOf(member.grants),
      guarded: needsSecondFactor(member.grants),
      url: `${address}/admin/#/join/${code}`,
    })
  }
  return links
}

async function notJoined(database: Database): Promise<StaffMember[]> {
  const members: StaffMember[] = []
  let after: string | null = null
  do {
    const page: { rows: StaffMember[]; next: string | null } = await database
      .open(staffStore)
      .find({ index: 'byName', limit: 100, ...(after && { after }) })
    members.push(...page.rows.filter((member) => member.active && member.passwordHash === ''))
    after = page.next
  } while (after)
  return members
}
