import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownBooking } from '../../../../../tests/stubs/bookings'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { weekdayMinuteOf } from '../../../phone/times'
import Move from '.'

const DAY = 24 * 60
const ID = 'bookingnumber000001'
const opened = { ...ownBooking(2 * DAY), card: null, phone: null }
const slotAt = (minutes: number, modes = ['text', 'phone']) => ({
  from: minutesLater(new Date(), minutes).toISOString(),
  until: minutesLater(new Date(), minutes + 50).toISOString(),
  modes,
})
const slot = slotAt(4 * DAY)

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
})
afterEach(cleanup)

const answer = (rest: Record<string, unknown> = {}, slots: readonly object[] = [slot]) => {
  phone.answer = (action) => {
    if (action in rest) return rest[action]
    return { ok: true, data: action === 'counsellors.open' ? { slots, modes: ['text', 'phone'] } : opened }
  }
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
const choose = async () =>
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(`^${weekdayMinuteOf(slot.from)} 可约`) }))
const refusedWith = (code: string) => ({ 'bookings.reschedule': { ok: false, code } })

it('stands after one call, and asks for the times behind it', async () => {
  answer()
  render(<Move />)
  await screen.findByText('换好之前，这个时间一直是您的。')
  expect(phone.calls[0]?.action).toBe('bookings.open')
  await choose()
  expect(asked('counsellors.open')).toEqual([{ counsellorId: 'lu' }])
})

it('moves in one step, in the way it was unless another is chosen', async () => {
  answer({ 'bookings.reschedule': { ok: true, data: ownBooking(4 * DAY) } })
  render(<Move />)
  await choose()
  fireEvent.click(screen.getByRole('radio', { name: '电话' }))
  fireEvent.click(screen.getByRole('button', { name: `换到 ${weekdayMinuteOf(slot.from)}` }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(asked('bookings.reschedule')).toEqual([{ bookingId: ID, from: slot.from, mode: 'phone' }])
})

it('shows other times where somebody was faster, and says so', async () => {
  answer(refusedWith('SLOT_TAKEN'))
  render(<Move />)
  await choose()
  const other = slotAt(5 * DAY)
  answer(refusedWith('SLOT_TAKEN'), [other])
  fireEvent.click(screen.getByRole('button', { name: /^换到/ }))
  expect(await screen.findByRole('radio', { name: new RegExp(`^${weekdayMinuteOf(other.from)} 可约`) })).toBeTruthy()
  expect(screen.getByText('这个时间刚刚有人约了，请换一个时间，或者排个候补')).toBeTruthy()
  expect(Taro.navigateBack).not.toHaveBeenCalled()
})

it('keeps the chosen time where an answer was lost, and says that asking again is safe', async () => {
  answer(refusedWith('TIMED_OUT'))
  render(<Move />)
  await choose()
  fireEvent.click(screen.getByRole('button', { name: /^换到/ }))
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^换到/ }))
  await waitFor(() => expect(asked('bookings.reschedule')).toHaveLength(2))
})

it.each(['TOO_LATE_TO_MOVE', 'BOOKING_OVER', 'NOT_CONFIRMED'])('goes back to the booking after %s', async (code) => {
  answer(refusedWith(code))
  render(<Move />)
  await choose()
  fireEvent.click(screen.getByRole('button', { name: /^换到/ }))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
})

it('leads on where the counsellor takes nobody any more, or has no time', async () => {
  answer({ 'counsellors.open': { ok: false, code: 'COUNSELLOR_NOT_FOUND' } })
  const { unmount } = render(<Move />)
  fireEvent.click(await screen.findByRole('button', { name: '看看别的咨询师' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/list/index' })
  unmount()
  answer({}, [])
  render(<Move />)
  fireEvent.click(await screen.findByRole('button', { name: '看看这位咨询师' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/counsellor/index?id=lu' })
})

it('says at once that it is too late', async () => {
  answer({ 'bookings.open': { ok: true, data: { ...opened, movableUntil: null } } })
  render(<Move />)
  expect(await screen.findByText(/离开始太近，不能改时间了/)).toBeTruthy()
})
