import type { StaffRow } from '../../contract/staff'
import { api } from '../cloud/api'

/** Everybody the caller manages, over all pages. */
export const allColleagues = async () => {
  const rows: StaffRow[] = []
  let after: string | undefined
  do {
    const reply = await api.staff.list(after ? { after } : {})
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next ?? undefined
  } while (after)
  return { ok: true as const, data: rows }
}
