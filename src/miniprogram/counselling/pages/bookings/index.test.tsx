import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownBooking } from '../../../../../tests/stubs/bookings'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { OwnBooking } from '../../../../contract/bookings'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { forgetNext } from '../../../pages/mine/next-booking'
import { spanOf } from '../../../phone/times'
import Bookings from '.'

const DAY = 24 * 60

beforeEach(() => {
  resetPhone()
  forgetNext()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()
const wait = (change = {}) => ({
  ...{ id: 'wait0001', staffId: 'lu', counsellorName: '陆敏', field: null, mode: null, joinedAt: soon(-60) },
  ...{ until: soon(20 * DAY), before: 2, offer: null },
  ...change,
})
const offer = {
  ...{ staffId: 'lu', counsellorName: '陆敏', from: soon(DAY), until: soon(DAY + 50) },
  ...{ modes: ['text', 'phone'], lapsesAt: soon(20) },
}
const answer = (rows: readonly OwnBooking[], waits: readonly object[] = [], rest: Record<string, unknown> = {}) => {
  phone.answer = (action) => {
    if (action in rest) return rest[action]
    if (action === 'bookings.mine') return { ok: true, data: { rows, next: null } }
    if (action === 'waits.mine') return { ok: true, data: { rows: waits } }
    return { ok: true, data: {} }
  }
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)

it('asks once before it stands, and shows what comes next before what is past', async () => {
  const [near, far] = [ownBooking(90), ownBooking(3 * DAY, { id: 'far' })]
  answer([far, near, ownBooking(-3 * DAY, { id: 'past', state: 'attended' })])
  render(<Bookings />)
  await screen.findByText('接下来')
  expect(phone.calls[0]).toMatchObject({ action: 'bookings.mine', data: {} })
  const rows = screen.getAllByRole('button').map((row) => row.getAttribute('aria-label') ?? '')
  const at = (start: string) => rows.findIndex((label) => label.startsWith(start))
  expect(at(spanOf(near))).toBeLessThan(at(spanOf(far)))
  expect(screen.getByText('以前的')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^${spanOf(near)}，陆敏 · 文字`) }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/booking/index?id=bookingnumber000001' })
})

it('counts down what is held, and leads to where it is confirmed', async () => {
  answer([ownBooking(DAY, { state: 'held', heldUntil: soon(9) })])
  render(<Bookings />)
  expect(await screen.findByText(/^为您留到 \d\d:\d\d，还有 [89] 分/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '去确认' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/confirm/index?id=bookingnumber000001' })
})

it('invites to the counsellors where nothing is booked', async () => {
  answer([])
  render(<Bookings />)
  fireEvent.click(await screen.findByRole('button', { name: '看看咨询师' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/list/index' })
})

it('books an offered time once, however often it is tapped, and under one id after a lost answer', async () => {
  answer([], [wait({ offer })], { 'waits.accept': { ok: false, code: 'TIMED_OUT' } })
  render(<Bookings />)
  fireEvent.click(await screen.findByRole('radio', { name: '电话' }))
  const take = screen.getByRole('button', { name: '约这个时间' })
  fireEvent.click(take)
  fireEvent.click(take)
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
  answer([], [wait({ offer })], { 'waits.accept': { ok: true, data: ownBooking(DAY, { id: 'made' }) } })
  fireEvent.click(screen.getByRole('button', { name: '约这个时间' }))
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/booking/index?id=made' }))
  const accepted = asked('waits.accept') as { bookingId: string; mode: string }[]
  expect(accepted).toHaveLength(2)
  expect(accepted[0]).toEqual(accepted[1])
  expect(accepted[0]?.mode).toBe('phone')
})

it('says kindly that an offer has lapsed, and shows how it stands now', async () => {
  answer([], [wait({ offer })], { 'waits.decline': { ok: false, code: 'OFFER_OVER' } })
  render(<Bookings />)
  const decline = await screen.findByRole('button', { name: '这次不要，接着等' })
  const before = asked('waits.mine').length
  fireEvent.click(decline)
  expect(await screen.findByText(/您的候补还在/)).toBeTruthy()
  await waitFor(() => expect(asked('waits.mine').length).toBe(before + 1))
})

it('keeps the place of whoever declines, and gives it up for whoever leaves', async () => {
  answer([], [wait({ offer })])
  render(<Bookings />)
  fireEvent.click(await screen.findByRole('button', { name: '这次不要，接着等' }))
  expect(await screen.findByText('前面还有 2 位')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '不等了，陆敏' }))
  await waitFor(() => expect(screen.queryByText('前面还有 2 位')).toBeNull())
  expect(asked('waits.leave')).toEqual([{ waitId: 'wait0001' }])
})

it('shows the bookings although the waits did not come', async () => {
  answer([ownBooking(DAY)], [], { 'waits.mine': { ok: false, code: 'OFFLINE' } })
  render(<Bookings />)
  expect(await screen.findByText('候补没有打开')).toBeTruthy()
  expect(screen.getByText('接下来')).toBeTruthy()
})

it('looks again when it comes back into sight', async () => {
  answer([ownBooking(DAY)])
  render(<Bookings />)
  await screen.findByText('接下来')
  answer([ownBooking(DAY, { state: 'cancelled' })])
  phone.show()
  expect(await screen.findByText('以前的')).toBeTruthy()
  expect(screen.queryByText('接下来')).toBeNull()
})
