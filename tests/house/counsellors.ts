import { counsellorsStore, timetablesStore } from '../../cloudfunctions/counselling/counsellors-store'
import { withShown } from '../../cloudfunctions/counselling/offered'
import type { Input } from '../../src/contract'
import type { Api } from '../../src/contract/client'
import { begin, type Profile } from '../../src/domain/counsellors/counsellor'
import { emptyTimetable } from '../../src/domain/timetables/change'
import type { Timetable } from '../../src/domain/timetables/timetable'
import { dataOf } from './data-of'
import type { House } from './open-house'

/** What somebody could write about themselves: in writing and by phone, about sleep and stress. */
export const profileNamed = (name: string, changes: Partial<Profile> = {}): Profile => ({
  name,
  gender: 'female',
  languages: ['mandarin'],
  fields: ['stress', 'sleep'],
  modes: ['text', 'phone'],
  stationId: '',
  institution: '市职工服务中心',
  about: '做过十二年的心理热线，愿意慢慢听您说。',
  qualification: { title: '心理治疗师', number: 'PT-0001', issuedBy: '省卫生健康委', until: '2099-12-31' },
  ...changes,
})

const modes: Profile['modes'] = ['text', 'phone', 'in-person']

/** Every day of the week from nine to twelve, with two hours' notice. */
export const mornings: Input<'timetables', 'save'> = {
  week: [0, 1, 2, 3, 4, 5, 6].map(() => [{ from: 540, until: 720, modes }]) as Timetable['week'],
  sessionMinutes: 50,
  bufferMinutes: 10,
  noticeHours: 2,
  horizonDays: 28,
  holidays: false,
  changedAt: null,
}

/** Through every hand there is: written, handed in, let out by a manager, with hours. */
export async function offer(counsellor: Api, manager: Api, counsellorId: string, profile: Profile) {
  dataOf(await counsellor.counsellors.saveDraft(profile))
  const { submittedAt } = dataOf(await counsellor.counsellors.submit({}))
  dataOf(await manager.counsellors.approve({ counsellorId, submittedAt: submittedAt ?? '' }))
  dataOf(await counsellor.timetables.save(mornings))
}

/** One who is offered and has handed in a change, as if it had come about by itself. */
export async function keepCounsellor(
  { database, clock }: House,
  { staffId, branchId, name }: { staffId: string; branchId: string; name: string },
) {
  const at = clock.now().toISOString()
  const counsellor = withShown({
    ...begin(staffId, branchId),
    live: profileNamed(name),
    draft: profileNamed(name),
    submittedAt: at,
    approvedAt: at,
  })
  const { changedAt: _, ...hours } = mornings
  await database.open(counsellorsStore).insert(counsellor)
  await database.open(timetablesStore).insert({ ...emptyTimetable(staffId), ...hours, changedAt: at })
  return { counsellor, submittedAt: at }
}
