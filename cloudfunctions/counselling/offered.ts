import { type Counsellor, isOffered, type Profile } from '../../src/domain/counsellors/counsellor'
import type { StaffMember } from '../../src/domain/staff/staff'
import type { Timetable } from '../../src/domain/timetables/timetable'
import type { Database } from '../_kit/database'
import { staffStore } from '../_kit/identity'
import { counsellorsStore, type StoredCounsellor, timetablesStore } from './counsellors-store'

/** With what its indexes need. */
export const withShown = (counsellor: Counsellor): StoredCounsellor => ({
  ...counsellor,
  shown: counsellor.live !== null && !counsellor.paused && counsellor.leftAt === '',
  until: counsellor.live?.qualification.until ?? '',
})

/** Somebody who works here as a counsellor, and can come in. */
export const isCounsellor = (member: StaffMember | undefined): boolean =>
  member?.active === true && member.grants.some(({ role }) => role === 'counsellor')

export type Offered = { counsellor: StoredCounsellor & { live: Profile }; timetable: Timetable }

/** A counsellor who takes new bookings now, with the hours; undefined where there is none, whatever the reason. */
export async function offeredNow(
  staffId: string,
  { database, now }: { database: Database; now: Date },
): Promise<Offered | undefined> {
  const [counsellor, timetable, member] = await Promise.all([
    database.open(counsellorsStore).get(staffId),
    database.open(timetablesStore).get(staffId),
    database.open(staffStore).get(staffId),
  ])
  if (!counsellor || !timetable || !isOffered(counsellor, now) || !isCounsellor(member)) return undefined
  return { counsellor, timetable }
}
