import type { StaffMember } from '../../src/domain/staff/staff'
import { type Database, MOST_ROWS } from '../_kit/database'
import { staffStore } from '../_kit/identity'

/** Somebody who can be on duty: at work, joined, and a supervisor anywhere. */
export const isSupervisor = ({ active, passwordHash, grants }: StaffMember) =>
  active && passwordHash !== '' && grants.some(({ role }) => role === 'supervisor')

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
