import { eventsStore, storable } from '../../../cloudfunctions/events/events-store'
import { seatsOf } from '../../../src/domain/signups/seats'
import { pools } from '../../../src/domain/signups/words'
import { daysLater, minutesLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { openDay } from '../../house/open-day'
import type { Billed } from './meter'

/** A workshop that two signed up for and one came to: it is rated, certified, closed and told of. */
export async function afterEventsStory(house: CloudHouse, billed: Billed) {
  const { api: host } = await house.signedIn('zhengzhuchi', '郑主持', 'host')
  const { api: manager } = await house.signedIn('wangjingli', '王经理', 'manager')
  const now = new Date()
  const [opened, closes] = [daysLater(now, -1).toISOString(), daysLater(now, 5).toISOString()]
  const begins = daysLater(now, 6)
  const shares = { shift: 0, newcomer: 0 }
  const teacherId = 'teacherofthehouse01'
  const event = openDay({
    ...{ id: 'trained', kind: 'workshop', hours: 4, teacherId, shares },
    ...{ sharesUntil: closes, opensAt: opened, closesAt: closes, cancelUntil: closes },
    times: [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }],
  })
  const keep = async (stands: typeof event) => {
    const { id, ...fields } = storable(stands)
    await house.standIn.load(eventsStore.name, [{ _id: id, ...fields, v: 1 }])
  }
  await keep(event)
  const counted = Object.fromEntries(pools.map((pool) => [pool, { left: seatsOf(event)[pool], holders: [] }]))
  await house.standIn.load('seats', [{ _id: event.id, ...counted, endsAt: event.times[0]?.until, v: 1 }])
  const [there, away] = ['o-there', 'o-away'].map((openid) => house.employee(openid))
  if (!there || !away) throw new Error('nobody came')
  const join = { eventId: event.id, places: 1, shares: [], trade: 'delivery' as const, answers: [] }
  dataOf(await there.signups.join(join))
  dataOf(await away.signups.join(join))
  const [first] = house.standIn.dump('signups').filter(({ eventId }) => eventId === event.id)
  await house.standIn.load('signups', [{ ...first, state: 'came' }])
  const over = minutesLater(now, -1)
  const at = minutesLater(over, -90).toISOString()
  const scan = { by: 'hand', right: true, device: 'phone1', at, receivedAt: at, endsAt: over.toISOString(), v: 1 }
  await house.standIn.load('scans', [{ _id: 'trained.scan', eventId: event.id, ticketId: first?.ticketId, ...scan }])
  await keep({ ...event, times: [{ from: minutesLater(over, -120).toISOString(), until: over.toISOString() }] })

  const said = { teacherId, branchId: 'city', name: '周老师', about: '带曼陀罗绘画' }
  await billed('teachers.save, a new one', host.teachers.save({ ...said, revision: 0 }))
  await billed('teachers.save', host.teachers.save({ ...said, about: '带团体', revision: 1 }))
  const one = { eventId: event.id }
  const came = first?.state === 'seated' ? there : away
  await billed('ratings.give', came.ratings.give({ ...one, scores: [{ item: 'teacher', score: 5 }] }))
  const { number } = await billed('ratings.certificate', came.ratings.certificate(one))
  await billed('reports.checkCertificate', host.reports.checkCertificate({ ...one, number }))
  await billed('reports.open, before it is closed', host.reports.open(one))
  await billed('reports.close, of one who did not come', host.reports.close(one))
  await billed('reports.open', manager.reports.open(one))

  const [teacher] = house.standIn.dump('teachers')
  const appealUntil = daysLater(now, 14).toISOString()
  await house.standIn.load('teachers', [{ ...teacher, standing: 'told', toldAt: now.toISOString(), appealUntil }])
  await billed('teachers.appeal', host.teachers.appeal({ teacherId, words: '那次换了场地' }))
  await billed('teachers.decide', manager.teachers.decide({ teacherId, stays: true, why: '再听一次' }))
  await billed('teachers.list', manager.teachers.list({}))
}
