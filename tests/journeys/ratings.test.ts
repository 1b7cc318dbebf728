import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ratingsStore } from '../../cloudfunctions/events/store'
import { teacherShown } from '../../cloudfunctions/events/teachers-store'
import type { Event } from '../../src/domain/events/event'
import { daysLater, minutesLater } from '../../src/domain/time'
import { attend, people, seat } from '../house/attended'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'
import { keepTeacher } from '../house/teachers'

let house: House
let event: Event
const came = people('来过的人', 14)

/** Until the hour after midnight, when the day before is counted. */
async function nextDay() {
  house.clock.forward(24 * 60)
  await house.tick()
}
const rate = (name: string, teacher = 5, eventId = event.id) =>
  house.employee(name).ratings.give({
    eventId,
    scores: [
      { item: 'teacher', score: teacher },
      { item: 'content', score: 4 },
    ],
  })
/** Signed in anew: weeks pass here. */
const shown = async (eventId = event.id) => {
  const host = await house.staff('host', '郑主持', 'host')
  return dataOf(await host.reports.open({ eventId })).ratings
}

beforeAll(async () => {
  house = await openHouse()
  await keepTeacher(house, { id: 'zhou' })
  event = await keepEvent(house, house.clock.now(), { id: 'openday', teacherId: 'zhou' })
  const seated = await seat(house, event, [...came, '没来的人'])
  await attend(house, seated.slice(0, came.length))
})
afterAll(() => house.close())

describe('an open day', () => {
  it('is rated once it is over, by whoever came, once', async () => {
    expect(await rate('来过的人0')).toMatchObject({ code: 'NOT_TO_BE_RATED' })
    house.clock.set(event.times[0]?.until ?? '')
    expect(await rate('没来的人')).toMatchObject({ code: 'NOT_TO_BE_RATED' })
    expect(await rate('没有报名的人')).toMatchObject({ code: 'SIGNUP_NOT_FOUND' })
    const twice = await Promise.all([rate('来过的人0'), rate('来过的人0')])
    expect(twice.map((one) => (one.ok ? 'OK' : one.code)).sort()).toEqual(['ALREADY_RATED', 'OK'])
    expect(dataOf(await house.employee('来过的人0').signups.open({ eventId: event.id })).rated).toBe(true)
    expect(dataOf(await house.employee('来过的人1').signups.open({ eventId: event.id })).rated).toBe(false)
  })

  it('keeps what was said without anything that leads to whoever said it', async () => {
    const rows = (await house.dump()).ratings as Record<string, unknown>[]
    expect(rows).toHaveLength(1)
    const [{ id, v, ...rest } = {}] = rows
    expect(rest).toEqual({
      eventId: 'openday',
      day: '2026-03-14',
      scores: [
        { item: 'content', score: 4 },
        { item: 'teacher', score: 5 },
      ],
    })
    const elsewhere = await house.dump(String(id))
    expect(Object.entries(elsewhere).filter(([, found]) => found.length > 0)).toEqual([['ratings', rows]])
  })

  it('shows nothing of nine people, and ten of them only when the day is over', async () => {
    for (const name of came.slice(1, 9)) dataOf(await rate(name))
    await nextDay()
    expect(await shown()).toBeNull()
    dataOf(await rate('来过的人9'))
    await house.tick()
    expect(await shown()).toBeNull()
    await nextDay()
    const mean = [
      { item: 'content', count: 10, mean: 4 },
      { item: 'teacher', count: 10, mean: 5 },
    ]
    expect(await shown()).toEqual(mean)
    expect(await teacherShown('zhou', { database: house.database, now: house.clock.now() })).toMatchObject({
      rating: { count: 10, mean: 5 },
    })
  })

  it('shows no step that one person made, not even at the end', async () => {
    for (const name of came.slice(10)) dataOf(await rate(name, 1))
    await nextDay()
    expect(await shown()).toMatchObject([{ count: 10 }, { count: 10, mean: 5 }])
    house.clock.set(daysLater(new Date(event.times[0]?.until ?? ''), 32).toISOString())
    await house.tick()
    expect(await shown()).toMatchObject([{ count: 10 }, { count: 10, mean: 5 }])
  })

  it('and what is left of small ones is heard for the teacher together', async () => {
    const now = house.clock.now()
    const small = await keepEvent(house, now, {
      id: 'small',
      teacherId: 'zhou',
      capacity: 8,
      shares: { shift: 0, newcomer: 0 },
    })
    const six = people('小活动的人', 6)
    await attend(house, await seat(house, small, six))
    house.clock.set(small.times[0]?.until ?? '')
    for (const name of six) dataOf(await rate(name, 3, 'small'))
    house.clock.forward(32 * 24 * 60)
    await house.tick()
    const known = await teacherShown('zhou', { database: house.database, now: house.clock.now() })
    // Ten who said 5, and four and six who said 1 and 3: shown as twenty, so that the six cannot be told apart.
    expect(known?.rating).toEqual({ count: 20, mean: 3.6 })
    expect(await shown('small')).toBeNull()
  })

  it('is not rated after thirty days, and single scores go once they are counted', async () => {
    house.clock.forward(300 * 24 * 60)
    await house.tick()
    expect((await house.database.open(ratingsStore).find({ index: 'byDay', limit: 1 })).rows).toEqual([])
    expect(await shown()).toMatchObject([{ count: 10 }, { count: 10 }])
  })
})

describe('a group', () => {
  it('is asked how it is after the fifth time, with more to say, and not before', async () => {
    const now = house.clock.now()
    const times = Array.from({ length: 8 }, (_, week) => {
      const from = daysLater(now, 4 + week * 7)
      return { from: from.toISOString(), until: minutesLater(from, 90).toISOString() }
    })
    const group = await keepEvent(house, now, { id: 'balint', kind: 'group', times })
    const [one] = await seat(house, group, ['组员'])
    await attend(house, one ? [one] : [])
    const give = () =>
      house.employee('组员').ratings.give({
        eventId: 'balint',
        scores: [
          { item: 'safe', score: 5 },
          { item: 'goOn', score: 4 },
        ],
      })
    house.clock.set(times[3]?.until ?? '')
    expect(await give()).toMatchObject({ code: 'NOT_TO_BE_RATED' })
    house.clock.set(times[4]?.until ?? '')
    dataOf(await give())
    expect(await give()).toMatchObject({ code: 'ALREADY_RATED' })
  })
})

describe('a certificate', () => {
  it('is for whoever came to what has hours, and says the same each time', async () => {
    const training = await keepEvent(house, house.clock.now(), { id: 'training', kind: 'workshop', hours: 4 })
    const [there, missing] = await seat(house, training, ['学员', '缺席的人'])
    await attend(house, there ? [there] : [])
    expect(missing?.state).toBe('seated')
    const own = () => house.employee('学员').ratings.certificate({ eventId: 'training' })
    expect(await own()).toMatchObject({ code: 'NO_CERTIFICATE' })
    house.clock.set(training.times[0]?.until ?? '')
    const certificate = dataOf(await own())
    expect(certificate).toMatchObject({ title: '曼陀罗绘画', timesCome: 1, hours: 4 })
    expect(certificate.number).toMatch(/^[A-HJ-NP-Z2-9]{6}-[A-HJ-NP-Z2-9]{8}$/)
    expect(dataOf(await own())).toEqual(certificate)
    const host = await house.staff('host', '郑主持', 'host')
    const hours = async (number: string, eventId = 'training') =>
      dataOf(await host.reports.checkCertificate({ eventId, number })).hours
    expect(await hours(certificate.number)).toBe(4)
    expect(await hours(certificate.number.toLowerCase())).toBe(4)
    expect(await hours(certificate.number, 'openday')).toBeNull()
    expect(await hours(`${certificate.number.slice(0, -1)}0`)).toBeNull()
    expect(await hours('ABCDEF')).toBeNull()
    const other = house.employee('缺席的人').ratings.certificate({ eventId: 'training' })
    expect(await other).toMatchObject({ code: 'NO_CERTIFICATE' })
  })
})
