import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bookingsStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { booked, newBookingId, willing } from '../house/booked'
import { offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

/** Tuesday 2026-03-10, ten o'clock in Shanghai. Mornings from nine to twelve can be booked, on the hour. */
const THURSDAY_9 = '2026-03-12T01:00:00.000Z'
const FRIDAY_9 = '2026-03-13T01:00:00.000Z'
const MONDAY_10 = '2026-03-16T02:00:00.000Z'
const PHONE = '13812345678'

let house: House
let lin: Api
/** Colleagues sign in anew: days go by. */
const lu = () => house.staff('lu', '陆小曼', 'counsellor')
const qi = () => house.staff('qi', '齐宁', 'counsellor')
const stored = (id: string) => house.database.open(bookingsStore).get(id)
const looks = async (bookingId: string) => (await lu()).bookings.phone({ bookingId })
const readings = async () => dataOf(await lin.privacy.readings({})).rows

beforeAll(async () => {
  house = await openHouse()
  const wang = () => house.staff('wang', '王建国', 'manager')
  await offer(await lu(), await wang(), 'lu', profileNamed('陆小曼'))
  await offer(await qi(), await wang(), 'qi', profileNamed('齐宁'))
  lin = await willing(house, '林')
})
afterAll(() => house.close())

describe('a booking by phone', () => {
  let bookingId: string

  it('takes the number while it is held, shows it to the person, and keeps it sealed', async () => {
    bookingId = newBookingId()
    dataOf(await lin.bookings.hold({ bookingId, staffId: 'lu', from: THURSDAY_9, mode: 'phone' }))
    dataOf(await lin.bookings.setPhone({ bookingId, phone: PHONE }))
    expect(dataOf(await lin.bookings.confirm({ bookingId }))).toMatchObject({ phoneGiven: true })
    dataOf(await lin.bookings.setCard({ bookingId, card: '想先听听您的建议' }))
    expect(dataOf(await lin.bookings.open({ bookingId }))).toMatchObject({ phone: PHONE, card: '想先听听您的建议' })
    expect(JSON.stringify(await house.dump())).not.toContain(PHONE)
  })

  it('shows it to its counsellor alone, from a quarter of an hour before, with a line in the ledger for each look', async () => {
    house.clock.set('2026-03-12T00:44:00.000Z')
    expect(await looks(bookingId)).toMatchObject({ code: 'NUMBER_NOT_YET' })
    house.clock.set('2026-03-12T00:45:00.000Z')
    expect(await (await qi()).bookings.phone({ bookingId })).toMatchObject({ code: 'BOOKING_NOT_FOUND' })
    expect(await readings()).toEqual([])
    expect(dataOf(await looks(bookingId)).phone).toBe(PHONE)
    expect(await readings()).toMatchObject([{ what: '预约', role: 'counsellor' }])
    const { rows } = dataOf(await (await lu()).bookings.week({ from: '2026-03-09T16:00:00.000Z' }))
    expect(rows).toMatchObject([{ id: bookingId, phoneGiven: true }])
    expect(JSON.stringify(rows)).not.toContain(PHONE)
  })

  it('shows it also after it was marked as attended, and loses it an hour after the end', async () => {
    house.clock.set('2026-03-12T01:50:00.000Z')
    dataOf(await (await lu()).bookings.attended({ bookingId }))
    house.clock.set('2026-03-12T02:49:00.000Z')
    expect(dataOf(await looks(bookingId)).phone).toBe(PHONE)
    house.clock.set('2026-03-12T02:50:00.000Z')
    expect(await looks(bookingId)).toMatchObject({ code: 'BOOKING_OVER' })
    await house.tick()
    expect(await stored(bookingId)).toMatchObject({ state: 'attended', phone: null })
    const due = (await stored(bookingId))?.due
    await house.tick()
    expect((await stored(bookingId))?.due).toBe(due)
    expect(dataOf(await lin.bookings.open({ bookingId }))).toMatchObject({ phone: null, card: '想先听听您的建议' })
  })

  it('loses it at once when it is moved to writing, taken back, or called off', async () => {
    const { id } = await booked(lin, 'lu', FRIDAY_9)
    const leave = (phone: string | null) => lin.bookings.setPhone({ bookingId: id, phone })
    dataOf(await leave(PHONE))
    dataOf(await lin.bookings.reschedule({ bookingId: id, from: FRIDAY_9, mode: 'text' }))
    expect((await stored(id))?.phone).toBeNull()
    expect(await leave(PHONE)).toMatchObject({ code: 'NOT_BY_PHONE' })
    dataOf(await lin.bookings.reschedule({ bookingId: id, from: FRIDAY_9, mode: 'phone' }))
    dataOf(await leave(PHONE))
    dataOf(await leave(null))
    expect((await stored(id))?.phone).toBeNull()
    dataOf(await leave(PHONE))
    dataOf(await lin.bookings.cancel({ bookingId: id }))
    expect(await stored(id)).toMatchObject({ state: 'cancelled-late', phone: null })
  })

  it('is nothing to look at where the person left no number', async () => {
    const { id } = await booked(lin, 'lu', FRIDAY_9)
    house.clock.set(FRIDAY_9)
    const before = (await readings()).length
    expect(dataOf(await looks(id)).phone).toBeNull()
    expect(await readings()).toHaveLength(before)
  })

  it('keeps one number for all of a series', async () => {
    const seriesId = 'phoneseriesnumber1'
    const series = { seriesId, staffId: 'qi', from: MONDAY_10, mode: 'phone' as const, sessions: 3 }
    const { held } = dataOf(await lin.bookings.series(series))
    dataOf(await lin.bookings.setPhone({ bookingId: held[0]?.id ?? '', phone: PHONE }))
    const { rows } = dataOf(await lin.bookings.confirmSeries({ seriesId }))
    expect(rows.map(({ phoneGiven }) => phoneGiven)).toEqual([true, true, true])
    dataOf(await lin.bookings.setPhone({ bookingId: held[1]?.id ?? '', phone: null }))
    expect(await Promise.all(rows.map(async ({ id }) => (await stored(id))?.phone))).toEqual([null, null, null])
  })
})

describe('the list a counsellor keeps of bookings', () => {
  const list = async (asked: Partial<Parameters<Api['bookings']['held']>[0]> = {}) =>
    dataOf(await (await lu()).bookings.held({ order: 'soonest', ...asked })).rows.map(({ from, state }) => [
      from,
      state,
    ])

  it('has those that stand and those that were, by day, way, state and order, and nobody’s name', async () => {
    const all = await list()
    expect(all).toEqual([
      [THURSDAY_9, 'attended'],
      [FRIDAY_9, 'confirmed'],
    ])
    expect(await list({ order: 'latest' })).toEqual(all.toReversed())
    expect(await list({ state: 'attended' })).toEqual(all.slice(0, 1))
    expect(await list({ mode: 'text' })).toEqual([])
    expect(await list({ from: '2026-03-13' })).toEqual(all.slice(1))
    expect(await list({ until: '2026-03-12' })).toEqual(all.slice(0, 1))
    expect(await list({ from: '2026-03-12', until: '2026-03-13' })).toEqual(all)
    expect(JSON.stringify(dataOf(await (await lu()).bookings.held({ order: 'soonest' })))).not.toContain('personId')
    expect(dataOf(await (await qi()).bookings.held({ order: 'soonest', state: 'attended' })).rows).toEqual([])
  })
})
