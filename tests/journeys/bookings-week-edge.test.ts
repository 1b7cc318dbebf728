import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Timetable } from '../../src/domain/timetables/timetable'
import { booked, newBookingId, willing } from '../house/booked'
import { mornings, offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

/** Five minutes before the midnight of Shanghai at which a week ends, and that midnight; the buffer is a quarter of an hour. */
const SUNDAY = '2026-03-15T15:05:00.000Z'
const MONDAY = '2026-03-15T16:00:00.000Z'

let house: House
beforeAll(async () => {
  house = await openHouse('2026-03-13T01:00:00.000Z')
  for (const [login, name] of [
    ['lu', '陆小曼'],
    ['qi', '齐宁'],
  ] as const) {
    const api = await house.staff(login, name, 'counsellor')
    await offer(api, await house.staff('wang', '王建国', 'manager'), login, profileNamed(name))
    const { changedAt } = dataOf(await api.timetables.mine({}))
    const late = { from: 22 * 60, until: 24 * 60, modes: ['phone'] }
    const early = { from: 0, until: 2 * 60, modes: ['phone'] }
    const week = mornings.week.map((_, day) => (day === 6 ? [late] : day === 0 ? [early] : []))
    dataOf(await api.timetables.save({ ...mornings, week: week as Timetable['week'], bufferMinutes: 15, changedAt }))
  }
})
afterAll(() => house.close())

it.each([
  ['lu', MONDAY, SUNDAY],
  ['qi', SUNDAY, MONDAY],
])('the buffer of %s holds over the edge of the week', async (staffId, first, second) => {
  const [lin, zhou] = [await willing(house, `林${staffId}`), await willing(house, `周${staffId}`)]
  await booked(lin, staffId, first)
  const wanted = { bookingId: newBookingId(), staffId, from: second, mode: 'phone' as const }
  expect(await zhou.bookings.hold(wanted)).toMatchObject({ ok: false, code: 'SLOT_NOT_OFFERED' })
})
