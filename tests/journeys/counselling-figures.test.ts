import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { counsellingTalliesStore } from '../../cloudfunctions/insights/store'
import type { Api } from '../../src/contract/client'
import { K } from '../../src/domain/aggregates/k'
import { booked, newBookingId, willing } from '../house/booked'
import { offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { asks, newId, says } from '../house/talking'

/** Tuesday 2026-03-10, ten o'clock in Shanghai; mornings from nine to twelve can be booked, on the hour. */
const at = (day: number, hour: number, minute = 0) => new Date(Date.UTC(2026, 2, day, hour - 8, minute)).toISOString()
const MARCH = { month: '2026-03' }

let house: House
const wang = () => house.staff('wang', '王建国', 'manager')
const lu = () => house.staff('lu', '陆小曼', 'counsellor')
const qi = () => house.staff('qi', '齐宁', 'counsellor')

/** What the clock finds to do, and then what it adds up. */
async function minutesPass(minutes = 2) {
  for (let minute = 0; minute < minutes; minute++) {
    house.clock.forward(1)
    await house.tick()
  }
}
const city = async () => dataOf(await (await wang()).figures.counselling(MARCH))
const ownOf = async (api: Api) => dataOf(await api.figures.ownCounselling(MARCH)).rows[0]

beforeAll(async () => {
  house = await openHouse()
  await offer(await lu(), await wang(), 'lu', profileNamed('陆小曼'))
  await offer(await qi(), await wang(), 'qi', profileNamed('齐宁'))
})
afterAll(() => house.close())

describe('the figures of counselling', () => {
  it('of a month in which nothing was counted are noughts, and say so', async () => {
    const { totals, days, ratings, countedAt } = await city()
    expect([countedAt, ratings, days.length]).toEqual([null, null, 31])
    expect(new Set(Object.values(totals))).toEqual(new Set([0]))
  })

  it('count what is booked, not confirmed, attended, missed and given up, each once', async () => {
    const people = await Promise.all(['林', '赵', '孙', '钱', '李', '周'].map((name) => willing(house, name)))
    const [lin, zhao, sun, qian, li, zhou] = people as [Api, Api, Api, Api, Api, Api]
    await booked(lin, 'lu', at(12, 9))
    await booked(zhao, 'lu', at(12, 10))
    const late = await booked(sun, 'lu', at(11, 9))
    const early = await booked(qian, 'lu', at(13, 9))
    const off = await booked(li, 'qi', at(13, 9))
    const hold = { staffId: 'qi', from: at(13, 10), mode: 'phone' } as const
    const [lapsed, gone] = [newBookingId(), newBookingId()]
    dataOf(await zhou.bookings.hold({ bookingId: lapsed, ...hold }))
    await minutesPass(11)
    dataOf(await zhou.bookings.hold({ bookingId: gone, ...hold }))
    for (const _ of ['once', 'again']) dataOf(await zhou.bookings.letGo({ bookingId: gone }))
    dataOf(await sun.bookings.cancel({ bookingId: late.id }))
    dataOf(await qian.bookings.cancel({ bookingId: early.id }))
    dataOf(await (await qi()).bookings.callOff({ bookingId: off.id, reason: 'ill' }))
    await minutesPass()
    expect((await city()).totals).toMatchObject({
      ...{ booked: 5, lapsed: 2, cancelled: 1, cancelledLate: 1, cancelledByCounsellor: 1, attended: 0, missed: 0 },
    })
    house.clock.set(at(12, 11))
    const counsellor = await lu()
    const { rows } = dataOf(await counsellor.bookings.week({ from: at(9, 0) }))
    const [first, second] = rows.filter(({ state }) => state === 'confirmed')
    dataOf(await counsellor.bookings.missed({ bookingId: first?.id ?? '' }))
    await minutesPass()
    dataOf(await counsellor.bookings.attended({ bookingId: first?.id ?? '' }))
    dataOf(await counsellor.bookings.missed({ bookingId: second?.id ?? '' }))
    await minutesPass()
    const { totals, days } = await city()
    expect(totals).toMatchObject({ attended: 1, minutes: 50, missed: 1, leadMet: 47 * 60 })
    expect(days.find(({ day }) => day === '2026-03-12')).toMatchObject({ attended: 1, missed: 1, booked: 0 })
    expect(days.find(({ day }) => day === '2026-03-10')).toMatchObject({ booked: 5, attended: 0 })
  })

  it('count those who wait, the promise to those who found no time, and whether it was kept', async () => {
    const [he, ma] = [await willing(house, '何'), await willing(house, '马')]
    dataOf(await he.waits.join({ waitId: newId(), staffId: 'lu', field: null, mode: null }))
    const [kept, broken] = [newId(), newId()]
    const asked = { mode: null, field: null, times: ['evening' as const], words: '' }
    dataOf(await he.wishes.ask({ wishId: kept, ...asked }))
    dataOf(await ma.wishes.ask({ wishId: broken, ...asked }))
    dataOf(await (await lu()).wishes.answer({ wishId: kept, proposals: [] }))
    await minutesPass()
    expect((await city()).totals).toMatchObject({ waitsJoined: 1, wishesAsked: 2, wishesKept: 1, wishesMissed: 0 })
    house.clock.set(at(15, 12))
    for (let hour = 0; hour < 3; hour++) {
      house.clock.forward(60)
      await house.tick()
    }
    dataOf(await (await lu()).wishes.answer({ wishId: broken, proposals: [] }))
    await minutesPass()
    expect((await city()).totals).toMatchObject({ wishesAsked: 2, wishesKept: 1, wishesMissed: 1 })
  })

  it('count conversations: how long until somebody came, how long they took, and what was left as a message', async () => {
    house.clock.set(at(16, 21))
    const [bai, gao] = [await willing(house, '白'), await willing(house, '高')]
    const left = await asks(gao)
    await says(gao.chats, left, '夜里总醒')
    const there = await lu()
    dataOf(await there.workbench.list({ available: true }))
    const chatId = await asks(bai)
    house.clock.forward(1)
    dataOf(await there.workbench.accept({ chatId }))
    house.clock.forward(20)
    await says(there.workbench, chatId, '在的')
    for (const _ of ['once', 'again']) dataOf(await there.workbench.end({ chatId }))
    dataOf(await there.workbench.list({ available: true }))
    const silent = await asks(bai)
    dataOf(await there.workbench.accept({ chatId: silent }))
    house.clock.forward(5)
    await says(bai.chats, silent, '谢谢')
    house.clock.forward(61)
    await minutesPass()
    const { totals, heat } = await city()
    expect(totals).toMatchObject({ chatsAsked: 3, chatsLeft: 1, chatsAccepted: 2, chatWait: 60 })
    expect(totals).toMatchObject({ chatsEnded: 2, chatMinutes: 25 })
    expect(heat[0]?.[21]).toBe(3)
  })

  it('count a conversation begun at its booked time once, whoever comes first, and nobody as asking or waiting', async () => {
    house.clock.set(at(17, 6))
    const tao = await willing(house, '陶')
    const bookingId = newBookingId()
    dataOf(await tao.bookings.hold({ bookingId, staffId: 'lu', from: at(17, 9), mode: 'text' }))
    dataOf(await tao.bookings.confirm({ bookingId }))
    house.clock.set(at(17, 9))
    const there = await lu()
    await Promise.all([tao.chats.meet({ bookingId }), there.workbench.meet({ bookingId })])
    dataOf(await tao.chats.meet({ bookingId }))
    dataOf(await there.workbench.meet({ bookingId }))
    house.clock.forward(20)
    dataOf(await there.workbench.end({ chatId: bookingId }))
    await minutesPass()
    const { totals, heat } = await city()
    expect(totals).toMatchObject({ chatsMet: 1, chatsAsked: 3, chatsAccepted: 2, chatsEnded: 3, chatMinutes: 45 })
    expect(heat[1]?.[9] ?? 0).toBe(0)
  })

  it('are a counsellor’s own in hours, sessions and waiting, and never a person or what people gave up', async () => {
    const own = await ownOf(await lu())
    expect(own).toEqual({
      ...{ month: '2026-03', attended: 1, minutes: 50, leadMet: 47 * 60, missed: 1, cancelledByCounsellor: 0 },
      ...{ chatsAccepted: 2, chatWait: 60, chatsMet: 1, chatsEnded: 3, chatMinutes: 45 },
    })
    expect(await ownOf(await qi())).toMatchObject({ attended: 0, cancelledByCounsellor: 1, chatsEnded: 0 })
    const { rows } = dataOf(await (await lu()).figures.ownCounselling(MARCH))
    expect(rows.map(({ month }) => month)).toHaveLength(12)
    expect(rows.at(-1)?.month).toBe('2025-04')
  })

  it('keep nothing of a single visit once it is in the sums', async () => {
    const { rows } = await house.database.open(counsellingTalliesStore).find({ index: 'byReceived', limit: 100 })
    expect(rows.length).toBeGreaterThan(15)
    const { bookings, chats } = await house.dump()
    const stored = [...(bookings ?? []), ...(chats ?? [])] as { id: string; personId: string }[]
    expect(stored.length).toBeGreaterThan(5)
    const kept = JSON.stringify(rows)
    for (const { id, personId } of stored) for (const one of [id, personId]) expect(kept).not.toContain(one)
    for (const { counts, staffId, hour } of rows) {
      expect([counts, staffId]).toEqual([{}, ''])
      expect(hour).toMatch(/T00$/)
    }
  })
})

describe('what people thought of it', () => {
  const rateAll = async (names: readonly string[], day: number) => {
    for (const [index, name] of names.entries()) {
      house.clock.set(at(day + Math.floor(index / 3), 6))
      const api = await willing(house, name)
      const { id } = await booked(api, 'lu', at(day + Math.floor(index / 3), 9 + (index % 3)))
      house.clock.set(at(day + Math.floor(index / 3), 12))
      dataOf(await (await lu()).bookings.attended({ bookingId: id }))
      dataOf(await api.bookings.rate({ bookingId: id, rating: 3 }))
      dataOf(await api.bookings.rate({ bookingId: id, rating: index === 0 ? 5 : 4 }))
    }
  }
  const april = async () => dataOf(await (await wang()).figures.counselling({ month: '2026-04' })).ratings
  const names = Array.from({ length: K }, (_, index) => `评分${index}`)
  /** The last of these ratings can no longer be changed. */
  const weekPasses = async (day: number) => {
    house.clock.set(at(31 + day + 11, 13))
    await minutesPass(3)
  }

  it('is withheld under ten, and looks as if there were none', async () => {
    await rateAll(names.slice(1), 32)
    await weekPasses(4)
    house.clock.set(at(31 + 31, 9))
    expect(await april()).toBeNull()
  })

  it('is a mean of ten and more, each counted once, when the month is over', async () => {
    house.clock.set(at(31 + 16, 6))
    await rateAll(names.slice(0, 1), 31 + 16)
    await weekPasses(16)
    expect(await april()).toBeNull()
    house.clock.set(at(31 + 31, 9))
    expect(await april()).toEqual({ count: K, mean: 4.2 })
  })
})
