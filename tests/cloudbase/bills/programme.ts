import { eventsStore, storable } from '../../../cloudfunctions/events/events-store'
import { codeAt, doorCodeAt } from '../../../src/domain/tickets/code'
import { daysLater, minutesLater, monthOf } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { openDay } from '../../house/open-day'
import { newEventId, planOf, tenOn } from '../../house/planned'
import type { Billed } from './meter'

/** An open day from its first draft to its door, with a draw beside it. */
export async function programmeStory(house: CloudHouse, billed: Billed) {
  const { api: host } = await house.signedIn('planner', '钱主持', 'host')
  const { api: second } = await house.signedIn('second', '孙主持', 'host')
  const { api: manager } = await house.signedIn('answers', '王经理', 'manager')
  const now = new Date()
  const plan = planOf(now, { opensAt: daysLater(now, -1).toISOString() })
  const { eventId } = plan
  const draft = await billed('programme.save', host.programme.save(plan))
  const handedIn = await billed('programme.submit', host.programme.submit({ eventId, revision: draft.revision }))
  const taken = await billed('programme.withdraw', host.programme.withdraw({ eventId, revision: handedIn.revision }))
  const again = dataOf(await host.programme.submit({ eventId, revision: taken.revision }))
  const asked = { eventId, revision: again.revision, why: '请写上集合地点' }
  const back = await billed('programme.sendBack', second.programme.sendBack(asked))
  const last = dataOf(await host.programme.submit({ eventId, revision: back.revision }))
  const released = await billed('programme.release', second.programme.release({ eventId, revision: last.revision }))
  await billed('programme.list', manager.programme.list({ which: 'ahead' }))
  await billed('programme.open', manager.programme.open({ eventId }))
  const copies = [{ eventId: newEventId(), from: tenOn(daysLater(now, 40)).toISOString() }]
  await billed('programme.copy', host.programme.copy({ eventId, copies }))
  await billed('programme.remove', host.programme.remove({ eventId: copies[0]?.eventId ?? '', revision: 1 }))
  const lin = house.employee('o-at-the-door')
  dataOf(await lin.signups.join({ eventId, places: 1, shares: [], trade: 'office', answers: [] }))
  await billed('events.month', lin.events.month({ month: monthOf(new Date(plan.times[0]?.from ?? '')) }))
  await billed('events.open', lin.events.open({ eventId }))
  const begins = tenOn(daysLater(now, 8))
  const there = {
    times: [{ from: begins.toISOString(), until: minutesLater(begins, 90).toISOString() }],
    ...{ place: '工人文化宫五层', link: '', said: '三层漏水' },
  }
  await billed('programme.move', host.programme.move({ eventId, revision: released.revision, ...there }))
  await nearBy(house, eventId, now)
  await theDoor(house, billed, eventId)
  const off = { eventId, revision: released.revision + 1, said: '老师病了' }
  await billed('programme.cancel', manager.programme.cancel(off))
  const year = monthOf(now).slice(0, 4)
  await billed('programme.setQuota', manager.programme.setQuota({ branchId: 'city', year, quota: 4 }))
  await billed('programme.lectures', manager.programme.lectures({ year }))

  const drawn = openDay({ id: 'drawnevent', way: 'draw', opensAt: plan.opensAt, closesAt: plan.closesAt })
  const { id, ...fields } = storable(drawn)
  await house.standIn.load(eventsStore.name, [{ _id: id, ...fields, v: 1 }])
  await billed('draws.open', lin.draws.open({ eventId: id }))
}

/** Whatever the hour is: it begins in half an hour. */
async function nearBy(house: CloudHouse, eventId: string, now: Date) {
  const stored = house.standIn.dump('events').find(({ _id }) => _id === eventId)
  const [from, until] = [30, 120].map((minutes) => minutesLater(now, minutes).toISOString())
  await house.standIn.load('events', [{ ...stored, times: [{ from, until }], beginsAt: from, endsAt: until }])
}

async function theDoor(house: CloudHouse, billed: Billed, eventId: string) {
  const { api: host } = await house.signedIn('doorkeeper', '冯主持', 'host')
  const [lin, helper] = [house.employee('o-at-the-door'), house.employee('o-door-helper')]
  const ticket = await billed('tickets.open', lin.tickets.open({ eventId }))
  const list = await billed('doors.list', host.doors.list({ eventId }))
  const { code } = await billed('doors.pass', host.doors.pass({ eventId }))
  await billed('doors.takePass', helper.doors.takePass({ code }))
  const at = new Date()
  const scan = {
    ...{ scanId: 'scan-number-one', ticketId: ticket.ticketId, code: codeAt(ticket.key, at), at: at.toISOString() },
    ...{ by: 'qr' as const, device: 'phone1' },
  }
  await billed('doors.merge', helper.doors.merge({ eventId, scans: [scan] }))
  await billed('doors.count', host.doors.count({ eventId }))
  await billed('tickets.checkIn', lin.tickets.checkIn({ eventId, code: doorCodeAt(list.doorKey, new Date()) }))
  await billed('doors.answers', host.doors.answers({ eventId }))
}
