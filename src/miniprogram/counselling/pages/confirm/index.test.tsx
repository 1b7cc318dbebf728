import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { minutesLater } from '../../../../domain/time'
import { wayToBooking } from '../../../parts/ways'
import { storage } from '../../../phone/storage'
import ConfirmPage from '.'

const now = new Date()
const held = {
  ...{
    id: 'b1',
    staffId: 'lu',
    counsellorName: '陆静',
    stationId: '',
    stationName: '',
    stationAddress: '',
    state: 'held',
    seriesId: '',
  },
  ...{ from: minutesLater(now, 600).toISOString(), until: minutesLater(now, 650).toISOString(), mode: 'phone' },
  ...{ revision: 1, heldUntil: minutesLater(now, 9).toISOString(), movableUntil: null, reason: null, rating: null },
  ...{ shared: false, phoneGiven: false, card: null, phone: null },
}
const steps = () => phone.calls.map(({ action }) => action).filter((action) => action !== 'bookings.open')
const ended = () => vi.mocked(Taro.redirectTo).mock.calls.map(([asked]) => asked?.url)

const write = (name: string, text: string) =>
  fireEvent.input(screen.getByLabelText(name), { target: { value: text }, detail: { value: text } })
const confirm = () => fireEvent.click(screen.getByRole('button', { name: '确认预约' }))

let refuse: Record<string, string>
beforeEach(() => {
  resetPhone()
  storage.write('deviceKey', 'd_1')
  refuse = {}
  phone.params = { id: 'b1' }
  phone.answer = (action) => {
    const code = refuse[action]
    if (code) return { ok: false, code }
    return { ok: true, data: action === 'bookings.open' ? held : {} }
  }
})
afterEach(cleanup)

it('takes the number first, then confirms, then hands over what was written', async () => {
  render(<ConfirmPage />)
  await screen.findByText(/还有 [89] 分/)
  write('咨询师打给您的号码', '138 0013 8000')
  write('想让咨询师知道的，可以不写', ' 夜里总是醒 ')
  confirm()
  await waitFor(() => expect(ended()).toEqual([wayToBooking('b1')]))
  expect(steps()).toEqual(['bookings.setPhone', 'bookings.confirm', 'bookings.setCard'])
  expect(phone.calls.at(-1)?.data).toEqual({ bookingId: 'b1', card: '夜里总是醒' })
})

it('does nothing with a number that is not whole', async () => {
  render(<ConfirmPage />)
  await screen.findByText(/还有 /)
  write('咨询师打给您的号码', '1380')
  confirm()
  expect((await screen.findByRole('alert')).textContent).toContain('好像不完整')
  expect(steps()).toEqual([])
})

it('says that it stands when only the words were not kept, and keeps them for another try', async () => {
  refuse = { 'bookings.setCard': 'OFFLINE' }
  render(<ConfirmPage />)
  await screen.findByText(/还有 /)
  write('咨询师打给您的号码', '13800138000')
  write('想让咨询师知道的，可以不写', '夜里总是醒')
  confirm()
  await screen.findByText(/已经约好了，只是写的话没有存上/)
  refuse = {}
  fireEvent.click(screen.getByRole('button', { name: '再存一次' }))
  await waitFor(() => expect(ended()).toEqual([wayToBooking('b1')]))
  expect(steps().slice(-2)).toEqual(['bookings.setCard', 'bookings.setCard'])
})

it('lets go, and goes back to the times', async () => {
  render(<ConfirmPage />)
  await screen.findByText(/还有 /)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '先不约了' })))
  await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalled())
  expect(steps()).toEqual(['bookings.letGo'])
})
