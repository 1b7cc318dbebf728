import { afterAll, beforeAll, describe, it } from 'vitest'
import { counsellorsStore } from '../../../cloudfunctions/counselling/counsellors-store'
import type { Api } from '../../../src/contract/client'
import type { Profile } from '../../../src/domain/counsellors/counsellor'
import { done } from '../../../src/domain/result'
import { MOST_EXCEPTIONS } from '../../../src/domain/timetables/change'
import type { Timetable } from '../../../src/domain/timetables/timetable'
import { mornings, profileNamed } from '../../house/counsellors'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

const over = { ...profileNamed('').qualification, until: '2026-03-09' }
const unfit: ['MODE_MISSING' | 'STATION_MISSING' | 'QUALIFICATION_OVER', Partial<Profile>][] = [
  ['MODE_MISSING', { modes: [] }],
  ['STATION_MISSING', { modes: ['in-person'] }],
  ['QUALIFICATION_OVER', { qualification: over }],
]
const off = (from: string, until = from) => ({ id: `day${from}`, from, until, periods: [] })

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function counsellorRefusals(): void {
  let house: House
  let lin: Api
  let wang: Api
  let both: Api
  const submittedAt = '2026-03-10T02:00:00.000Z'
  beforeAll(async () => {
    house = await openHouse()
    lin = await house.staff('lin', '林月华', 'counsellor')
    wang = await house.staff('wang', '王建国', 'manager')
    both = await house.staff('both', '秦岚', 'manager', 'counsellor')
  })
  afterAll(() => house.close())

  describe('a counsellor’s profile is refused', () => {
    it('where there is nothing of it yet', async () => {
      await refusedWith('counsellors.submit', 'NOTHING_TO_SUBMIT', lin.counsellors.submit({}))
      await refusedWith('counsellors.pause', 'PROFILE_NOT_LIVE', lin.counsellors.pause({ paused: true }))
      const gone = { counsellorId: 'lin', submittedAt }
      await refusedWith('counsellors.open', 'COUNSELLOR_NOT_FOUND', lin.counsellors.open({ counsellorId: 'lin' }))
      await refusedWith('counsellors.approve', 'COUNSELLOR_NOT_FOUND', wang.counsellors.approve(gone))
      const back = wang.counsellors.sendBack({ ...gone, why: '请补上' })
      await refusedWith('counsellors.sendBack', 'COUNSELLOR_NOT_FOUND', back)
    })

    it('with a station that is none', async () => {
      const at = profileNamed('林月华', { stationId: 'city' })
      await refusedWith('counsellors.saveDraft', 'STATION_NOT_FOUND', lin.counsellors.saveDraft(at))
    })

    it.each(unfit)('%s when it is handed in', async (code, changes) => {
      dataOf(await lin.counsellors.saveDraft(profileNamed('林月华', changes)))
      await refusedWith('counsellors.submit', code, lin.counsellors.submit({}))
    })

    it('to whoever wrote it, and to whoever has not seen it as it is', async () => {
      dataOf(await both.counsellors.saveDraft(profileNamed('秦岚')))
      dataOf(await both.counsellors.submit({}))
      const own = { counsellorId: 'both', submittedAt }
      await refusedWith('counsellors.approve', 'OWN_PROFILE', both.counsellors.approve(own))
      const other = { counsellorId: 'both', submittedAt: '2026-03-09T02:00:00.000Z' }
      await refusedWith('counsellors.approve', 'PROFILE_NOT_SUBMITTED', wang.counsellors.approve(other))
      const back = wang.counsellors.sendBack({ ...other, why: '请补上' })
      await refusedWith('counsellors.sendBack', 'PROFILE_NOT_SUBMITTED', back)
    })

    it.each(unfit)('%s when a manager lets it out and it became so while it waited', async (code, changes) => {
      const counsellors = house.database.open(counsellorsStore)
      const before = await counsellors.get('both')
      if (!before?.draft) throw new Error('nothing waits')
      const draft = { ...before.draft, ...changes }
      await counsellors.change('both', () => done({ write: { ...before, draft }, reply: true }))
      const asked = wang.counsellors.approve({ counsellorId: 'both', submittedAt })
      await refusedWith('counsellors.approve', code, asked)
      await counsellors.change('both', () => done({ write: before, reply: true }))
    })
  })

  describe('a timetable is refused', () => {
    const texts = (...periods: [number, number][]) =>
      periods.map(([from, until]) => ({ from, until, modes: ['text' as const] }))
    const monday = (...periods: [number, number][]) => ({
      ...mornings,
      week: mornings.week.map((all, day) => (day === 0 ? texts(...periods) : all)) as Timetable['week'],
    })

    it('with periods that do not fit or lie over each other', async () => {
      await refusedWith('timetables.save', 'PERIOD_NOT_FIT', lin.timetables.save(monday([541, 720])))
      await refusedWith('timetables.save', 'PERIODS_OVERLAP', lin.timetables.save(monday([540, 660], [645, 720])))
      const add = (...periods: [number, number][]) =>
        lin.timetables.addException({ ...off('2026-03-12'), periods: texts(...periods) })
      await refusedWith('timetables.addException', 'PERIOD_NOT_FIT', add([700, 705]))
      await refusedWith('timetables.addException', 'PERIODS_OVERLAP', add([540, 660], [600, 720]))
    })

    it('when it was changed elsewhere', async () => {
      dataOf(await lin.timetables.save(mornings))
      await refusedWith('timetables.save', 'TIMETABLE_CHANGED', lin.timetables.save(mornings))
    })

    it('with days that are over, taken or too many', async () => {
      await refusedWith('timetables.addException', 'DAYS_NOT_FIT', lin.timetables.addException(off('2026-03-09')))
      dataOf(await lin.timetables.addException(off('2026-03-12', '2026-03-14')))
      const again = lin.timetables.addException(off('2026-03-13'))
      await refusedWith('timetables.addException', 'EXCEPTIONS_OVERLAP', again)
      const gone = lin.timetables.removeException({ exceptionId: 'noexception' })
      await refusedWith('timetables.removeException', 'EXCEPTION_NOT_FOUND', gone)
      for (let at = 1; at < MOST_EXCEPTIONS; at++)
        dataOf(await lin.timetables.addException(off(new Date(Date.UTC(2026, 3, at)).toISOString().slice(0, 10))))
      const more = lin.timetables.addException(off('2026-08-01'))
      await refusedWith('timetables.addException', 'TOO_MANY_EXCEPTIONS', more)
    })
  })
}
