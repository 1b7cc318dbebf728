import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { noticeKinds, noticePaths } from '../../../../domain/notices/words'
import { deviceKey } from '../../../cloud/device-key'
import { paths } from '../../../parts/ways'
import Inbox from '.'

const row = (number: number, change = {}) => ({
  id: `reading.${number}.1.looked-at`,
  kind: 'looked-at',
  at: `2026-03-10T02:0${number}:00.000Z`,
  path: paths.readings,
  unread: true,
  ...change,
})
const rows = [row(3), row(2, { kind: 'booking-changed', path: '' }), row(1, { unread: false })]

beforeEach(resetPhone)
afterEach(cleanup)

it('opens only pages that this app has', () => {
  for (const path of noticeKinds.map((kind) => noticePaths[kind])) expect(Object.values(paths)).toContain(path)
})

it('shows what was said, newest first, marks it as seen, and opens what it speaks of', async () => {
  deviceKey.keep('d_1')
  phone.answer = (action) => ({ ok: true, data: action === 'notices.list' ? { rows, next: null } : {} })
  render(<Inbox />)
  const first = await screen.findByRole('button', { name: '您的资料被查看过，点开看是谁、为什么，3月10日 10:03，新' })
  await waitFor(() =>
    expect(phone.calls).toContainEqual(
      expect.objectContaining({ action: 'notices.read', data: { until: '2026-03-10T02:03:00.000Z' } }),
    ),
  )
  expect(screen.getByText('您的预约有变动，请看一看')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /预约有变动/ })).toBeNull()
  fireEvent.click(first)
  expect(vi.mocked(Taro.navigateTo).mock.calls[0]?.[0]).toMatchObject({ url: paths.readings })
})

it('shows off line what was there before, and marks nothing as seen', async () => {
  deviceKey.keep('d_1')
  phone.answer = (action) => ({ ok: true, data: action === 'notices.list' ? { rows, next: null } : {} })
  render(<Inbox />)
  await screen.findByText('您的预约有变动，请看一看')
  cleanup()
  phone.calls = []
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<Inbox />)
  await screen.findByText(/离线内容/)
  expect(screen.getByText('您的预约有变动，请看一看')).toBeTruthy()
  expect(phone.calls.map(({ action }) => action)).toEqual(['notices.list'])
})

it('says to a browser that nobody knows what will be here, and asks nobody', () => {
  render(<Inbox />)
  expect(screen.getByText(/还没有通知/)).toBeTruthy()
  expect(phone.calls).toEqual([])
})
