import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { Output } from '../../../../contract'
import { deviceKey } from '../../../cloud/device-key'
import Certificate from '.'

const ID = 'eventnumber00000001'
const certificate = (change: Partial<Output<'ratings', 'certificate'>> = {}): Output<'ratings', 'certificate'> => ({
  ...{ title: '倾听一小时', branchName: '和平区总工会', timesCome: 2, hours: 4, number: 'ABCDEF-GHJKMNPQ' },
  times: [
    { from: '2026-03-07T02:00:00.000Z', until: '2026-03-07T04:00:00.000Z' },
    { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
    { from: '2026-03-21T02:00:00.000Z', until: '2026-03-21T04:00:00.000Z' },
  ],
  ...change,
})

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

it('says what somebody was there for, and how a unit checks it', async () => {
  phone.answer = () => ({ ok: true, data: certificate() })
  render(<Certificate />)
  expect(await screen.findByText('ABCDEF-GHJKMNPQ')).toBeTruthy()
  expect(phone.calls.map(({ action, data }) => [action, data])).toEqual([['ratings.certificate', { eventId: ID }]])
  expect(screen.getByText('参加和平区总工会组织的「倾听一小时」，共 3 次，到场 2 次，计 4 学时。')).toBeTruthy()
  expect(screen.getByText('2026年3月14日 10:00–12:00')).toBeTruthy()
  expect(screen.getByText(/活动 → 核对证明/)).toBeTruthy()
})

it('puts a name on it that stays on the page', async () => {
  phone.answer = () => ({ ok: true, data: certificate() })
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const { unmount } = render(<Certificate />)
  const field = await screen.findByLabelText('姓名')
  fireEvent.change(field, { target: { value: ' 林小满 ' } })
  expect(screen.getByText('林小满')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '打印，或存成 PDF' }))
  expect(print).toHaveBeenCalledOnce()
  expect(phone.calls).toHaveLength(1)
  expect(JSON.stringify({ ...localStorage })).not.toContain('林小满')
  unmount()
  render(<Certificate />)
  await screen.findByLabelText('姓名')
  expect(screen.queryByText('林小满')).toBeNull()
})

it('says in words that there is none, or that nobody signed up', async () => {
  phone.answer = () => ({ ok: false, code: 'NO_CERTIFICATE' })
  render(<Certificate />)
  expect(await screen.findByText(/没有可以领的学时证明/)).toBeTruthy()
  expect(screen.getByText(/全部结束了，这里就有证明/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '看我的活动' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/events/pages/mine/index' })
  cleanup()
  phone.answer = () => ({ ok: false, code: 'SIGNUP_NOT_FOUND' })
  render(<Certificate />)
  expect(await screen.findByText(/没有找到您的这个报名/)).toBeTruthy()
})
