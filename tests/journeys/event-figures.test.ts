import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventTalliesStore } from '../../cloudfunctions/insights/store'
import type { Event } from '../../src/domain/events/event'
import { hourOf, minutesLater, monthOf } from '../../src/domain/time'
import { attend, people } from '../house/attended'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
let event: Event
let month: string

/** What the clock finds to do, and then what it adds up. */
const minutesPass = async (minutes = 3) => {
  for (let minute = 0; minute < minutes; minute++) {
    house.clock.forward(1)
    await house.tick()
  }
}
const city = async (of = month) =>
  dataOf(await (await house.staff('wang', '王建国', 'manager')).figures.events({ month: of }))
const asked = (places = 1) => ({ places, shares: [], trade: 'delivery' as const, answers: [] })
const join = async (name: string, places = 1, eventId = event.id) =>
  dataOf(await house.employee(name).signups.join({ eventId, ...asked(places) }))
const one = { eventId: 'openday' }

beforeAll(async () => {
  house = await openHouse()
  const now = house.clock.now()
  event = await keepEvent(house, now, { id: 'openday', capacity: 4, shares: { shift: 0, newcomer: 0 }, relatives: 1 })
  month = monthOf(event.times[0]?.until ?? '')
  expect(monthOf(now)).toBe(month)
})
afterAll(() => house.close())

describe('the figures of events', () => {
  it('of a month in which nothing was counted are noughts, and say so', async () => {
    const { totals, kinds, days, countedAt } = await city('2026-01')
    expect([countedAt, days.length, kinds.length]).toEqual([null, 31, 5])
    expect(new Set(Object.values(totals))).toEqual(new Set([0]))
  })

  it('count sign-ups and who found no seat, each once however often they ask', async () => {
    for (const name of ['林', '赵', '孙']) for (const _ of ['once', 'again']) await join(name)
    expect((await join('一家', 2)).state).toBe('offered')
    for (const name of people('候补', 3)) {
      house.clock.forward(1)
      for (const _ of ['once', 'again']) await join(name)
    }
    await minutesPass()
    expect((await city()).totals).toMatchObject({ signUps: 7, waitlisted: 3, offers: 1, entered: 0 })
  })

  it('count seats given back, and what was offered and taken, whether or not the clock came between', async () => {
    dataOf(await house.employee('一家').signups.accept(one))
    for (const _ of ['once', 'again']) dataOf(await house.employee('林').signups.cancel(one))
    for (const _ of ['once', 'again']) dataOf(await house.employee('候补0').signups.accept(one))
    dataOf(await house.employee('赵').signups.cancel(one))
    await minutesPass()
    for (const _ of ['once', 'again']) dataOf(await house.employee('候补1').signups.decline(one))
    dataOf(await house.employee('候补2').signups.cancel(one))
    await minutesPass()
    expect((await city()).totals).toMatchObject({ signUps: 7, offers: 4, offersTaken: 2, seatsGivenBack: 2 })
  })

  it('count who came, who did not, and who rated, under the kind and the day of the event', async () => {
    const standing = (await house.dump()).signups as unknown as Parameters<typeof attend>[1]
    const came = standing.filter(({ id, state }) => state === 'seated' && id !== idOf('孙'))
    await attend(house, came)
    expect(came).toHaveLength(2)
    house.clock.set(event.times[0]?.until ?? '')
    for (const name of ['一家', '候补0'])
      dataOf(await house.employee(name).ratings.give({ ...one, scores: [{ item: 'teacher', score: 5 }] }))
    const host = await house.staff('host', '郑主持', 'host')
    for (const _ of ['once', 'again']) dataOf(await host.reports.close(one))
    await minutesPass()
    const { totals, kinds, days } = await city()
    expect(totals).toMatchObject({ held: 1, checkIns: 2, missed: 1, ratings: 2 })
    expect(kinds.find(({ kind }) => kind === 'open-day')).toMatchObject({ signUps: 7, checkIns: 2, ratings: 2 })
    expect(kinds.find(({ kind }) => kind === 'group')).toMatchObject({ signUps: 0, held: 0, views: 0 })
    const ended = hourOf(event.times[0]?.until ?? '').slice(0, 10)
    expect(days.find(({ day }) => day === ended)).toMatchObject({ held: 1, ratings: 2, signUps: 0 })
  })

  it('count whoever goes into a draw apart', async () => {
    const drawn = { shares: { shift: 0, newcomer: 0 }, capacity: 1, way: 'draw' as const, kind: 'workshop' as const }
    await keepEvent(house, house.clock.now(), { id: 'drawn', ...drawn })
    for (const name of ['周', '吴']) await join(name, 1, 'drawn')
    await minutesPass()
    const { kinds } = await city(monthOf(house.clock.now()))
    expect(kinds.find(({ kind }) => kind === 'workshop')).toMatchObject({ entered: 2, signUps: 0 })
  })

  it('tell how often pages of events were opened, as phones counted it', async () => {
    const hour = hourOf(minutesLater(house.clock.now(), -60))
    const batch = { uses: [{ use: 'events.opened.live' as const, hour, times: 3 }] }
    for (const name of ['a', 'b']) dataOf(await house.bearing().uses.record({ batchId: name.repeat(24), ...batch }))
    await minutesPass()
    const { totals, kinds } = await city(hour.slice(0, 7))
    expect([totals.views, kinds.find(({ kind }) => kind === 'live')?.views]).toEqual([6, 6])
  })

  it('keep nothing of a single sign-up once it is in the sums', async () => {
    const { rows } = await house.database.open(eventTalliesStore).find({ index: 'byReceived', limit: 100 })
    expect(rows.length).toBeGreaterThan(15)
    const kept = JSON.stringify(rows)
    const { signups } = await house.dump()
    const stored = (signups ?? []) as { personId: string; ticketId: string; eventId: string }[]
    expect(stored.length).toBeGreaterThan(7)
    for (const { personId, ticketId, eventId } of stored)
      for (const told of [personId, ticketId, `"${eventId}`]) expect(kept).not.toContain(told)
    for (const { counts, hour } of rows) {
      expect(counts).toEqual({})
      expect(hour).toMatch(/T00$/)
    }
  })
})

const idOf = (name: string) => `openday.${house.keys.hash('person', name)}`
