import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openedEvent } from '../../../../tests/stubs/events'
import { ownSignup } from '../../../../tests/stubs/signups'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import { messages } from '../../../contract/messages.zh-CN'
import { deviceKey } from '../../cloud/device-key'
import { keepTrade, knownTrade } from '../../phone/trade'
import { SignUpForm } from './sign-up-form'

const DAY = 24 * 60
const signed = vi.fn()
const changed = vi.fn()
const mine = ownSignup(4 * DAY)

beforeEach(() => {
  resetPhone()
  signed.mockClear()
  changed.mockClear()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

const show = (change: Parameters<typeof openedEvent>[1] = {}, reply: unknown = { ok: true, data: mine }) => {
  phone.answer = () => reply
  render(<SignUpForm event={openedEvent(4 * DAY, change)} onSigned={signed} onChanged={changed} />)
}
const refused = (code: string) => ({ ok: false, code })
const sent = () => phone.calls.map(({ data }) => data)
const button = (name: string) => screen.queryByRole('button', { name })
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const done = () => waitFor(() => expect(signed.mock.calls).toEqual([[mine]]))

it('lets another trade be chosen than the last time', async () => {
  keepTrade('transport')
  show()
  tap('换一个岗位')
  fireEvent.click(screen.getByRole('radio', { name: '快递外卖' }))
  tap('报名')
  await done()
  expect(sent()).toMatchObject([{ trade: 'delivery' }])
})

it('asks for what is missing before anything is sent, says who reads it, and remembers the trade', async () => {
  const questions = [
    { id: 'q1', text: '想听点什么', needed: true },
    { id: 'q2', text: '还想说的', needed: false },
  ]
  show({ questions })
  expect(screen.getByText(/只用来算来的人里各行各业有多少/)).toBeTruthy()
  expect(screen.getByText(/加密存放，只有组织者看得到，看不到是谁写的/)).toBeTruthy()
  tap('报名')
  expect(screen.getByRole('alert').textContent).toMatch(/请先选一下您的岗位/)
  fireEvent.click(screen.getByRole('radio', { name: '快递外卖' }))
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.input(screen.getByLabelText('想听点什么'), { target: { value: '   ' } })
  tap('报名')
  expect(screen.getByRole('alert').textContent).toBe('请先写一下：想听点什么')
  expect([sent(), knownTrade()]).toEqual([[], null])
  fireEvent.input(screen.getByLabelText('想听点什么'), { target: { value: ' 夜班怎么睡 ' } })
  tap('报名')
  await done()
  const answers = [{ questionId: 'q1', text: '夜班怎么睡' }]
  expect(sent()).toMatchObject([{ trade: 'delivery', answers }])
  expect(knownTrade()).toBe('delivery')
})

it('takes who comes along, and the shares people say they belong to', async () => {
  keepTrade('transport')
  show({ relatives: 2, shares: { shift: 5, newcomer: 3 } })
  const people = screen.getAllByRole('radio').map(({ textContent }) => textContent)
  expect(people).toEqual(['就我自己', '带 1 位家人', '带 2 位家人'])
  fireEvent.click(screen.getByRole('radio', { name: '带 2 位家人' }))
  fireEvent.click(screen.getByRole('switch', { name: /^第一次来，.*留了 3 个$/ }))
  fireEvent.click(screen.getByRole('switch', { name: /^倒班和一线，.*留了 5 个$/ }))
  fireEvent.click(screen.getByRole('switch', { name: /^第一次来/ }))
  tap('报名')
  await done()
  expect(sent()).toMatchObject([{ places: 3, shares: ['shift'] }])
})

it('asks of no share that nothing is kept for', async () => {
  show({ shares: { shift: 5, newcomer: 0 } })
  expect(screen.getAllByRole('switch')).toHaveLength(1)
})

it('leads whoever is no member yet to proving the branch', async () => {
  keepTrade('transport')
  show({ audience: 'members' }, refused('EVENT_FOR_MEMBERS'))
  expect(button('去核对单位')).toBeNull()
  tap('报名')
  expect((await screen.findByRole('alert')).textContent).toBe(messages.EVENT_FOR_MEMBERS)
  tap('去核对单位')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/privacy/pages/unit/index' })
})

it.each(['SIGN_UP_CLOSED', 'QUESTION_CHANGED', 'TOO_MANY_RELATIVES', 'ALREADY_SIGNED_UP'] as const)(
  'says %s in its place, and keeps what was filled in',
  async (code) => {
    show({ relatives: 1 }, refused(code))
    fireEvent.click(screen.getByRole('radio', { name: '快递外卖' }))
    tap('报名')
    expect((await screen.findByRole('alert')).textContent).toBe(messages[code])
    expect(screen.getByRole('radio', { name: '快递外卖', checked: true })).toBeTruthy()
    expect([button('报名') !== null, knownTrade(), signed.mock.calls]).toEqual([true, null, []])
    expect(changed).toHaveBeenCalledTimes(1)
  },
)

it('says after a lost answer that a second tap counts once', async () => {
  keepTrade('transport')
  show({}, refused('TIMED_OUT'))
  tap('报名')
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
})
