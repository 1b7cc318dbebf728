import { manages } from '../../src/domain/staff/scope'
import { canManage, type StaffMember } from '../../src/domain/staff/staff'
import type { StaffCaller } from '../_kit/caller'
import type { Database, Page } from '../_kit/database'
import { staffStore } from '../_kit/identity'

/** No login is this. */
const NOBODY = '-'

type Around = { caller: StaffCaller; database: Database }

/**
 * The colleague a manager acts on, and beside them the manager: what a manager may do is asked of both documents as they
 * are in the transaction. Somebody who acts on themselves stands there once, beside nobody.
 */
export function withManager(staffId: string, { caller, database }: Around) {
  const members = database.open(staffStore)
  return { member: members.at(staffId), other: members.at(caller.staffId === staffId ? NOBODY : caller.staffId) }
}

/** The same, where a manager of the city could be lost: whoever acts on themselves stands beside another manager, if there is one. */
export async function withSomebodyWhoStays(staffId: string, around: Around) {
  const { member, other } = withManager(staffId, around)
  if (other.id !== NOBODY) return { member, other }
  const stays = await anotherManager(staffId, around.database)
  return { member, other: around.database.open(staffStore).at(stays ?? NOBODY) }
}

type Pair = { member: StaffMember | undefined; other: StaffMember | undefined }

/** Whoever acts, as they are now. */
export const managerOf = ({ member, other }: Pair, caller: StaffCaller) =>
  caller.staffId === member?.id ? member : other?.id === caller.staffId ? other : undefined

/** The colleague, if this manager may act on them. */
export const managed = (pair: Pair, caller: StaffCaller): StaffMember | undefined =>
  pair.member && manages(managerOf(pair, caller), pair.member) ? pair.member : undefined

/** City managers who can come in and are certain to stay. */
export const staying = ({ other }: Pair) => (other && canManage(other) ? 1 : 0)

/** Written back as it was: two managers who act on one another conflict, and one of them is refused. */
export const held = ({ other }: Pair) => (other ? { other } : {})

async function anotherManager(staffId: string, database: Database): Promise<string | undefined> {
  return (await everybody(database, (member) => canManage(member) && member.id !== staffId, 1))[0]?.id
}

/** All colleagues, or the first of a kind. */
export async function everybody(database: Database, which: (member: StaffMember) => boolean, most = Infinity) {
  const found: StaffMember[] = []
  let after: string | null = null
  do {
    const page: Page<StaffMember> = await database
      .open(staffStore)
      .find({ index: 'byName', limit: 100, ...(after && { after }) })
    found.push(...page.rows.filter(which))
    after = page.next
  } while (after && found.length < most)
  return found
}

/** Read outside of a transaction, for what only shows. */
export async function findManaged(staffId: string, { caller, database }: Around) {
  const member = await database.open(staffStore).get(staffId)
  return member && manages({ grants: [...caller.grants], active: true }, member) ? member : undefined
}
