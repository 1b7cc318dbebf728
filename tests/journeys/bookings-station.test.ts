import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { newBookingId, willing } from '../house/booked'
import { growBranches } from '../house/branches'
import { offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

let house: House
let wang: Api
let stationId: string
beforeAll(async () => {
  house = await openHouse('2026-03-13T01:00:00.000Z')
  wang = await house.staff('wang', '王建国', 'manager')
  stationId = (await growBranches(wang)).station
  const profile = profileNamed('陆小曼', { modes: ['phone', 'in-person'], stationId })
  await offer(await house.staff('lu', '陆小曼', 'counsellor'), wang, 'lu', profile)
})
afterAll(() => house.close())

it('tells whoever comes in person the station and its street, as they are now, and nobody else', async () => {
  const lin = await willing(house, '林')
  const [bookingId, byPhone] = [newBookingId(), newBookingId()]
  const from = ['2026-03-16T01:00:00.000Z', '2026-03-17T01:00:00.000Z'] as const
  dataOf(await wang.branches.rename({ branchId: stationId, name: '东门驿站', address: '和平路 8 号' }))
  const held = dataOf(await lin.bookings.hold({ bookingId, staffId: 'lu', from: from[0], mode: 'in-person' }))
  expect(held).toMatchObject({ stationName: '东门驿站', stationAddress: '和平路 8 号' })
  dataOf(await lin.bookings.confirm({ bookingId }))
  dataOf(await wang.branches.rename({ branchId: stationId, name: '东门驿站', address: '和平路 10 号 2 楼' }))
  expect(dataOf(await lin.bookings.open({ bookingId })).stationAddress).toBe('和平路 10 号 2 楼')
  const call = dataOf(await lin.bookings.hold({ bookingId: byPhone, staffId: 'lu', from: from[1], mode: 'phone' }))
  expect(call).toMatchObject({ stationName: '', stationAddress: '' })
})
