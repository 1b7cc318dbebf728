import type { Api } from '../../../src/contract/client'
import { currentVersion } from '../../../src/domain/consents/texts'
import { dayOf, daysLater, monthOf } from '../../../src/domain/time'
import { newBookingId } from '../../house/booked'
import type { CloudHouse } from '../../house/cloud-house'
import { offer, profileNamed } from '../../house/counsellors'
import { dataOf } from '../../house/data-of'
import type { Billed } from './meter'

const mode = 'phone' as const

/** Ten in the morning of Shanghai, so many days from now. */
const inDays = (days: number, hour = 10) =>
  new Date(`${dayOf(daysLater(new Date(), days))}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString()

const willing = async (house: CloudHouse, openid: string): Promise<Api> => {
  const api = house.employee(openid)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return api
}

/** From the first look to the rating, a time that is given up and offered to somebody who waits, a series and a wish. */
export async function bookingsStory(house: CloudHouse, billed: Billed) {
  const wang = (await house.signedIn('bookingswang', '王明', 'manager')).api
  const lu = (await house.signedIn('luxiaoman', '陆小曼', 'counsellor')).api
  await offer(lu, wang, 'luxiaoman', profileNamed('陆小曼'))
  const [lin, zhao] = [await willing(house, 'o-books'), await willing(house, 'o-waits')]
  const bookingId = newBookingId()
  const one = { bookingId }
  const hold = { staffId: 'luxiaoman', from: inDays(3), mode }
  const dropped = { bookingId: newBookingId() }
  await billed('bookings.hold, the first', lin.bookings.hold({ ...dropped, ...hold }))
  await billed('bookings.letGo', lin.bookings.letGo(dropped))
  await billed('bookings.hold', lin.bookings.hold({ ...one, ...hold }))
  await billed('bookings.hold, again', lin.bookings.hold({ ...one, ...hold }))
  await billed('bookings.confirm', lin.bookings.confirm(one))
  await billed('bookings.setCard', lin.bookings.setCard({ ...one, card: '最近睡得不好' }))
  await billed('bookings.setPhone', lin.bookings.setPhone({ ...one, phone: '13800000000' }))
  await billed('bookings.open', lin.bookings.open(one))
  await billed('bookings.mine', lin.bookings.mine({}))
  await billed('bookings.week', lu.bookings.week({ from: inDays(0, 0) }))
  await billed('bookings.held', lu.bookings.held({ order: 'soonest' }))
  await billed('bookings.card', lu.bookings.card(one))
  await billed('bookings.reschedule', lin.bookings.reschedule({ ...one, from: inDays(11), mode }))

  const series = { seriesId: 'seriesnumber000001', staffId: 'luxiaoman', from: inDays(5), mode, sessions: 5 }
  await billed('bookings.series, of five', lin.bookings.series(series))
  await billed('bookings.confirmSeries, of five', lin.bookings.confirmSeries({ seriesId: series.seriesId }))

  const waitId = 'waitnumber00000001'
  await billed('waits.join', zhao.waits.join({ waitId, staffId: 'luxiaoman', field: null, mode: null }))
  await billed('waits.mine', zhao.waits.mine({}))
  await billed('bookings.cancel', lin.bookings.cancel(one))
  await offerNow(house, waitId)
  const taken = newBookingId()
  await billed('waits.accept', zhao.waits.accept({ waitId, bookingId: taken, mode }))
  await billed('bookings.callOff', lu.bookings.callOff({ bookingId: taken, reason: 'ill' }))
  const later = { waitId: 'waitnumber00000002' }
  dataOf(await zhao.waits.join({ ...later, staffId: 'luxiaoman', field: null, mode: null }))
  dataOf(await lin.bookings.cancel({ bookingId: `${series.seriesId}-1` }))
  await offerNow(house, later.waitId)
  await billed('waits.decline', zhao.waits.decline(later))
  await billed('waits.leave', zhao.waits.leave(later))

  await begin(house, [`${series.seriesId}-2`, `${series.seriesId}-3`])
  const called = { bookingId: `${series.seriesId}-2` }
  dataOf(await lin.bookings.setPhone({ bookingId: `${series.seriesId}-4`, phone: '13800000000' }))
  await billed('bookings.phone', lu.bookings.phone(called))
  await billed('bookings.attended', lu.bookings.attended(called))
  await billed('bookings.missed', lu.bookings.missed({ bookingId: `${series.seriesId}-3` }))
  await billed('bookings.rate', lin.bookings.rate({ bookingId: `${series.seriesId}-2`, rating: 5 }))

  const wishId = 'wishnumber00000001'
  const asked = { wishId, mode, field: null, times: ['evening' as const], words: '只有晚上有空' }
  await billed('wishes.ask', lin.wishes.ask(asked))
  await billed('wishes.list', wang.wishes.list({}))
  await billed('wishes.waiting', wang.wishes.waiting({}))
  await billed('wishes.words', lu.wishes.words({ wishId }))
  const proposals = [{ staffId: 'luxiaoman', from: inDays(6), mode }]
  await billed('wishes.answer', lu.wishes.answer({ wishId, proposals }))
  await billed('wishes.mine', lin.wishes.mine({}))
  await billed('wishes.takeBack', lin.wishes.takeBack({ wishId }))
  const month = monthOf(new Date())
  await billed('figures.events', wang.figures.events({ month }))
  await billed('figures.counselling', wang.figures.counselling({ month }))
  await billed('figures.ownCounselling', lu.figures.ownCounselling({ month }))
}

/** As if it had been offered by day: the clock of the house is the real one, which may be at night. */
async function offerNow(house: CloudHouse, waitId: string) {
  await house.standIn.load(
    'leases',
    house.standIn.dump('leases').map((lease) => ({ ...lease, until: '2026-01-01T00:00:00.000Z', endedAt: '' })),
  )
  await house.cloud.timer('clock')
  const opensAt = new Date().toISOString()
  const lapsesAt = daysLater(new Date(), 1).toISOString()
  const waits = house.standIn.dump('waits').filter(({ _id }) => _id === waitId)
  await house.standIn.load(
    'waits',
    waits.map((wait) => ({ ...wait, offer: { ...(wait.offer as object), opensAt, lapsesAt } })),
  )
}

/** As if these had begun. */
async function begin(house: CloudHouse, ids: readonly string[]) {
  const found = house.standIn.dump('bookings').filter(({ _id }) => ids.includes(String(_id)))
  const from = daysLater(new Date(), -1).toISOString()
  await house.standIn.load(
    'bookings',
    found.map((booking) => ({ ...booking, from })),
  )
}
