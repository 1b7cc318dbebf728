import { nanoid } from 'nanoid'
import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Event } from '../../../src/domain/events/event'
import type { Teacher } from '../../../src/domain/teachers/teacher'
import { attend, seat } from '../../house/attended'
import { dataOf } from '../../house/data-of'
import { keepEvent } from '../../house/events'
import { type House, openHouse } from '../../house/open-house'
import { keepTeacher } from '../../house/teachers'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of what comes after an event. */
export function afterEventsRefusals(): void {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  const host = () => house.staff('host', '郑主持', 'host')
  const manager = () => house.staff('manager', '王建国', 'manager')
  const kept = (more: Partial<Event> = {}) => keepEvent(house, house.clock.now(), { id: nanoid(), ...more })
  const scores = [{ item: 'content' as const, score: 5 }]

  describe('what is said after an event is refused', () => {
    it('to whoever did not sign up', async () => {
      const { id: eventId } = await kept()
      const nobody = house.employee('没有报名的人')
      await refusedWith('ratings.give', 'SIGNUP_NOT_FOUND', nobody.ratings.give({ eventId, scores }))
      await refusedWith('ratings.certificate', 'SIGNUP_NOT_FOUND', nobody.ratings.certificate({ eventId }))
    })
    it('before it is over, a second time, and of what was not asked', async () => {
      const event = await kept()
      const eventId = event.id
      await attend(house, await seat(house, event, ['林']))
      const lin = house.employee('林')
      await refusedWith('ratings.give', 'NOT_TO_BE_RATED', lin.ratings.give({ eventId, scores }))
      house.clock.set(event.times[0]?.until ?? '')
      const other = { eventId, scores: [{ item: 'goOn' as const, score: 5 }] }
      await refusedWith('ratings.give', 'ITEMS_NOT_FIT', lin.ratings.give(other))
      dataOf(await lin.ratings.give({ eventId, scores }))
      await refusedWith('ratings.give', 'ALREADY_RATED', lin.ratings.give({ eventId, scores }))
      await refusedWith('ratings.certificate', 'NO_CERTIFICATE', lin.ratings.certificate({ eventId }))
    })
  })

  describe('a report is refused', () => {
    it('of what is not there, not announced, or not over', async () => {
      const own = await host()
      const none = { eventId: 'noevent' }
      await refusedWith('reports.open', 'EVENT_NOT_FOUND', own.reports.open(none))
      await refusedWith('reports.close', 'EVENT_NOT_FOUND', own.reports.close(none))
      const check = own.reports.checkCertificate({ ...none, number: 'ABCDEF-GHJKMNPQ' })
      await refusedWith('reports.checkCertificate', 'EVENT_NOT_FOUND', check)
      const { id: draft } = await kept({ state: 'draft' })
      await refusedWith('reports.open', 'EVENT_NOT_ANNOUNCED', own.reports.open({ eventId: draft }))
      const { id: eventId } = await kept()
      await refusedWith('reports.close', 'EVENT_NOT_OVER', own.reports.close({ eventId }))
    })
  })

  describe('about a teacher it is refused', () => {
    const teacher = (more: Partial<Teacher> = {}) => keepTeacher(house, { id: `teacher${nanoid()}`, ...more })
    const told = (appealUntil: string) => teacher({ standing: 'told', toldAt: '2026-03-01T02:00:00.000Z', appealUntil })

    it('to write over what a colleague wrote meanwhile, or to change one who is not there', async () => {
      const own = await host()
      const said = { teacherId: 'noteacher00000001', branchId: 'city', name: '周老师', about: '' }
      await refusedWith('teachers.save', 'TEACHER_NOT_FOUND', own.teachers.save({ ...said, revision: 3 }))
      await keepTeacher(house, { id: said.teacherId })
      await refusedWith('teachers.save', 'TEACHER_CHANGED', own.teachers.save({ ...said, revision: 0 }))
    })
    it('to appeal for nobody, where nobody was told, and after the days there are', async () => {
      const own = await host()
      const words = '那次换了场地'
      const appeal = ({ id: teacherId }: { id: string }) => own.teachers.appeal({ teacherId, words })
      await refusedWith('teachers.appeal', 'TEACHER_NOT_FOUND', appeal({ id: 'noteacher' }))
      await refusedWith('teachers.appeal', 'NOTHING_TO_APPEAL', appeal(await teacher()))
      await refusedWith('teachers.appeal', 'TOO_LATE_TO_APPEAL', appeal(await told('2026-03-10T01:00:00.000Z')))
    })
    it('to decide about nobody, and before there is anything to decide', async () => {
      const own = await manager()
      const decide = ({ id: teacherId }: { id: string }) =>
        own.teachers.decide({ teacherId, stays: false, why: '听不清' })
      await refusedWith('teachers.decide', 'TEACHER_NOT_FOUND', decide({ id: 'noteacher' }))
      await refusedWith('teachers.decide', 'NOTHING_TO_DECIDE', decide(await told('2026-12-10T01:00:00.000Z')))
    })
  })
}
