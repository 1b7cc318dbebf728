import { beforeAll, describe, expect, it } from 'vitest'
import { bookingsStore } from '../../cloudfunctions/counselling/store'
import { counsellingFiguresStore } from '../../cloudfunctions/insights/store'
import type { Api } from '../../src/contract/client'
import { booked, newBookingId, willing } from '../house/booked'
import { bookingStories, CARD, hold, house, lu, minutesPass, qi, said } from '../house/booking-stories'
import { dataOf } from '../house/data-of'

bookingStories()

const THURSDAY_9 = '2026-03-12T01:00:00.000Z'
const THURSDAY_11 = '2026-03-12T03:00:00.000Z'

/** Of the tenth, the twelfth … */
const countedOn = async (day: string) =>
  (await house.database.open(counsellingFiguresStore).get('2026-03'))?.days[day] ?? {}

describe('a booking, from the first look to the last word', () => {
  const bookingId = newBookingId()
  let lin: Api
  let zhao: Api
  beforeAll(async () => {
    lin = await willing(house, '林')
    zhao = await willing(house, '赵')
  })

  it('needs the consent to counselling', async () => {
    const nobody = house.employee('没有同意的人')
    expect(await hold(nobody, THURSDAY_9)).toMatchObject({ code: 'CONSENT_NEEDED', purpose: 'counselling' })
  })

  it('is held for ten minutes, for one person alone, and asking again is the same', async () => {
    const held = dataOf(await hold(lin, THURSDAY_9, 'lu', bookingId))
    expect(held).toMatchObject({ state: 'held', counsellorName: '陆小曼', heldUntil: '2026-03-10T02:10:00.000Z' })
    expect(dataOf(await hold(lin, THURSDAY_9, 'lu', bookingId))).toEqual(held)
    expect(await hold(zhao, THURSDAY_9)).toMatchObject({ code: 'SLOT_NOT_OFFERED' })
    expect(await hold(lin, THURSDAY_9, 'qi')).toMatchObject({ code: 'TIME_CLASHES' })
    house.clock.forward(10)
    expect(await lin.bookings.confirm({ bookingId })).toMatchObject({ code: 'HOLD_OVER' })
    const other = newBookingId()
    expect(dataOf(await hold(zhao, THURSDAY_9, 'lu', other)).state).toBe('held')
    dataOf(await zhao.bookings.letGo({ bookingId: other }))
    await house.tick()
    expect((await house.database.open(bookingsStore).get(bookingId))?.state).toBe('expired')
  })

  it('is confirmed, and the counsellor sees a pseudonym and a time', async () => {
    const id = newBookingId()
    expect(await booked(lin, 'lu', THURSDAY_9, id)).toMatchObject({ state: 'confirmed', heldUntil: null })
    expect(dataOf(await lin.bookings.confirm({ bookingId: id })).state).toBe('confirmed')
    await minutesPass(1)
    const { rows } = dataOf(await (await lu()).bookings.week({ from: '2026-03-09T16:00:00.000Z' }))
    expect(rows).toMatchObject([{ id, from: THURSDAY_9, mode: 'phone', state: 'confirmed', shared: false }])
    expect(rows[0]?.pseudonym).toBe(dataOf(await lin.profile.show({})).pseudonym)
    expect(dataOf(await (await qi()).bookings.week({ from: '2026-03-09T16:00:00.000Z' })).rows).toEqual([])
    expect(await (await qi()).bookings.card({ bookingId: id })).toMatchObject({ code: 'BOOKING_NOT_FOUND' })
    expect(await zhao.bookings.open({ bookingId: id })).toMatchObject({ code: 'BOOKING_NOT_FOUND' })

    dataOf(await lin.bookings.setCard({ bookingId: id, card: CARD }))
    expect(dataOf(await lin.bookings.open({ bookingId: id }))).toMatchObject({ card: CARD, shared: true })
    expect(dataOf(await (await lu()).bookings.card({ bookingId: id })).card).toBe(CARD)
    const readings = dataOf(await lin.privacy.readings({})).rows
    expect(readings).toMatchObject([{ what: '预约', role: 'counsellor' }])
    expect(JSON.stringify(await house.dump())).not.toContain(CARD)
    dataOf(await lin.bookings.setCard({ bookingId: id, card: null }))
    expect(dataOf(await (await lu()).bookings.card({ bookingId: id })).card).toBeNull()
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(1)
  })

  it('moves in one step, and what was said of the old time is not said', async () => {
    const [{ id = '' } = {}] = dataOf(await lin.bookings.mine({})).rows
    const moved = dataOf(await lin.bookings.reschedule({ bookingId: id, from: THURSDAY_11, mode: 'text' }))
    expect(moved).toMatchObject({ from: THURSDAY_11, mode: 'text', state: 'confirmed' })
    expect(dataOf(await lin.bookings.reschedule({ bookingId: id, from: THURSDAY_11, mode: 'text' }))).toEqual(moved)
    await house.tick()
    house.clock.set('2026-03-11T01:00:00.000Z')
    await house.tick()
    expect(await said(lin)).toEqual([])
    house.clock.set('2026-03-11T03:00:00.000Z')
    await house.tick()
    expect(await said(lin)).toEqual(['booking-tomorrow'])
    house.clock.set('2026-03-12T02:00:00.000Z')
    await house.tick()
    expect(await said(lin)).toEqual(['booking-soon', 'booking-tomorrow'])
    expect(
      await lin.bookings.reschedule({ bookingId: id, from: '2026-03-13T01:00:00.000Z', mode: 'text' }),
    ).toMatchObject({ code: 'TOO_LATE_TO_MOVE' })
  })

  it('was attended when the counsellor says so, and may be rated', async () => {
    const [{ id = '' } = {}] = dataOf(await lin.bookings.mine({})).rows
    expect(await (await lu()).bookings.attended({ bookingId: id })).toMatchObject({ code: 'NOT_YET_BEGUN' })
    house.clock.set('2026-03-12T03:50:00.000Z')
    expect(dataOf(await (await lu()).bookings.attended({ bookingId: id })).state).toBe('attended')
    await minutesPass(1)
    expect(dataOf(await (await lu()).bookings.missed({ bookingId: id })).state).toBe('missed')
    await minutesPass(1)
    expect(dataOf(await (await lu()).bookings.attended({ bookingId: id })).state).toBe('attended')
    dataOf(await lin.bookings.rate({ bookingId: id, rating: 4 }))
    expect(await (await lu()).bookings.missed({ bookingId: id })).toMatchObject({ code: 'BOOKING_OVER' })
    dataOf(await lin.bookings.rate({ bookingId: id, rating: 5 }))
    expect(dataOf(await lin.bookings.open({ bookingId: id })).rating).toBe(5)
    expect(
      JSON.stringify(dataOf(await (await lu()).bookings.week({ from: '2026-03-09T16:00:00.000Z' }))),
    ).not.toContain('rating')
  })

  it('is counted once, without a name', async () => {
    await minutesPass()
    house.clock.set('2026-03-12T05:10:00.000Z')
    await house.tick()
    await minutesPass(1)
    expect(await countedOn('10')).toMatchObject({ booked: 1 })
    expect(await countedOn('12')).toMatchObject({ attended: 1, minutes: 50, offering: 2 })
    expect(await countedOn('12')).not.toHaveProperty('missed')
  })
})

describe('a time that is given up', () => {
  const MONDAY_9 = '2026-03-16T01:00:00.000Z'
  let lin: Api
  let zhao: Api
  let sun: Api
  let bookingId: string
  let kept: string
  beforeAll(async () => {
    house.clock.set('2026-03-13T02:00:00.000Z')
    lin = await willing(house, '林二')
    zhao = await willing(house, '赵二')
    sun = await willing(house, '孙二')
    bookingId = (await booked(lin, 'lu', MONDAY_9)).id
    for (const [at, api] of [zhao, sun].entries()) {
      house.clock.forward(1)
      const waitId = `waitnumber00000${at}a`
      expect(dataOf(await api.waits.join({ waitId, staffId: 'lu', field: null, mode: null })).before).toBe(at)
    }
  })

  it('is kept for whoever waits the longest, and for nobody else', async () => {
    expect(dataOf(await lin.bookings.cancel({ bookingId })).state).toBe('cancelled')
    expect(dataOf(await lin.bookings.cancel({ bookingId })).state).toBe('cancelled')
    expect(await hold(sun, MONDAY_9)).toMatchObject({ code: 'SLOT_NOT_OFFERED' })
    await minutesPass(1)
    expect(await hold(sun, MONDAY_9)).toMatchObject({ code: 'SLOT_NOT_OFFERED' })
    const [first] = dataOf(await zhao.waits.mine({})).rows
    expect(first?.offer).toMatchObject({ from: MONDAY_9, counsellorName: '陆小曼' })
    expect(dataOf(await sun.waits.mine({})).rows).toMatchObject([{ offer: null }])
    await minutesPass(1)
    expect(await said(zhao)).toEqual(['slot-offered'])
  })

  it('goes on after a no, which keeps the place', async () => {
    const waitId = 'waitnumber000000a'
    dataOf(await zhao.waits.decline({ waitId }))
    expect(await zhao.waits.accept({ waitId, bookingId: newBookingId(), mode: 'phone' })).toMatchObject({
      code: 'OFFER_OVER',
    })
    await minutesPass(1)
    expect(dataOf(await zhao.waits.mine({})).rows).toMatchObject([{ id: waitId, offer: null, before: 0 }])
    expect(dataOf(await sun.waits.mine({})).rows).toMatchObject([{ offer: { from: MONDAY_9 } }])
  })

  it('is taken in one step, also when the answer is lost', async () => {
    kept = newBookingId()
    const accept = { waitId: 'waitnumber000001a', bookingId: kept, mode: 'phone' as const }
    const taken = dataOf(await sun.waits.accept(accept))
    expect(taken).toMatchObject({ state: 'confirmed', from: MONDAY_9 })
    expect(dataOf(await sun.waits.accept(accept))).toEqual(taken)
    expect(dataOf(await sun.waits.mine({})).rows).toEqual([])
  })

  it('lapses after half an hour, and is everybody’s where nobody else waits', async () => {
    dataOf(await sun.bookings.cancel({ bookingId: kept }))
    await minutesPass(1)
    expect(dataOf(await zhao.waits.mine({})).rows).toMatchObject([{ offer: null }])
    expect(dataOf(await hold(lin, MONDAY_9)).state).toBe('held')
    await minutesPass(1)
    expect(await countedOn('13')).toMatchObject({ fromWaits: 1, waitsJoined: 2 })
  })

  it('is not told of at night, and lapses at half past eight', async () => {
    const WEDNESDAY_9 = '2026-03-18T01:00:00.000Z'
    const { id } = await booked(lin, 'lu', WEDNESDAY_9)
    house.clock.set('2026-03-15T14:00:00.000Z')
    dataOf(await lin.bookings.cancel({ bookingId: id }))
    await minutesPass(1)
    expect(dataOf(await zhao.waits.mine({})).rows).toMatchObject([{ offer: null }])
    expect(await hold(sun, WEDNESDAY_9)).toMatchObject({ code: 'SLOT_NOT_OFFERED' })
    house.clock.set('2026-03-16T00:00:00.000Z')
    await house.tick()
    expect(dataOf(await zhao.waits.mine({})).rows).toMatchObject([{ offer: { lapsesAt: '2026-03-16T00:30:00.000Z' } }])
    house.clock.set('2026-03-16T00:30:00.000Z')
    await house.tick()
    expect(dataOf(await zhao.waits.mine({})).rows).toMatchObject([{ offer: null }])
    expect(dataOf(await hold(sun, WEDNESDAY_9)).state).toBe('held')
  })
})
