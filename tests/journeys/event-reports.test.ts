import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeEvent, publishTrades } from '../../cloudfunctions/events/close-event'
import { eventReportsStore, eventsStore, signupsStore } from '../../cloudfunctions/events/store'
import type { Event } from '../../src/domain/events/event'
import { daysLater, minutesLater } from '../../src/domain/time'
import { attend, people, seat } from '../house/attended'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Signed in anew: weeks pass here. */
const host = () => house.staff('host', '郑主持', 'host')
const reportOf = async (eventId: string) => dataOf(await (await host()).reports.open({ eventId }))
const closeIt = async (eventId: string) => (await host()).reports.close({ eventId })
const announce = (id: string, more: Partial<Event> = {}) =>
  keepEvent(house, house.clock.now(), { id, shares: { shift: 0, newcomer: 0 }, ...more })
const passes = async (instant: string | undefined) => {
  house.clock.set(instant ?? '')
  await house.tick()
}
const known = (cells: { trade: string; people: number | null }[]) =>
  Object.fromEntries(cells.filter(({ people }) => people !== null).map(({ trade, people }) => [trade, people]))

describe('the report of an open day', () => {
  let event: Event
  beforeAll(async () => {
    event = await announce('openday')
    const health = await seat(house, event, people('护士', 12))
    const transport = await seat(house, event, people('司机', 14), 'transport')
    await seat(house, event, people('老师', 4), 'education')
    await seat(house, event, people('来晚的', 3), 'retail')
    await attend(house, [...health.slice(0, 10), ...transport.slice(0, 9)])
  })

  it('says how many want to come, and of which trades nothing yet', async () => {
    const report = await reportOf('openday')
    expect(report).toMatchObject({ signedUp: 33, waited: 3, seatedPlaces: 30, came: 19, missed: 0, closedAt: null })
    expect(report).toMatchObject({ trades: null, ratings: null, times: [{ came: 19 }] })
  })

  it('tells the trades once sign-up has closed: those that are ten people or more, and no one by the rest', async () => {
    await passes(event.closesAt)
    expect((await reportOf('openday')).trades).toBeNull()
    house.clock.forward(10)
    await house.tick()
    const { trades } = await reportOf('openday')
    // The four teachers would be known from the whole, so the next smallest is withheld beside them.
    expect(trades?.total).toBe(30)
    expect(known(trades?.cells ?? [])).toEqual({ transport: 14 })
    expect(trades?.cells).toHaveLength(16)
  })

  it('and never tells them anew, whoever goes or is forgotten', async () => {
    const before = (await reportOf('openday')).trades
    for (const name of people('司机', 5))
      dataOf(await house.employee(name).privacy.destroy({ ...gone(name), kinds: ['signups'] }))
    house.clock.forward(30)
    await house.tick()
    expect((await reportOf('openday')).trades).toEqual(before)
  })

  it('is closed by the host once it is over: whoever did not come is counted', async () => {
    expect(await closeIt('openday')).toMatchObject({ code: 'EVENT_NOT_OVER' })
    house.clock.set(event.times[0]?.until ?? '')
    dataOf(await closeIt('openday'))
    const closed = await reportOf('openday')
    expect(closed).toMatchObject({ came: 14, missed: 11, closedAt: house.clock.now().toISOString() })
    expect((await house.database.open(eventsStore).get('openday'))?.state).toBe('reported')
    house.clock.forward(60)
    dataOf(await closeIt('openday'))
    expect(await reportOf('openday')).toEqual(closed)
  })

  it('stays when the list of names is gone', async () => {
    const before = await reportOf('openday')
    house.clock.forward(31 * 24 * 60)
    await house.tick()
    const where = { eventId: 'openday', state: 'came' }
    expect(await house.database.open(signupsStore).count({ index: 'inTurn', where })).toBe(0)
    expect(await reportOf('openday')).toEqual(before)
    const [row] = (await house.dump('openday')).eventReports as Record<string, unknown>[]
    expect(JSON.stringify(row)).not.toContain(house.keys.hash('person', '护士0'))
  })
})

const gone = (name: string) => ({
  number: `numbermadebyphone${name.length}${[...name].map((c) => c.codePointAt(0)).join('')}`,
  account: false,
})

describe('the report of a group', () => {
  it('says how many were there at each of its times, and who came once has come', async () => {
    const now = house.clock.now()
    const times = [4, 11, 18].map((days) => {
      const from = daysLater(now, days)
      return { from: from.toISOString(), until: minutesLater(from, 90).toISOString() }
    })
    const group = await announce('balint', { kind: 'group', times, hours: 6 })
    const [first, second, third] = await seat(house, group, ['甲', '乙', '丙'])
    if (!first || !second || !third) throw new Error('nobody came')
    await attend(house, [first, second])
    await attend(house, [first], 1)
    await attend(house, [second], 2)
    house.clock.set(times[2]?.until ?? '')
    dataOf(await closeIt('balint'))
    const report = await reportOf('balint')
    expect(report).toMatchObject({ came: 2, missed: 1 })
    expect(report.times.map(({ came }) => came)).toEqual([2, 1, 1])
    const certificate = dataOf(await house.employee('甲').ratings.certificate({ eventId: 'balint' }))
    expect(certificate).toMatchObject({ timesCome: 2, hours: 4 })
  })
})

describe('a small event', () => {
  it('says nothing of trades', async () => {
    const event = await announce('small', { capacity: 9 })
    await seat(house, event, people('工友', 9), 'construction')
    await passes(daysLater(new Date(event.closesAt), 0.5).toISOString())
    const { trades } = await reportOf('small')
    expect(trades?.total).toBeNull()
    expect(known(trades?.cells ?? [])).toEqual({})
  })
})

describe('a draw', () => {
  it('has no trades while nobody has been drawn', async () => {
    const event = await announce('draw', { way: 'draw' })
    await seat(house, event, people('抽签的人', 12))
    const now = daysLater(new Date(event.closesAt), 1)
    expect(await publishTrades(event, { database: house.database, now })).toBe(false)
    expect(await house.database.open(eventReportsStore).get('draw')).toBeUndefined()
  })
})

describe('an event that nobody closes', () => {
  it('is closed a week after it was over', async () => {
    const event = await announce('forgotten')
    await seat(house, event, people('忘记签到的', 3))
    const until = new Date(event.times[0]?.until ?? '')
    await passes(daysLater(until, 6.9).toISOString())
    expect((await reportOf('forgotten')).closedAt).toBeNull()
    await passes(daysLater(until, 7.1).toISOString())
    expect(await reportOf('forgotten')).toMatchObject({ missed: 3, closedAt: house.clock.now().toISOString() })
  })

  it('is closed as well where closing was cut off, wherever that was', async () => {
    for (let calls = 0, whole = false; !whole; calls++) {
      const id = `cut${calls}`
      const event = await announce(id)
      await seat(house, event, people(`断开${calls}的人`, 2))
      house.clock.set(event.times[0]?.until ?? '')
      const { database } = cutOff(house.database, calls)
      whole = await closeEvent(id, { database, keys: house.keys, now: house.clock.now() }).then(
        ({ ok }) => ok,
        () => false,
      )
      const stored = await house.database.open(eventReportsStore).get(id)
      if (stored?.closing) expect(stored.closedAt).toBe('')
      house.clock.forward(60)
      await house.tick()
      const report = await reportOf(id)
      if (calls > 0)
        expect({ calls, missed: report.missed, closing: report.closedAt !== null }).toEqual({
          calls,
          missed: 2,
          closing: true,
        })
      else expect(report.closedAt).toBeNull()
    }
  }, 60_000)
})

describe('what a report is not for', () => {
  it('an event in another branch, a draft, and one that was called off', async () => {
    await announce('draft', { state: 'draft' })
    await announce('off', { state: 'cancelled' })
    const far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
    await announce('near', { branchId: 'city' })
    expect(await far.reports.open({ eventId: 'near' })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
    expect(await far.reports.close({ eventId: 'near' })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
    const own = await host()
    expect(await own.reports.open({ eventId: 'draft' })).toMatchObject({ code: 'EVENT_NOT_ANNOUNCED' })
    expect(await own.reports.open({ eventId: 'off' })).toMatchObject({ code: 'EVENT_NOT_ANNOUNCED' })
    expect(await own.reports.close({ eventId: 'off' })).toMatchObject({ code: 'EVENT_NOT_FOUND' })
  })
})
