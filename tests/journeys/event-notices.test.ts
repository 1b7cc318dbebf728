import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsStore, storable } from '../../cloudfunctions/events/events-store'
import { tellSignups } from '../../cloudfunctions/events/tell-signups'
import type { Event } from '../../src/domain/events/event'
import { callOff, moveTo } from '../../src/domain/events/moves'
import { done, type Result } from '../../src/domain/result'
import { daysLater, minutesLater } from '../../src/domain/time'
import { seat } from '../house/attended'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const said = async (name: string) => dataOf(await house.employee(name).notices.list({})).rows.map(({ kind }) => kind)
/** What became of a sign-up is planned in one minute and said in the next. */
const minutesPass = async () => {
  for (let minute = 0; minute < 3; minute++) {
    house.clock.forward(1)
    await house.tick()
  }
}
const passes = async (instant: Date) => {
  house.clock.set(instant.toISOString())
  await house.tick()
  house.clock.forward(1)
  await house.tick()
}
/** As its host does, with everybody who is signed up to hear of it. */
const host = async (id: string, rule: (event: Event) => Result<Event, string>) => {
  await house.database.open(eventsStore).change(id, (event) => {
    const moved = rule(event as Event)
    if (!moved.ok) throw new Error(moved.code)
    return done({ write: storable(moved.data, true), reply: true })
  })
  await minutesPass()
}
const alone = { shares: { shift: 0, newcomer: 0 }, relatives: 0 }

describe('whoever has a seat', () => {
  it('is reminded a day and two hours before, also where the job that plans it was cut off anywhere', async () => {
    const event = await keepEvent(house, house.clock.now(), { id: 'openday' })
    await seat(house, event, ['林'])
    for (let calls = 0, whole = false; !whole; calls++) {
      const { database } = cutOff(house.database, calls)
      const { files, keys, clock } = house
      const ran = tellSignups.run({ database, files, keys, now: clock.now(), timeLeft: () => true })
      whole = await ran.then(
        () => true,
        () => false,
      )
    }
    const begins = new Date(event.times[0]?.from ?? '')
    await passes(minutesLater(begins, -24 * 60 - 2))
    expect(await said('林')).toEqual([])
    await passes(minutesLater(begins, -24 * 60))
    expect(await said('林')).toEqual(['event-tomorrow'])
    await passes(minutesLater(begins, -2 * 60))
    expect(await said('林')).toEqual(['event-soon', 'event-tomorrow'])
  })

  it('hears of another time, is reminded of that one alone, and hears when it is called off', async () => {
    const now = house.clock.now()
    const event = await keepEvent(house, now, { id: 'moved' })
    await seat(house, event, ['赵'])
    await house.tick()
    const from = daysLater(now, 6)
    const times = [{ from: from.toISOString(), until: minutesLater(from, 120).toISOString() }]
    await host('moved', (one) =>
      moveTo(one, { revision: one.revision, times, place: '换到二层', link: '', said: '借不到场地' }, now),
    )
    expect(await said('赵')).toEqual(['event-changed'])
    await passes(minutesLater(new Date(event.times[0]?.from ?? ''), -60))
    expect(await said('赵')).toEqual(['event-changed'])
    await passes(minutesLater(from, -24 * 60))
    expect(await said('赵')).toEqual(['event-tomorrow', 'event-changed'])
    await host('moved', (one) => callOff(one, { revision: one.revision, said: '老师病了' }, house.clock.now()))
    expect(await said('赵')).toEqual(['event-cancelled', 'event-tomorrow', 'event-changed'])
    await passes(minutesLater(from, -2 * 60))
    expect(await said('赵')).toHaveLength(3)
  })
})

describe('whoever waits', () => {
  it('hears of a seat that is kept for them, and nothing is left of it when they destroy their sign-up', async () => {
    house.clock.set('2026-04-10T02:00:00.000Z')
    const event = await keepEvent(house, house.clock.now(), { id: 'oneseat', capacity: 1, ...alone })
    const [, second] = await seat(house, event, ['周', '吴'])
    expect(second?.state).toBe('waiting')
    dataOf(await house.employee('周').signups.cancel({ eventId: 'oneseat' }))
    await minutesPass()
    expect(await said('吴')).toEqual(['seat-offered'])
    const speaking = async () => ((await house.dump(second?.toldAs ?? '')).notices ?? []).length
    expect(await speaking()).toBe(1)
    dataOf(
      await house
        .employee('吴')
        .privacy.destroy({ number: 'numbermadebyphone0001', kinds: ['signups'], account: false }),
    )
    expect(await speaking()).toBe(0)
    await minutesPass()
    expect(await said('吴')).toEqual([])
  })
  it('is told nothing of an offer that has lapsed by the morning', async () => {
    house.clock.set('2026-05-10T14:30:00.000Z')
    const event = await keepEvent(house, house.clock.now(), { id: 'night', capacity: 1, ...alone })
    await seat(house, event, ['冯', '陈'])
    dataOf(await house.employee('冯').signups.cancel({ eventId: 'night' }))
    await minutesPass()
    expect(await said('陈')).toEqual([])
    dataOf(await house.employee('陈').signups.decline({ eventId: 'night' }))
    await passes(new Date('2026-05-11T00:10:00.000Z'))
    expect(await said('陈')).toEqual([])
  })
})
