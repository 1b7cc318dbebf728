import { eventsStore, storable } from '../../../cloudfunctions/events/events-store'
import { seatsOf } from '../../../src/domain/signups/seats'
import { pools } from '../../../src/domain/signups/words'
import { daysLater, minutesLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { openDay } from '../../house/open-day'
import type { Billed } from './meter'

/** One seat and three who want it: it is taken, given back, offered, declined, offered and taken. */
export async function signupsStory(house: CloudHouse, billed: Billed) {
  const now = new Date()
  const begins = daysLater(now, 6)
  const times = [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }]
  const [opened, closes] = [daysLater(now, -1).toISOString(), daysLater(now, 5).toISOString()]
  const shares = { shift: 0, newcomer: 0 }
  const instants = { sharesUntil: closes, opensAt: opened, closesAt: closes, cancelUntil: closes }
  const event = openDay({ id: 'oneseat', capacity: 1, shares, times, ...instants })
  const { id, ...fields } = storable(event)
  await house.standIn.load(eventsStore.name, [{ _id: id, ...fields, v: 1 }])
  const left = seatsOf(event)
  const counted = Object.fromEntries(pools.map((pool) => [pool, { left: left[pool], holders: [] }]))
  await house.standIn.load('seats', [{ _id: id, ...counted, endsAt: times[0]?.until, v: 1 }])
  const [first, second, third] = ['o-first', 'o-second', 'o-third'].map((openid) => house.employee(openid))
  if (!first || !second || !third) throw new Error('nobody came')
  const join = { eventId: id, places: 1, shares: [], trade: 'delivery' as const, answers: [] }
  await billed('signups.join', first.signups.join(join))
  await billed('signups.join, into the line', second.signups.join(join))
  dataOf(await third.signups.join(join))
  const one = { eventId: id }
  await billed('signups.open', second.signups.open(one))
  await billed('signups.mine', second.signups.mine({}))
  await billed('signups.cancel', first.signups.cancel(one))
  await billed('signups.decline', second.signups.decline(one))
  await billed('signups.accept', third.signups.accept(one))
}
