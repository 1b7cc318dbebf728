import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Api } from '../../../src/contract/client'
import type { Event } from '../../../src/domain/events/event'
import { dataOf } from '../../house/data-of'
import { keepEvent } from '../../house/events'
import { type House, openHouse } from '../../house/open-house'
import { newEventId } from '../../house/planned'
import { refusedWith } from './produced'

const nowhere = { eventId: 'noevent' }

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function doorRefusals(): void {
  let house: House
  let host: Api
  let lin: Api
  beforeAll(async () => {
    house = await openHouse()
    host = await house.staff('host', '郑主持', 'host')
    lin = house.employee('林')
  })
  afterAll(() => house.close())

  const announced = (more: Partial<Event> = {}) => keepEvent(house, house.clock.now(), { id: newEventId(), ...more })
  const joining = { places: 1, shares: [], trade: 'office' as const, answers: [] }
  const scan = {
    ...{ scanId: 'scan-number-one', ticketId: 'noticket', code: '', at: '2026-03-10T02:00:00.000Z' },
    ...{ by: 'hand' as const, device: 'phone1' },
  }

  describe('the door hears', () => {
    it('that there is no such event, or none that stands', async () => {
      await refusedWith('draws.open', 'EVENT_NOT_FOUND', lin.draws.open(nowhere))
      await refusedWith('doors.pass', 'EVENT_NOT_FOUND', host.doors.pass(nowhere))
      await refusedWith('doors.list', 'EVENT_NOT_FOUND', host.doors.list(nowhere))
      await refusedWith('doors.merge', 'EVENT_NOT_FOUND', host.doors.merge({ ...nowhere, scans: [scan] }))
      await refusedWith('doors.count', 'EVENT_NOT_FOUND', host.doors.count(nowhere))
      await refusedWith('doors.answers', 'EVENT_NOT_FOUND', host.doors.answers(nowhere))
      const off = { eventId: (await announced({ state: 'cancelled' })).id }
      await refusedWith('doors.pass', 'EVENT_NOT_ANNOUNCED', host.doors.pass(off))
      await refusedWith('doors.list', 'EVENT_NOT_ANNOUNCED', host.doors.list(off))
      await refusedWith('doors.merge', 'EVENT_NOT_ANNOUNCED', host.doors.merge({ ...off, scans: [scan] }))
      await refusedWith('doors.count', 'EVENT_NOT_ANNOUNCED', host.doors.count(off))
      await refusedWith('doors.answers', 'EVENT_NOT_ANNOUNCED', host.doors.answers(off))
    })

    it('that it is not open yet', async () => {
      const eventId = (await announced()).id
      await refusedWith('doors.list', 'DOOR_NOT_OPEN', host.doors.list({ eventId }))
      await refusedWith('doors.merge', 'DOOR_NOT_OPEN', host.doors.merge({ eventId, scans: [scan] }))
    })

    it('that nothing is drawn where whoever comes first has a seat', async () => {
      await refusedWith('draws.open', 'NO_DRAW', lin.draws.open({ eventId: (await announced()).id }))
    })

    it('a pass that is not one, and guessing', async () => {
      await refusedWith('doors.takePass', 'PASS_NOT_FOUND', lin.doors.takePass({ code: 'ABCDEFGH' }))
      const guesser = house.employee('猜的人')
      for (let tries = 0; tries < 10; tries++) await guesser.doors.takePass({ code: 'ABCDEFGH' })
      await refusedWith('doors.takePass', 'TOO_MANY_TRIES', guesser.doors.takePass({ code: 'ABCDEFGH' }))
    })
  })

  describe('a ticket', () => {
    it('is not there for whoever did not sign up, nor for whoever waits', async () => {
      const eventId = (await announced({ capacity: 1, shares: { shift: 0, newcomer: 0 } })).id
      await refusedWith('tickets.open', 'SIGNUP_NOT_FOUND', lin.tickets.open({ eventId }))
      await refusedWith('tickets.checkIn', 'SIGNUP_NOT_FOUND', lin.tickets.checkIn({ eventId, code: '123456' }))
      dataOf(await house.employee('先来的').signups.join({ eventId, ...joining }))
      dataOf(await lin.signups.join({ eventId, ...joining }))
      await refusedWith('tickets.open', 'NO_SEAT', lin.tickets.open({ eventId }))
      await refusedWith('tickets.checkIn', 'NO_SEAT', lin.tickets.checkIn({ eventId, code: '123456' }))
    })

    it('is not checked in by a wrong code, nor by guessing', async () => {
      const eventId = (await announced()).id
      dataOf(await lin.signups.join({ eventId, ...joining }))
      await refusedWith('tickets.checkIn', 'CODE_WRONG', lin.tickets.checkIn({ eventId, code: '000000' }))
      for (let tries = 0; tries < 9; tries++) await lin.tickets.checkIn({ eventId, code: '000000' })
      await refusedWith('tickets.checkIn', 'TOO_MANY_TRIES', lin.tickets.checkIn({ eventId, code: '000000' }))
    })
  })
}
