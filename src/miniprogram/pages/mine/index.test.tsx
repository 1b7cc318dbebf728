import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownBooking } from '../../../../tests/stubs/bookings'
import { ownSignup } from '../../../../tests/stubs/signups'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import { deviceKey } from '../../cloud/device-key'
import { shelf } from '../../cloud/use-reply'
import { readCounter, useCounter } from '../../counting/counters'
import { keepNotes, notes } from '../../phone/notes'
import { keepPlace, places } from '../../phone/places'
import { prefer } from '../../phone/preferences'
import { keepTicket, keptTicket } from '../../phone/tickets'
import { weekdayMinuteOf } from '../../phone/times'
import { keepTrade, knownTrade } from '../../phone/trade'
import Mine from '.'
import { forgetNext } from './next-booking'

beforeEach(() => {
  resetPhone()
  prefer({ large: false, shade: 'system' })
})
afterEach(cleanup)

it('makes the words larger and keeps the choice on the phone', () => {
  const { container } = render(<Mine />)
  const large = screen.getByRole('switch', { name: /大字/ })
  expect(large.getAttribute('aria-checked')).toBe('false')
  fireEvent.click(large)
  expect(large.getAttribute('aria-checked')).toBe('true')
  expect(container.querySelector('.shell--large')).not.toBeNull()
  expect(JSON.parse(localStorage.getItem('preferences') ?? '{}')).toEqual({ large: true, shade: 'system' })
})

it('turns dark by choice', () => {
  const { container } = render(<Mine />)
  fireEvent.click(screen.getByRole('radio', { name: '深色' }))
  expect(container.querySelector('.shell--dark')).not.toBeNull()
  expect(document.documentElement.classList.contains('is-dark')).toBe(true)
  expect(screen.getByRole('radio', { name: '深色' }).getAttribute('aria-checked')).toBe('true')
})

it('tells what the phone holds and forgets it when told to', async () => {
  keepPlace({ pieceId: 'a', kind: 'article', title: 'a', part: 0.5, seconds: 0, at: '2026-11-22T08:00:00.000Z' })
  shelf.keep('piece.a', {}, '2026-11-22T08:00:00.000Z')
  keepNotes('买菜')
  deviceKey.keep('d_1')
  readCounter.count({ pieceId: 'a', reads: 1 }, Date.parse('2026-11-22T08:00:00.000Z'))
  useCounter.count({ use: 'help.opened', times: 1 }, Date.parse('2026-11-22T08:00:00.000Z'))
  render(<Mine />)
  expect(screen.getByText(/看到哪里：1 篇/)).toBeTruthy()
  expect(screen.getByText(/离线内容：1 篇/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '清除这部手机上的记录' }))
  expect(await screen.findByText(/看到哪里：0 篇/)).toBeTruthy()
  expect(places()).toEqual([])
  expect(notes()).toBe('')
  expect(Object.keys(localStorage).sort()).toEqual(['deviceKey', 'preferences'])
  const asked = vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content
  for (const named of [
    '看到哪里',
    '离线内容',
    '还没送出的使用次数',
    '记事',
    '收藏、大字和颜色的选择不变',
    '浏览器自己的历史',
  ])
    expect(asked).toContain(named)
  expect(phone.calls).toEqual([])
})

it('keeps everything when the answer is no', async () => {
  keepNotes('买菜')
  readCounter.count({ pieceId: 'a', reads: 1 }, Date.parse('2026-11-22T08:00:00.000Z'))
  useCounter.count({ use: 'help.opened', times: 1 }, Date.parse('2026-11-22T08:00:00.000Z'))
  const before = { ...localStorage }
  vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: 'showModal:ok' })
  render(<Mine />)
  fireEvent.click(screen.getByRole('button', { name: '清除这部手机上的记录' }))
  await vi.mocked(Taro.showModal).mock.results[0]?.value
  expect({ ...localStorage }).toEqual(before)
})

it('forgets the key of this browser, after saying what becomes of the favourites', async () => {
  deviceKey.keep('d_1')
  shelf.keep('favourites', { cards: [] }, '2026-11-22T08:00:00.000Z')
  keepNotes('买菜')
  render(<Mine />)
  fireEvent.click(screen.getByRole('button', { name: '忘掉这个浏览器的钥匙' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '忘掉这个浏览器的钥匙' })).toBeNull())
  expect(vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content).toContain('就再也打不开了，谁也找不回来')
  expect(deviceKey.read()).toBeNull()
  expect(shelf.read('favourites')).toBeNull()
  expect(notes()).toBe('买菜')
})

it('does not speak of a key to a browser that has none', () => {
  render(<Mine />)
  expect(screen.queryByRole('button', { name: '忘掉这个浏览器的钥匙' })).toBeNull()
})

it('stands before it asks, and says then when the next booking is', async () => {
  forgetNext()
  deviceKey.keep('d_1')
  const near = ownBooking(24 * 60)
  const rows = [ownBooking(9 * 24 * 60), near, ownBooking(60, { state: 'cancelled' })]
  phone.answer = (action) => ({ ok: true, data: action === 'bookings.mine' ? { rows, next: null } : { unread: 0 } })
  render(<Mine />)
  expect(screen.getByRole('button', { name: '我的预约' })).toBeTruthy()
  expect(phone.calls).toEqual([])
  const said = await screen.findByRole('button', { name: `我的预约，下一次：${weekdayMinuteOf(near.from)}` })
  fireEvent.click(said)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/counselling/pages/bookings/index' })
  fireEvent.click(screen.getByRole('button', { name: '我的对话' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/chat/pages/chats/index' })
})

it('leads to one’s own events', () => {
  render(<Mine />)
  fireEvent.click(screen.getByRole('button', { name: '我的活动，报名、票和学时证明' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/mine/index' })
})

it('forgets the tickets with what is on the phone, and with the key they were opened by', async () => {
  const { title, where, times, places: seats } = ownSignup(60)
  const keep = () => keepTicket('e1', { ticketId: 't1', key: 'k', title, where, times, places: seats }, new Date())
  keep()
  keepTrade('transport')
  deviceKey.keep('d_1')
  render(<Mine />)
  fireEvent.click(screen.getByRole('button', { name: '清除这部手机上的记录' }))
  await waitFor(() => expect(keptTicket('e1', new Date())).toBeNull())
  expect(knownTrade()).toBeNull()
  expect(vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content).toContain('活动的票和岗位')
  keep()
  fireEvent.click(screen.getByRole('button', { name: '忘掉这个浏览器的钥匙' }))
  await waitFor(() => expect(deviceKey.read()).toBeNull())
  expect(keptTicket('e1', new Date())).toBeNull()
})
