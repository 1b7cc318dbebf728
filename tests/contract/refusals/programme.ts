import { afterAll, beforeAll, describe, it } from 'vitest'
import { teachersStore } from '../../../cloudfunctions/events/teachers-store'
import type { Api } from '../../../src/contract/client'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { announced, planOf } from '../../house/planned'
import { keepTeacher } from '../../house/teachers'
import { refusedWith } from './produced'

const nowhere = { eventId: 'noeventnoeventnoevent', revision: 1 }

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function programmeRefusals(): void {
  let house: House
  let host: Api
  let second: Api
  let far: Api
  beforeAll(async () => {
    house = await openHouse()
    host = await house.staff('host', '郑主持', 'host')
    second = await house.staff('second', '孙主持', 'host')
    far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
  })
  afterAll(() => house.close())

  const now = () => house.clock.now()
  const plan = (more: Parameters<typeof planOf>[1] = {}) => planOf(now(), more)
  const drafted = async (more: Parameters<typeof planOf>[1] = {}) => {
    const { id, revision } = dataOf(await host.programme.save(plan(more)))
    return { eventId: id, revision }
  }
  const handedIn = async () => {
    const { id, revision } = dataOf(await host.programme.submit(await drafted()))
    return { eventId: id, revision }
  }
  const open = () => announced({ host, second, now: now() })
  const ahead = (days: number) => new Date(now().getTime() + days * 86_400_000).toISOString()

  describe('whoever plans hears', () => {
    it('that an event is not there, also where it is another branch’s', async () => {
      await refusedWith('events.open', 'EVENT_NOT_FOUND', house.employee('林').events.open({ eventId: 'noevent' }))
      await refusedWith('programme.open', 'EVENT_NOT_FOUND', host.programme.open({ eventId: 'noevent' }))
      await refusedWith('programme.remove', 'EVENT_NOT_FOUND', host.programme.remove(nowhere))
      await refusedWith('programme.submit', 'EVENT_NOT_FOUND', host.programme.submit(nowhere))
      await refusedWith('programme.withdraw', 'EVENT_NOT_FOUND', host.programme.withdraw(nowhere))
      await refusedWith('programme.sendBack', 'EVENT_NOT_FOUND', host.programme.sendBack({ ...nowhere, why: '请改' }))
      await refusedWith('programme.release', 'EVENT_NOT_FOUND', host.programme.release(nowhere))
      const copies = [{ eventId: plan().eventId, from: ahead(20) }]
      await refusedWith('programme.copy', 'EVENT_NOT_FOUND', host.programme.copy({ eventId: 'noevent', copies }))
      const { times } = plan()
      const there = { times, place: '五层', link: '', said: '换教室' }
      await refusedWith('programme.move', 'EVENT_NOT_FOUND', host.programme.move({ ...nowhere, ...there }))
      await refusedWith('programme.cancel', 'EVENT_NOT_FOUND', host.programme.cancel({ ...nowhere, said: '老师病了' }))
      const draft = await drafted()
      await refusedWith('programme.open', 'EVENT_NOT_FOUND', far.programme.open({ eventId: draft.eventId }))
      const overwriting = { ...plan({ eventId: draft.eventId, revision: 1 }), branchId: 'city.far' }
      await refusedWith('programme.save', 'EVENT_NOT_FOUND', far.programme.save(overwriting))
    })

    it('that somebody else was faster', async () => {
      const draft = await drafted()
      const old = { ...draft, revision: 7 }
      await refusedWith('programme.save', 'EVENT_CHANGED', host.programme.save(plan({ ...old, title: '沙盘' })))
      await refusedWith('programme.remove', 'EVENT_CHANGED', host.programme.remove(old))
      await refusedWith('programme.submit', 'EVENT_CHANGED', host.programme.submit(old))
      const waiting = { ...(await handedIn()), revision: 7 }
      await refusedWith('programme.withdraw', 'EVENT_CHANGED', host.programme.withdraw(waiting))
      await refusedWith('programme.sendBack', 'EVENT_CHANGED', second.programme.sendBack({ ...waiting, why: '请改' }))
      await refusedWith('programme.release', 'EVENT_CHANGED', second.programme.release(waiting))
      const { id: eventId, times } = await open()
      const there = { eventId, revision: 9, times, place: '五层', link: '', said: '换教室' }
      await refusedWith('programme.move', 'EVENT_CHANGED', host.programme.move(there))
      const calledOff = { eventId, revision: 9, said: '老师病了' }
      await refusedWith('programme.cancel', 'EVENT_CHANGED', host.programme.cancel(calledOff))
    })

    it('where it stands by now', async () => {
      const draft = await drafted()
      await refusedWith('programme.withdraw', 'EVENT_NOT_IN_REVIEW', host.programme.withdraw(draft))
      const back = second.programme.sendBack({ ...draft, why: '请改' })
      await refusedWith('programme.sendBack', 'EVENT_NOT_IN_REVIEW', back)
      await refusedWith('programme.release', 'EVENT_NOT_IN_REVIEW', second.programme.release(draft))
      const { id: eventId, revision, times } = await open()
      const there = { times, place: '五层', link: '', said: '换教室' }
      await refusedWith('programme.move', 'EVENT_NOT_ANNOUNCED', host.programme.move({ ...draft, ...there }))
      await refusedWith('programme.cancel', 'EVENT_NOT_ANNOUNCED', host.programme.cancel({ ...draft, said: '病了' }))
      const shown = { eventId, revision }
      await refusedWith('programme.save', 'EVENT_NOT_A_DRAFT', host.programme.save(plan(shown)))
      await refusedWith('programme.remove', 'EVENT_NOT_A_DRAFT', host.programme.remove(shown))
      await refusedWith('programme.submit', 'EVENT_NOT_A_DRAFT', host.programme.submit(shown))
    })

    it('that another person has to release it', async () => {
      await refusedWith('programme.release', 'OWN_EVENT', host.programme.release(await handedIn()))
    })

    it.each([
      ['EVENT_TITLE_MISSING', { title: '' }],
      ['EVENT_TIMES_NOT_FIT', { times: [] }],
      ['EVENT_PLACE_MISSING', { place: '' }],
      ['EVENT_SEATS_NOT_FIT', { capacity: 2 }],
      ['EVENT_SIGN_UP_NOT_FIT', { opensAt: '' }],
    ] as const)('what is not right yet: %s', async (code, more) => {
      await refusedWith('programme.submit', code, host.programme.submit(await drafted(more as { title?: string })))
    })

    it('that what was right when it was handed in is not any more', async () => {
      const moved = await openHouse()
      const writer = await moved.staff('host', '郑主持', 'host')
      const saved = dataOf(await writer.programme.save(planOf(moved.clock.now())))
      const { id: eventId, revision } = dataOf(await writer.programme.submit({ eventId: saved.id, revision: 1 }))
      moved.clock.forward(6.5 * 24 * 60)
      const closed = (await moved.staff('second', '孙主持', 'host')).programme.release({ eventId, revision })
      await refusedWith('programme.release', 'EVENT_SIGN_UP_NOT_FIT', closed)
      moved.clock.forward(24 * 60)
      const late = await moved.staff('second', '孙主持', 'host')
      await refusedWith('programme.release', 'EVENT_TIMES_NOT_FIT', late.programme.release({ eventId, revision }))
      await moved.close()
    })

    it('that a copy, or another time, lies in the past or nowhere', async () => {
      const { eventId } = await drafted()
      const copies = [{ eventId: plan().eventId, from: ahead(-3) }]
      await refusedWith('programme.copy', 'EVENT_TIMES_NOT_FIT', host.programme.copy({ eventId, copies }))
      const { id, revision, times } = await open()
      const there = { eventId: id, revision, link: '', said: '换教室' }
      const past = [{ from: ahead(-3), until: ahead(-2.9) }]
      const intoThePast = host.programme.move({ ...there, times: past, place: '五层' })
      await refusedWith('programme.move', 'EVENT_TIMES_NOT_FIT', intoThePast)
      await refusedWith('programme.move', 'EVENT_PLACE_MISSING', host.programme.move({ ...there, times, place: '' }))
    })

    it('of a teacher who is not there, or is not scheduled any more', async () => {
      const unknown = plan({ teacherId: 'nobody' })
      await refusedWith('programme.save', 'TEACHER_NOT_FOUND', host.programme.save(unknown))
      const teacher = await keepTeacher(house, { id: 'teacherofthehouse', branchId: 'city', name: '周老师' })
      const draft = await drafted({ teacherId: teacher.id })
      const waiting = dataOf(await host.programme.submit(await drafted({ teacherId: teacher.id })))
      const out = { ...teacher, standing: 'out' as const }
      await house.database.open(teachersStore).remove(teacher.id)
      await house.database.open(teachersStore).insert(out)
      await refusedWith('programme.submit', 'TEACHER_NOT_SCHEDULED', host.programme.submit(draft))
      const asked = { eventId: waiting.id, revision: waiting.revision }
      await refusedWith('programme.release', 'TEACHER_NOT_SCHEDULED', second.programme.release(asked))
    })
  })
}
