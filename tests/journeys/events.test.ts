import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { eventsStore } from '../../cloudfunctions/events/events-store'
import { seatsStore } from '../../cloudfunctions/events/seats-store'
import { signupsStore } from '../../cloudfunctions/events/signups-store'
import type { Api } from '../../src/contract/client'
import type { ProgrammedEvent } from '../../src/contract/events'
import { daysLater, minutesLater, monthOf } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'
import { announced, newEventId, planOf } from '../house/planned'
import { keepTeacher } from '../house/teachers'

let house: House
beforeAll(async () => {
  house = await openHouse()
  dataOf(await (await house.staff('wang', '王建国', 'manager')).branches.mine({}))
})
afterAll(() => house.close())

/** Signed in anew: weeks pass here. */
const zheng = () => house.staff('zheng', '郑主持', 'host')
const sun = () => house.staff('sun', '孙主持', 'host')
const wang = () => house.staff('wang', '王建国', 'manager')
const now = () => house.clock.now()
const open = async (more: Parameters<typeof planOf>[1] = {}) =>
  announced({ host: await zheng(), second: await sun(), now: now() }, more)
const joining = { places: 1, shares: [], trade: 'office' as const, answers: [] }
const shown = async (eventId: string, who: Api = house.employee('过路的人')) =>
  dataOf(await who.events.open({ eventId }))
const titles = async (month: string) =>
  dataOf(await house.employee('过路的人').events.month({ month })).rows.map(({ title }) => title)

describe('an event', () => {
  let event: ProgrammedEvent

  it('is seen by nobody outside until a second person released it', async () => {
    await keepTeacher(house, { id: 'teacherofthehouse', branchId: 'city', name: '周老师' })
    const host = await zheng()
    const draft = dataOf(await host.programme.save(planOf(now(), { teacherId: 'teacherofthehouse', theme: '慢慢画' })))
    expect(draft).toMatchObject({ state: 'draft', own: true, hostName: '郑主持', branchName: '市总工会', counts: null })
    const unseen = async () => {
      expect(await house.employee('过路的人').events.open({ eventId: draft.id })).toMatchObject({
        code: 'EVENT_NOT_FOUND',
      })
      expect(await titles('2026-03')).toEqual([])
    }
    await unseen()
    const handedIn = dataOf(await host.programme.submit({ eventId: draft.id, revision: 1 }))
    await unseen()
    const second = await sun()
    expect(dataOf(await second.programme.list({ which: 'review' })).rows).toMatchObject([{ id: draft.id, own: false }])
    const asked = { eventId: draft.id, revision: handedIn.revision }
    const back = dataOf(await second.programme.sendBack({ ...asked, why: '请写上集合地点' }))
    expect(back).toMatchObject({ state: 'draft', said: '请写上集合地点' })
    const again = dataOf(await host.programme.submit({ eventId: draft.id, revision: back.revision }))
    event = dataOf(await second.programme.release({ eventId: draft.id, revision: again.revision }))
    expect(event).toMatchObject({ state: 'announced', stand: 'open', counts: { seated: 0, waiting: 0 }, said: '' })
    expect(await titles('2026-03')).toEqual(['曼陀罗绘画'])
    expect(await shown(event.id)).toMatchObject({ left: 30, waiting: 0, teacher: { name: '周老师' }, mine: null })
  })

  it('is written down with whoever did each step', async () => {
    const { rows } = await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })
    const steps = rows.flatMap(({ what, byName }) => (what.startsWith('event-') ? [`${what} ${byName}`] : []))
    expect(steps.sort()).toEqual([
      'event-announced 孙主持',
      'event-returned 孙主持',
      'event-submitted 郑主持',
      'event-submitted 郑主持',
    ])
  })

  it('shows each their own sign-up, and a link only to whoever has a seat', async () => {
    const live = await open({
      kind: 'live',
      capacity: 1,
      shares: { shift: 0, newcomer: 0 },
      link: 'https://live.example.org/7',
    })
    const [lin, zhao] = [house.employee('林'), house.employee('赵')]
    dataOf(await lin.signups.join({ eventId: live.id, ...joining }))
    dataOf(await zhao.signups.join({ eventId: live.id, ...joining }))
    expect(await shown(live.id, lin)).toMatchObject({ link: 'https://live.example.org/7', mine: { state: 'seated' } })
    expect(await shown(live.id, zhao)).toMatchObject({ link: '', mine: { state: 'waiting', place: 1 }, stand: 'full' })
    expect(await shown(live.id)).toMatchObject({ link: '', mine: null, left: 0, waiting: 1 })
    const anybodys = await open({
      kind: 'live',
      capacity: 0,
      shares: { shift: 0, newcomer: 0 },
      link: 'https://live.example.org/8',
    })
    expect(await shown(anybodys.id)).toMatchObject({ link: 'https://live.example.org/8', left: null })
  })

  it('that is moved tells why, lets whoever agreed to the old time go, and is kept as long as the new one says', async () => {
    const lin = house.employee('林')
    dataOf(await lin.signups.join({ eventId: event.id, ...joining }))
    house.clock.set(minutesLater(new Date(event.times[0]?.from ?? ''), -120).toISOString())
    expect(await lin.signups.cancel({ eventId: event.id })).toMatchObject({ code: 'TOO_LATE_TO_CANCEL' })
    const begins = daysLater(now(), 3)
    const times = [{ from: begins.toISOString(), until: minutesLater(begins, 90).toISOString() }]
    const there = { times, place: '工人文化宫五层', link: '', said: '三层漏水，换到五层' }
    const moved = dataOf(
      await (await zheng()).programme.move({ eventId: event.id, revision: event.revision, ...there }),
    )
    expect(await shown(event.id, lin)).toMatchObject({
      ...{ where: '工人文化宫五层', said: '三层漏水，换到五层', times },
      mine: { freeToGo: true, state: 'seated' },
    })
    await house.tick()
    const { rows } = await house.database.open(signupsStore).find({ index: 'byEnd', limit: 100 })
    expect(rows.find(({ eventId }) => eventId === event.id)?.endsAt).toBe(times[0]?.until)
    expect((await house.database.open(eventsStore).get(event.id))?.behind).toBe(false)
    house.clock.set(minutesLater(begins, -10).toISOString())
    expect(dataOf(await lin.signups.cancel({ eventId: event.id }))).toMatchObject({ state: 'cancelled' })
    event = moved
  })

  it('that is called off says why to whoever signed up, and takes nobody any more', async () => {
    const off = await open({ title: '积极心态' })
    const lin = house.employee('林')
    dataOf(await lin.signups.join({ eventId: off.id, ...joining }))
    const asked = { eventId: off.id, revision: off.revision, said: '老师病了，下月再办' }
    expect(dataOf(await (await wang()).programme.cancel(asked))).toMatchObject({ state: 'cancelled' })
    expect(dataOf(await lin.signups.open({ eventId: off.id }))).toMatchObject({ calledOff: true, said: asked.said })
    const late = house.employee('赵').signups.join({ eventId: off.id, ...joining })
    expect(await late).toMatchObject({ code: 'EVENT_NOT_FOUND' })
    expect(await shown(off.id)).toMatchObject({ stand: 'cancelled', said: asked.said })
  })

  it('is held once it is over, and its seats are forgotten a month after', async () => {
    const held = await open()
    dataOf(await house.employee('林').signups.join({ eventId: held.id, ...joining }))
    house.clock.set(held.times[0]?.until ?? '')
    await house.tick()
    expect(await shown(held.id)).toMatchObject({ stand: 'held' })
    expect(await house.database.open(seatsStore).get(held.id)).toBeDefined()
    house.clock.forward(31 * 24 * 60)
    await house.tick()
    expect(await house.database.open(seatsStore).get(held.id)).toBeUndefined()
    expect(JSON.stringify((await house.dump()).signups)).not.toContain(held.id)
  })
})

describe('a month', () => {
  it('has what has a time in it, by its first time there, as Shanghai counts', async () => {
    const at = (instant: string) => ({ from: instant, until: minutesLater(new Date(instant), 60).toISOString() })
    const group = [at('2026-06-20T11:00:00.000Z'), at('2026-07-04T11:00:00.000Z'), at('2026-07-18T11:00:00.000Z')]
    await keepEvent(house, now(), { id: newEventId(), title: '巴林特小组', times: group })
    await keepEvent(house, now(), { id: newEventId(), title: '夜里的直播', times: [at('2026-06-30T16:30:00.000Z')] })
    await keepEvent(house, now(), { id: newEventId(), title: '草稿', times: group, state: 'draft' })
    expect(await titles('2026-06')).toEqual(['巴林特小组'])
    expect(await titles('2026-07')).toEqual(['夜里的直播', '巴林特小组'])
    expect(await titles('2026-08')).toEqual([])
  })
})

describe('planning', () => {
  it('copies an event to other days, as drafts of whoever asked', async () => {
    const event = await open()
    const [may, june] = [daysLater(now(), 40), daysLater(now(), 70)].map((day) => day.toISOString())
    const copies = [may, june].map((from) => ({ eventId: newEventId(), from: from ?? '' }))
    const host = await sun()
    const { rows } = dataOf(await host.programme.copy({ eventId: event.id, copies }))
    expect(rows.map(({ state, times, hostName }) => [state, times[0]?.from, hostName])).toEqual([
      ['draft', may, '孙主持'],
      ['draft', june, '孙主持'],
    ])
    dataOf(await host.programme.copy({ eventId: event.id, copies }))
    const own = dataOf(await host.programme.list({ which: 'own' })).rows
    expect(own.map(({ id }) => id)).toEqual(copies.map(({ eventId }) => eventId).reverse())
    dataOf(await host.programme.remove({ eventId: copies[0]?.eventId ?? '', revision: 1 }))
    expect(dataOf(await host.programme.list({ which: 'own' })).rows).toHaveLength(1)
  })

  it('lists what is ahead and what is over, of the caller’s own branches', async () => {
    const before = dataOf(await (await wang()).programme.list({ which: 'past' })).rows.length
    expect(before).toBeGreaterThan(0)
    const far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
    for (const which of ['review', 'ahead', 'past'] as const)
      expect(dataOf(await far.programme.list({ which })).rows).toEqual([])
    const groups = dataOf(await (await zheng()).programme.list({ which: 'ahead', kind: 'group' })).rows
    expect(groups).toEqual([])
  })
})

describe('lectures', () => {
  it('are counted by district, beside what was to be', async () => {
    const manager = await wang()
    const heping = dataOf(
      await manager.branches.create({ branchId: 'city', kind: 'district', name: '和平区总工会', code: 'heping' }),
    )
    const year = monthOf(now()).slice(0, 4)
    dataOf(await manager.programme.setQuota({ branchId: heping.id, year, quota: 6 }))
    const lecture = { kind: 'lecture' as const, branchId: heping.id, capacity: 0, shares: { shift: 0, newcomer: 0 } }
    const times = [daysLater(now(), 2), daysLater(now(), 5)].map((day) => [
      { from: day.toISOString(), until: minutesLater(day, 60).toISOString() },
    ])
    const [first, second] = [newEventId(), newEventId()]
    await keepEvent(house, now(), { ...lecture, id: first, times: times[0] ?? [] })
    await keepEvent(house, now(), { ...lecture, id: second, times: times[1] ?? [] })
    const row = async () =>
      dataOf(await (await wang()).programme.lectures({ year })).rows.find(({ branchId }) => branchId === heping.id)
    expect(await row()).toEqual({
      ...{ branchId: heping.id, branchName: '和平区总工会', quota: 6, announced: 2, held: 0, wellAttended: 0 },
    })
    house.clock.forward(3 * 24 * 60)
    await house.tick()
    expect(await row()).toMatchObject({ announced: 1, held: 1, wellAttended: 0 })
    const far = await house.staffIn('far', '远处的主持', [{ role: 'host', branchId: 'city.far' }])
    expect(dataOf(await far.programme.lectures({ year })).rows).toEqual([])
  })
})
