import type { StaffMember } from '../../src/domain/staff/staff'
import { isSecondPerson, isWaiting, waitingFor } from '../../src/domain/staff/two-managers'
import type { Grant, Waiting } from '../../src/domain/staff/words'
import type { StaffCaller } from '../_kit/caller'
import type { Database } from '../_kit/database'
import { staffStore } from '../_kit/identity'
import { everybody } from './beside-the-manager'

type Around = { caller: StaffCaller; database: Database; now: Date }

/** Whether anybody could agree to it: what nobody can ever answer is not asked. */
export async function hasSecond(
  member: Pick<StaffMember, 'id' | 'grants'>,
  grants: Grant[],
  { caller, database }: Pick<Around, 'caller' | 'database'>,
  leaving = '',
): Promise<boolean> {
  const asker = await database.open(staffStore).get(caller.staffId)
  if (!asker) return false
  const asked = { grants, by: asker.id, byOrigin: asker.origin }
  return (
    (await everybody(database, (manager) => manager.id !== leaving && isSecondPerson(manager, member, asked), 1))
      .length > 0
  )
}

/** The colleague with what waits. Refused where something waits already, so that nobody agrees to what they did not read. */
export const withWaiting = (
  member: StaffMember,
  asker: StaffMember,
  asked: Pick<Waiting, 'what' | 'grants'>,
  now: Date,
): StaffMember | undefined =>
  isWaiting(member.waiting, now) ? undefined : { ...member, waiting: waitingFor(asked, asker, now) }
