import type { StaffMember } from '../../src/domain/staff/staff'
import { type Database, MOST_IDS, MOST_ROWS } from '../_kit/database'
import { staffStore } from '../_kit/identity'

/** Somebody who is still here for calls: whose grants have not been taken, and who has not left. */
export const isAtWork = ({ active, grants }: StaffMember) => active && grants.some(({ role }) => role === 'supervisor')

/** Somebody who can be given something: at work, and joined, so that they can come in. */
export const isSupervisor = (member: StaffMember) => isAtWork(member) && member.passwordHash !== ''

export async function supervisors(database: Database): Promise<StaffMember[]> {
  const found: StaffMember[] = []
  let after: string | null = null
  do {
    const page: { rows: StaffMember[]; next: string | null } = await database
      .open(staffStore)
      .find({ index: 'byName', limit: MOST_ROWS, ...(after && { after }) })
    found.push(...page.rows.filter(isSupervisor))
    after = page.next
  } while (after)
  return found
}

/** Colleagues by id, those who left among them. */
export async function colleagues(ids: readonly string[], database: Database): Promise<Map<string, StaffMember>> {
  const wanted = [...new Set(ids)].filter((id) => id !== '')
  const found = new Map<string, StaffMember>()
  for (let from = 0; from < wanted.length; from += MOST_IDS)
    for (const one of await database.open(staffStore).getMany(wanted.slice(from, from + MOST_IDS)))
      found.set(one.id, one)
  return found
}
