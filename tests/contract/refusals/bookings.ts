import { afterAll, beforeAll, describe, it } from 'vitest'
import { bookingRules } from '../../../cloudfunctions/counselling/booking-rules'
import type { Api } from '../../../src/contract/client'
import { MOST_PROPOSALS } from '../../../src/domain/wishes/wish'
import { booked, newBookingId, willing } from '../../house/booked'
import { offer, profileNamed } from '../../house/counsellors'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

const mode = 'phone' as const
/** An hour of the morning of a day of March 2026; from nine to twelve can be booked. */
const at = (day: number, hour = 9) => `2026-03-${String(day).padStart(2, '0')}T0${hour - 8}:00:00.000Z`
const PHONE = '13800000000'
const gone = { bookingId: 'nobookingthere01' }

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function bookingRefusals(): void {
  let house: House
  let turn = 0
  const wang = () => house.staff('wang', '王建国', 'manager')
  const lu = () => house.staff('lu', '陆小曼', 'counsellor')
  const somebody = (): Promise<Api> => willing(house, `某人${turn++}`)
  beforeAll(async () => {
    house = await openHouse()
    await offer(await lu(), await wang(), 'lu', profileNamed('陆小曼'))
    const qi = await house.staff('qi', '齐宁', 'counsellor')
    await offer(qi, await wang(), 'qi', profileNamed('齐宁'))
  })
  afterAll(() => house.close())
  const holdAt = (api: Api, from: string, staffId = 'lu', bookingId = newBookingId()) =>
    api.bookings.hold({ bookingId, staffId, from, mode })

  describe('a booking is refused', () => {
    it('where there is none, to everybody', async () => {
      const [lin, counsellor] = [await somebody(), await lu()]
      const code = 'BOOKING_NOT_FOUND'
      await refusedWith('bookings.confirm', code, lin.bookings.confirm(gone))
      await refusedWith('bookings.letGo', code, lin.bookings.letGo(gone))
      await refusedWith('bookings.confirmSeries', code, lin.bookings.confirmSeries({ seriesId: 'noseries' }))
      await refusedWith('bookings.reschedule', code, lin.bookings.reschedule({ ...gone, from: at(12), mode }))
      await refusedWith('bookings.cancel', code, lin.bookings.cancel(gone))
      await refusedWith('bookings.rate', code, lin.bookings.rate({ ...gone, rating: 3 }))
      await refusedWith('bookings.setCard', code, lin.bookings.setCard({ ...gone, card: '一句话' }))
      await refusedWith('bookings.open', code, lin.bookings.open(gone))
      await refusedWith('bookings.setPhone', code, lin.bookings.setPhone({ ...gone, phone: PHONE }))
      await refusedWith('bookings.phone', code, counsellor.bookings.phone(gone))
      await refusedWith('bookings.card', code, counsellor.bookings.card(gone))
      await refusedWith('bookings.attended', code, counsellor.bookings.attended(gone))
      await refusedWith('bookings.missed', code, counsellor.bookings.missed(gone))
      await refusedWith('bookings.callOff', code, counsellor.bookings.callOff({ ...gone, reason: 'ill' }))
    })

    it('with nobody, at a time that is none or not free, or at two at once', async () => {
      const lin = await somebody()
      await refusedWith('bookings.hold', 'COUNSELLOR_NOT_FOUND', holdAt(lin, at(12), 'nobody'))
      const series = { seriesId: 'seriesnumber000001', staffId: 'nobody', from: at(12), mode, sessions: 2 }
      await refusedWith('bookings.series', 'COUNSELLOR_NOT_FOUND', lin.bookings.series(series))
      await refusedWith('bookings.hold', 'SLOT_NOT_OFFERED', holdAt(lin, '2026-03-12T01:07:00.000Z'))
      const { id: bookingId } = await booked(lin, 'lu', at(12))
      const move = (from: string) => lin.bookings.reschedule({ bookingId, from, mode })
      await refusedWith('bookings.reschedule', 'SLOT_NOT_OFFERED', move('2026-03-12T01:07:00.000Z'))
      await refusedWith('bookings.hold', 'TIME_CLASHES', holdAt(lin, at(12), 'qi'))
      await refusedWith('bookings.hold', 'SLOT_TAKEN', holdAt(await somebody(), at(13), 'lu', bookingId))
      dataOf(await holdAt(lin, at(13), 'qi'))
      await refusedWith('bookings.reschedule', 'TIME_CLASHES', move(at(13)))
      await refusedWith('bookings.hold', 'TOO_MANY_STANDING', holdAt(lin, at(14)))
      dataOf(await (await lu()).counsellors.pause({ paused: true }))
      await refusedWith('bookings.reschedule', 'COUNSELLOR_NOT_FOUND', move(at(14)))
      dataOf(await (await lu()).counsellors.pause({ paused: false }))
      dataOf(await lin.bookings.cancel({ bookingId }))
    })

    it('where two move to one time at the same instant', async () => {
      const both = [await somebody(), await somebody()] as const
      const ids = [(await booked(both[0], 'lu', at(12, 9))).id, (await booked(both[1], 'lu', at(12, 10))).id] as const
      const to = { from: at(12, 11), mode }
      const replies = await Promise.all(
        both.map((api, n) => api.bookings.reschedule({ bookingId: ids[n] ?? '', ...to })),
      )
      const lost = replies.find(({ ok }) => !ok)
      await refusedWith('bookings.reschedule', 'SLOT_TAKEN', Promise.resolve(lost ?? { ok: true }))
    })

    it('beyond what anybody may have in thirty days', async () => {
      const lin = await somebody()
      const { inPeriod } = bookingRules
      for (let week = 0; week < 2; week++) {
        const seriesId = `fullseriesnumber${week}`
        const series = { seriesId, staffId: 'qi', from: at(16 + week, 10), mode, sessions: inPeriod / 2 }
        dataOf(await lin.bookings.series(series))
        dataOf(await lin.bookings.confirmSeries({ seriesId }))
      }
      await refusedWith('bookings.hold', 'TOO_MANY_IN_PERIOD', holdAt(lin, at(20)))
    })

    it('once it is not what the move is for', async () => {
      const lin = await somebody()
      const bookingId = newBookingId()
      dataOf(await holdAt(lin, at(18), 'lu', bookingId))
      await refusedWith('bookings.cancel', 'NOT_CONFIRMED', lin.bookings.cancel({ bookingId }))
      const move = () => lin.bookings.reschedule({ bookingId, from: at(19), mode })
      await refusedWith('bookings.reschedule', 'NOT_CONFIRMED', move())
      dataOf(await lin.bookings.confirm({ bookingId }))
      await refusedWith('bookings.letGo', 'NOT_HELD', lin.bookings.letGo({ bookingId }))
      const counsellor = await lu()
      await refusedWith('bookings.attended', 'NOT_YET_BEGUN', counsellor.bookings.attended({ bookingId }))
      await refusedWith('bookings.missed', 'NOT_YET_BEGUN', counsellor.bookings.missed({ bookingId }))
      await refusedWith('bookings.rate', 'NOT_ATTENDED', lin.bookings.rate({ bookingId, rating: 3 }))
      dataOf(await lin.bookings.cancel({ bookingId }))
      await refusedWith('bookings.confirm', 'BOOKING_OVER', lin.bookings.confirm({ bookingId }))
      await refusedWith('bookings.reschedule', 'BOOKING_OVER', move())
      await refusedWith('bookings.setCard', 'BOOKING_OVER', lin.bookings.setCard({ bookingId, card: '一句话' }))
      await refusedWith('bookings.attended', 'BOOKING_OVER', counsellor.bookings.attended({ bookingId }))
      await refusedWith('bookings.missed', 'BOOKING_OVER', counsellor.bookings.missed({ bookingId }))
      const off = counsellor.bookings.callOff({ bookingId, reason: 'ill' })
      await refusedWith('bookings.callOff', 'BOOKING_OVER', off)
    })

    it('a number where nobody calls, and to the counsellor before the time and after it', async () => {
      const lin = await somebody()
      const written = { bookingId: newBookingId() }
      dataOf(await lin.bookings.hold({ ...written, staffId: 'lu', from: at(13), mode: 'text' }))
      dataOf(await lin.bookings.confirm(written))
      const counsellor = await lu()
      const left = { ...written, phone: PHONE }
      await refusedWith('bookings.setPhone', 'NOT_BY_PHONE', lin.bookings.setPhone(left))
      await refusedWith('bookings.phone', 'NOT_BY_PHONE', counsellor.bookings.phone(written))
      dataOf(await lin.bookings.cancel(written))
      await refusedWith('bookings.setPhone', 'BOOKING_OVER', lin.bookings.setPhone(left))
      const { id: bookingId } = await booked(lin, 'lu', at(13))
      dataOf(await lin.bookings.setPhone({ bookingId, phone: PHONE }))
      await refusedWith('bookings.phone', 'NUMBER_NOT_YET', counsellor.bookings.phone({ bookingId }))
      dataOf(await lin.bookings.cancel({ bookingId }))
      await refusedWith('bookings.phone', 'BOOKING_OVER', counsellor.bookings.phone({ bookingId }))
    })

    it('after its time', async () => {
      const lin = await somebody()
      const seriesId = 'lateseriesnumber01'
      dataOf(await lin.bookings.series({ seriesId, staffId: 'qi', from: at(19), mode, sessions: 2 }))
      const bookingId = newBookingId()
      dataOf(await holdAt(lin, at(18), 'lu', bookingId))
      house.clock.forward(10)
      await refusedWith('bookings.confirm', 'HOLD_OVER', lin.bookings.confirm({ bookingId }))
      await refusedWith('bookings.confirmSeries', 'HOLD_OVER', lin.bookings.confirmSeries({ seriesId }))
      const { id } = await booked(lin, 'lu', at(18))
      house.clock.set(at(18, 8))
      const late = lin.bookings.reschedule({ bookingId: id, from: at(19), mode })
      await refusedWith('bookings.reschedule', 'TOO_LATE_TO_MOVE', late)
      house.clock.set(at(18))
      await refusedWith('bookings.cancel', 'BOOKING_BEGUN', lin.bookings.cancel({ bookingId: id }))
      dataOf(await (await lu()).bookings.attended({ bookingId: id }))
      await refusedWith('bookings.cancel', 'BOOKING_OVER', lin.bookings.cancel({ bookingId: id }))
      dataOf(await lin.bookings.rate({ bookingId: id, rating: 3 }))
      house.clock.forward(7 * 24 * 60)
      await refusedWith('bookings.rate', 'RATING_FIXED', lin.bookings.rate({ bookingId: id, rating: 4 }))
    })
  })

  describe('a wait is refused', () => {
    it('for nobody, where there are enough, and where it is not there', async () => {
      const lin = await somebody()
      const join = (waitId: string, staffId: string | null = null) =>
        lin.waits.join({ waitId, staffId, field: null, mode: null })
      await refusedWith('waits.join', 'COUNSELLOR_NOT_FOUND', join('waitnumber0000000x', 'nobody'))
      for (let wait = 0; wait < bookingRules.waits; wait++) dataOf(await join(`waitnumber0000000${wait}`))
      await refusedWith('waits.join', 'TOO_MANY_WAITS', join('waitnumber0000000y'))
      const none = { waitId: 'nowait' }
      await refusedWith('waits.leave', 'WAIT_NOT_FOUND', lin.waits.leave(none))
      await refusedWith('waits.decline', 'WAIT_NOT_FOUND', lin.waits.decline(none))
      const accept = { bookingId: newBookingId(), mode }
      await refusedWith('waits.accept', 'WAIT_NOT_FOUND', lin.waits.accept({ ...none, ...accept }))
      const waitId = 'waitnumber00000000'
      await refusedWith('waits.decline', 'OFFER_OVER', lin.waits.decline({ waitId }))
      await refusedWith('waits.accept', 'OFFER_OVER', lin.waits.accept({ waitId, ...accept }))
      for (let wait = 0; wait < bookingRules.waits; wait++)
        dataOf(await lin.waits.leave({ waitId: `waitnumber0000000${wait}` }))
    })

    it('where what was offered is no longer possible for the person', async () => {
      house.clock.set('2026-03-30T02:00:00.000Z')
      const april = (day: number, hour = 9) => at(day, hour).replace('2026-03', '2026-04')
      const offered = async (from: string) => {
        const [giver, waiter] = [await somebody(), await somebody()]
        const { id } = await booked(giver, 'lu', from)
        const waitId = newBookingId()
        dataOf(await waiter.waits.join({ waitId, staffId: 'lu', field: null, mode: null }))
        dataOf(await giver.bookings.cancel({ bookingId: id }))
        house.clock.forward(1)
        await house.tick()
        return { waiter, take: () => waiter.waits.accept({ waitId, bookingId: newBookingId(), mode }) }
      }
      const clashes = await offered(april(7))
      dataOf(await holdAt(clashes.waiter, april(7), 'qi'))
      await refusedWith('waits.accept', 'TIME_CLASHES', clashes.take())
      const standing = await offered(april(8))
      for (const day of [9, 10]) dataOf(await holdAt(standing.waiter, april(day), 'qi'))
      await refusedWith('waits.accept', 'TOO_MANY_STANDING', standing.take())
      const full = await offered(april(13))
      for (let week = 0; week < 2; week++) {
        const seriesId = `waitseriesnumber${week}`
        const sessions = bookingRules.inPeriod / 2
        const series = { seriesId, staffId: 'qi', from: april(2 + week, 11), mode, sessions }
        dataOf(await full.waiter.bookings.series(series))
      }
      await refusedWith('waits.accept', 'TOO_MANY_IN_PERIOD', full.take())
    })

    it('a move that would make it too many in thirty days', async () => {
      const lin = await somebody()
      const weekly = async (seriesId: string, from: string) => {
        const series = { seriesId, staffId: 'qi', from: `${from}T02:00:00.000Z`, mode, sessions: 2 }
        dataOf(await lin.bookings.series(series))
        return dataOf(await lin.bookings.confirmSeries({ seriesId })).rows[0]?.id ?? ''
      }
      for (const day of ['2026-04-01', '2026-04-02', '2026-04-03'])
        await weekly(`early${day.replaceAll('-', '')}number`, day)
      const bookingId = await weekly('laterseriesnumber', '2026-05-04')
      const to = { bookingId, from: '2026-04-14T02:00:00.000Z', mode }
      await refusedWith('bookings.reschedule', 'TOO_MANY_IN_PERIOD', lin.bookings.reschedule(to))
    })
  })

  describe('a wish is refused', () => {
    it('while one stands, where it is not there, and a second answer', async () => {
      const lin = await somebody()
      const wishId = 'wishnumber00000001'
      const asked = { mode: null, field: null, times: ['evening' as const], words: '' }
      dataOf(await lin.wishes.ask({ wishId, ...asked }))
      await refusedWith('wishes.ask', 'WISH_STANDING', lin.wishes.ask({ wishId: 'wishnumber00000002', ...asked }))
      const [counsellor, none] = [await lu(), { wishId: 'nowish' }]
      await refusedWith('wishes.takeBack', 'WISH_NOT_FOUND', lin.wishes.takeBack(none))
      await refusedWith('wishes.words', 'WISH_NOT_FOUND', counsellor.wishes.words(none))
      const answer = { proposals: [] }
      await refusedWith('wishes.answer', 'WISH_NOT_FOUND', counsellor.wishes.answer({ ...none, ...answer }))
      const night = { staffId: 'lu', from: '2026-04-20T15:00:00.000Z', mode }
      const proposals = Array(MOST_PROPOSALS).fill(night)
      await refusedWith('wishes.answer', 'SLOT_NOT_OFFERED', counsellor.wishes.answer({ wishId, proposals }))
      dataOf(await counsellor.wishes.answer({ wishId, ...answer }))
      await refusedWith('wishes.answer', 'WISH_ANSWERED', counsellor.wishes.answer({ wishId, ...answer }))
    })
  })
}
