import { afterAll, beforeAll, expect, it } from 'vitest'
import { seatedOf } from '../../cloudfunctions/events/seated'
import { codeAt } from '../../src/domain/tickets/code'
import { minutesLater } from '../../src/domain/time'
import { attend } from '../house/attended'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const NAMES = ['林', '周', '赵']
const eventId = 'gonelater'

it('thirty days after an event nothing anywhere says who came, was at its door, or held a ticket', async () => {
  const questions = [{ id: 'q1', text: '想问什么', needed: false }]
  const event = await keepEvent(house, house.clock.now(), { id: eventId, questions })
  const people = NAMES.map((name) => ({ name, personId: house.keys.hash('person', name) }))
  for (const { name } of people) {
    const answers = [{ questionId: 'q1', text: `${name}的回答` }]
    dataOf(await house.employee(name).signups.join({ eventId, places: 1, shares: [], trade: 'health', answers }))
  }
  const begins = event.times[0]?.from ?? ''
  house.clock.set(minutesLater(new Date(begins), -30).toISOString())
  await house.tick()
  const host = await house.staff('host', '郑主持', 'host')
  const { code } = dataOf(await host.doors.pass({ eventId }))
  dataOf(await house.employee('帮忙的人').doors.takePass({ code }))
  const list = dataOf(await house.employee('帮忙的人').doors.list({ eventId }))
  const [first] = list.tickets
  if (!first) throw new Error('nobody has a seat')
  const at = house.clock.now()
  const scan = {
    scanId: 'scanofthefirst01',
    ticketId: first.ticketId,
    code: codeAt(first.key, at),
    at: at.toISOString(),
  }
  dataOf(await house.employee('帮忙的人').doors.merge({ eventId, scans: [{ ...scan, by: 'qr', device: 'phoneone' }] }))
  await attend(house, (await seatedOf(eventId, house)).slice(1, 2))
  house.clock.set(event.times[0]?.until ?? '')
  await house.tick()
  const before = JSON.stringify(await house.dump())
  for (const { ticketId } of list.tickets) expect(before).toContain(ticketId)

  house.clock.forward(31 * 24 * 60)
  await house.tick()
  const dump = (await house.dump()) as Record<string, unknown[]>
  const whole = JSON.stringify(dump)
  for (const { ticketId } of list.tickets) expect(whole).not.toContain(ticketId)
  expect(whole).not.toContain('scanofthefirst01')
  const helper = house.keys.hash('person', '帮忙的人')
  const both = Object.entries(dump).flatMap(([name, rows]) =>
    rows
      .map((row) => JSON.stringify(row))
      .filter(
        (row) =>
          row.includes(eventId) && [...people.map(({ personId }) => personId), helper].some((id) => row.includes(id)),
      )
      .map(() => name),
  )
  expect(both).toEqual([])
  expect(['signups', 'scans', 'passes', 'doorKeepers', 'seats'].map((name) => dump[name]?.length ?? 0)).toEqual([
    0, 0, 0, 0, 0,
  ])
})
