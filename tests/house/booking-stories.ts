import { afterAll, beforeAll } from 'vitest'
import type { Api } from '../../src/contract/client'
import { newBookingId } from './booked'
import { offer, profileNamed } from './counsellors'
import { dataOf } from './data-of'
import { type House, openHouse } from './open-house'

export const CARD = '夜里总是醒，不太想让家里知道'

export let house: House

/**
 * From Tuesday 2026-03-10, ten o'clock in Shanghai, with two counsellors. Mornings from nine to twelve can be booked, on
 * the hour.
 */
export function bookingStories() {
  beforeAll(async () => {
    house = await openHouse()
    await offer(await lu(), await wang(), 'lu', profileNamed('陆小曼'))
    await offer(await qi(), await wang(), 'qi', profileNamed('齐宁'))
  })
  afterAll(() => house.close())
}

/** Colleagues sign in anew: days go by. */
export const wang = () => house.staff('wang', '王建国', 'manager')
export const lu = () => house.staff('lu', '陆小曼', 'counsellor')
export const qi = () => house.staff('qi', '齐宁', 'counsellor')

export const said = async (api: Api) => dataOf(await api.notices.list({})).rows.map(({ kind }) => kind)
export const hold = (api: Api, from: string, staffId = 'lu', bookingId = newBookingId()) =>
  api.bookings.hold({ bookingId, staffId, from, mode: 'phone' })

/** So many minutes of the clock's work. */
export async function minutesPass(minutes = 2) {
  for (let minute = 0; minute < minutes; minute++) {
    house.clock.forward(1)
    await house.tick()
  }
}
