import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownBooking } from '../../../../../tests/stubs/bookings'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { deviceKey } from '../../../cloud/device-key'
import Booking from '.'

const DAY = 24 * 60
const ID = 'bookingnumber000001'
const opened = (minutes: number, change = {}) => ({ ...ownBooking(minutes), card: null, phone: null, ...change })

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
})
afterEach(cleanup)

const answer = (booking: object, rest: Record<string, unknown> = {}) => {
  phone.answer = (action) => {
    if (action in rest) return rest[action]
    return { ok: true, data: action === 'bookings.open' ? booking : {} }
  }
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)

it('stands after a single call', async () => {
  answer(opened(2 * DAY))
  render(<Booking />)
  await screen.findByText('陆敏')
  expect(phone.calls.map(({ action }) => action)).toEqual(['bookings.open'])
  expect(screen.getByText(/开始前 10 分钟，这里会有「进入对话」/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '进入对话' })).toBeNull()
})

it('says where they meet, with the street where it is known', async () => {
  const station = { mode: 'in-person', stationId: 's', stationName: '东门驿站', stationAddress: '和平路 8 号 2 楼' }
  answer(opened(2 * DAY, station))
  render(<Booking />)
  await screen.findByText('面谈，在东门驿站')
  expect(screen.getByText('和平路 8 号 2 楼')).toBeTruthy()
  cleanup()
  answer(opened(2 * DAY, { ...station, stationAddress: '' }))
  render(<Booking />)
  await screen.findByText('面谈，在东门驿站')
  expect(screen.queryByText('地址')).toBeNull()
})

it('opens the conversation from ten minutes before', async () => {
  answer(opened(9), { 'chats.meet': { ok: true, data: { id: ID } } })
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: '进入对话' }))
  await waitFor(() => expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/chat/pages/chat/index?id=${ID}` }))
  expect(screen.queryByRole('button', { name: '换个时间' })).toBeNull()
})

it('says what cancelling means before it is done, and blames nobody when it is late', async () => {
  answer(opened(5 * 60), { 'bookings.cancel': { ok: true, data: ownBooking(5 * 60, { state: 'cancelled-late' }) } })
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: '取消预约' }))
  expect(await screen.findByText(/您取消了，时间已经让给别人/)).toBeTruthy()
  const said = vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content
  expect(said).toContain('不到 24 小时')
  expect(said).toContain('不影响您再约')
  expect(screen.getByRole('button', { name: '再约这位咨询师' })).toBeTruthy()
})

it('shows how it stands where it was called off meanwhile', async () => {
  answer(opened(2 * DAY), { 'bookings.cancel': { ok: false, code: 'BOOKING_OVER' } })
  render(<Booking />)
  const cancel = await screen.findByRole('button', { name: '取消预约' })
  answer(opened(2 * DAY, { state: 'cancelled-by-counsellor', reason: 'ill' }), {
    'bookings.cancel': { ok: false, code: 'BOOKING_OVER' },
  })
  fireEvent.click(cancel)
  expect(await screen.findByText('咨询师身体不适，这次不能按约好的见了。不是因为您。')).toBeTruthy()
  for (const name of ['再约这位咨询师', '看看别的咨询师', '没有合适的时间', '想找人说说，看求助电话'])
    expect(screen.getByRole('button', { name })).toBeTruthy()
})

it('does not lead back to a counsellor who has left', async () => {
  answer(opened(DAY, { state: 'cancelled-by-counsellor', reason: 'left' }))
  render(<Booking />)
  await screen.findByRole('button', { name: '看看别的咨询师' })
  expect(screen.queryByRole('button', { name: '再约这位咨询师' })).toBeNull()
})

it('asks for no rating but offers one after a session, and puts it aside when told to', async () => {
  answer(opened(-DAY, { state: 'attended' }))
  const { unmount } = render(<Booking />)
  fireEvent.click(await screen.findByRole('radio', { name: '4 分' }))
  expect(await screen.findByText('记下了，谢谢您。')).toBeTruthy()
  expect(asked('bookings.rate')).toEqual([{ bookingId: ID, rating: 4 }])
  unmount()
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: '这次不打分' }))
  expect(screen.queryByRole('radio', { name: '4 分' })).toBeNull()
})

it('offers no rating where nobody met', async () => {
  answer(opened(-DAY, { state: 'missed' }))
  render(<Booking />)
  await screen.findByText(/这次没有见上，没有关系/)
  expect(screen.queryByRole('radio')).toBeNull()
})

it('writes, changes and takes back what the counsellor is to know', async () => {
  answer(opened(2 * DAY))
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: '写几句' }))
  fireEvent.input(screen.getByLabelText('想让咨询师知道的'), { target: { value: ' 最近睡不好 ' } })
  fireEvent.change(screen.getByLabelText('想让咨询师知道的'), { target: { value: ' 最近睡不好 ' } })
  fireEvent.click(screen.getByRole('button', { name: '存下' }))
  expect(await screen.findByText('最近睡不好')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '收回写给咨询师的话' }))
  expect(await screen.findByText('收回了，咨询师看不到了。')).toBeTruthy()
  expect(asked('bookings.setCard')).toEqual([
    { bookingId: ID, card: '最近睡不好' },
    { bookingId: ID, card: null },
  ])
})

it('says that a new counsellor does not see what was written for another', async () => {
  answer(opened(2 * DAY, { card: '最近睡不好', shared: false }))
  render(<Booking />)
  expect(await screen.findByText(/新的咨询师看不到您写的/)).toBeTruthy()
})

it('asks for the number that the counsellor calls, and sends it as it is dialled', async () => {
  answer(opened(2 * DAY, { mode: 'phone' }))
  render(<Booking />)
  const field = await screen.findByLabelText('咨询师打给您的号码')
  const write = (value: string) => {
    fireEvent.input(field, { target: { value } })
    fireEvent.change(field, { target: { value } })
  }
  write('1380013')
  fireEvent.click(screen.getByRole('button', { name: '存下号码' }))
  expect(await screen.findByText(/这个号码好像不完整/)).toBeTruthy()
  write('138 0013 8000')
  fireEvent.click(screen.getByRole('button', { name: '存下号码' }))
  expect(await screen.findByText('13800138000')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '收回号码' }))
  await waitFor(() => expect(asked('bookings.setPhone')).toHaveLength(2))
  expect(asked('bookings.setPhone')).toEqual([
    { bookingId: ID, phone: '13800138000' },
    { bookingId: ID, phone: null },
  ])
})

it('shows a session of a series with its sisters', async () => {
  const sister = ownBooking(9 * DAY, { id: 'sister', seriesId: 's' })
  const mine = ownBooking(2 * DAY, { seriesId: 's' })
  answer(opened(2 * DAY, { seriesId: 's' }), {
    'bookings.mine': { ok: true, data: { rows: [sister, mine], next: null } },
  })
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: /^第 2 次/ }))
  expect(screen.getByText('每周一次，一共 2 次')).toBeTruthy()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/booking/index?id=sister' })
})

it('says of a booking that is gone where the others are', async () => {
  phone.answer = () => ({ ok: false, code: 'BOOKING_NOT_FOUND' })
  render(<Booking />)
  fireEvent.click(await screen.findByRole('button', { name: '看看我的预约' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/counselling/pages/bookings/index' })
})

it('says off line what happened, and leaves a way to a person', async () => {
  render(<Booking />)
  expect(await screen.findByText('网络没有连上，请检查网络后再试')).toBeTruthy()
  expect(screen.getByRole('button', { name: '想找人说说，看求助电话' })).toBeTruthy()
})
