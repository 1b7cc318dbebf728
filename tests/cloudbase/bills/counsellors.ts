import { expect } from 'vitest'
import { dayOf, daysLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { mornings, profileNamed } from '../../house/counsellors'
import type { Billed } from './meter'

/** Full pages of counsellors, each with a week of what is taken in every week that is looked at. */
export async function counsellorsStory(house: CloudHouse, billed: Billed) {
  const lin = (await house.signedIn('linyuehua', '林月华', 'counsellor')).api
  const wang = (await house.signedIn('wangcounts', '王建国', 'manager')).api
  const anybody = house.employee('o-chooses')
  await billed('counsellors.mine', lin.counsellors.mine({}))
  await billed('counsellors.saveDraft', lin.counsellors.saveDraft(profileNamed('林月华')))
  const { submittedAt } = await billed('counsellors.submit', lin.counsellors.submit({}))
  const seen = { counsellorId: 'linyuehua', submittedAt: submittedAt ?? '' }
  await billed('counsellors.sendBack', wang.counsellors.sendBack({ ...seen, why: '请补上证书编号' }))
  const again = await lin.counsellors.submit({})
  const approved = { ...seen, submittedAt: (again.ok && again.data.submittedAt) || '' }
  await billed('counsellors.approve', wang.counsellors.approve(approved))
  await billed('counsellors.pause', lin.counsellors.pause({ paused: false }))
  await billed('timetables.save', lin.timetables.save(mornings))
  const day = dayOf(daysLater(new Date(), 3))
  await billed(
    'timetables.addException',
    lin.timetables.addException({ id: 'away', from: day, until: day, periods: [] }),
  )
  await billed('timetables.removeException', lin.timetables.removeException({ exceptionId: 'away' }))
  await billed('timetables.mine', lin.timetables.mine({}))
  await billed('timetables.preview', lin.timetables.preview({ from: day }))
  const named = (number: number) => `copied${String(number).padStart(2, '0')}`
  for (const store of ['staff', 'counsellors', 'timetables']) {
    const row = house.standIn.dump(store).find(({ _id }) => _id === 'linyuehua')
    const copies = Array.from({ length: 60 }, (_, number) => ({
      ...row,
      _id: named(number),
      ...(store === 'staff' ? { login: named(number) } : { staffId: named(number) }),
    }))
    await house.standIn.load(store, copies)
  }
  const { rows } = await billed('counsellors.list', anybody.counsellors.list({}))
  expect(rows).toHaveLength(20)
  await billed('counsellors.list, one in a hundred', anybody.counsellors.list({ field: 'grief' }))
  await billed('counsellors.open', anybody.counsellors.open({ counsellorId: 'linyuehua' }))
  expect((await billed('counsellors.all', wang.counsellors.all({ which: 'all' }))).rows.length).toBeGreaterThan(25)
}
