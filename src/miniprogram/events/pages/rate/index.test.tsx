import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { OwnSignup } from '../../../../contract/signups'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import Rate from '.'

const DAY = 24 * 60
const ID = 'eventnumber00000001'
const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()
const signup = (change: Partial<OwnSignup> = {}): OwnSignup => ({
  ...{ eventId: ID, title: '夜里怎么睡好', where: '东门驿站', times: [{ from: soon(-DAY - 120), until: soon(-DAY) }] },
  ...{ state: 'came', places: 1, place: null, offer: null, shares: [], trade: 'transport', joinedAt: soon(-9 * DAY) },
  ...{ cancelUntil: soon(-3 * DAY), kind: 'open-day', hours: 2, freeToGo: false, said: '', calledOff: false },
  ...{ rated: false },
  ...change,
})

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
})
afterEach(cleanup)

const answer = (own: OwnSignup, given: unknown = { ok: true, data: {} }) => {
  phone.answer = (action) => (action === 'ratings.give' ? given : { ok: true, data: own })
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
const mark = (item: string, name: string) =>
  fireEvent.click(within(screen.getByRole('radiogroup', { name: item })).getByRole('radio', { name }))

it('asks what fits the event, says that it is anonymous, and gives only what was chosen', async () => {
  answer(signup())
  render(<Rate />)
  await screen.findByText(/评价里没有您是谁/)
  expect(phone.calls.map(({ action }) => action)).toEqual(['signups.open'])
  expect(screen.getByText(/满 10 个人评过才公布/)).toBeTruthy()
  expect(screen.getByText(/不评也没有关系/)).toBeTruthy()
  expect(screen.getAllByRole('radiogroup')).toHaveLength(2)
  expect(screen.getByRole('button', { name: '匿名交上' }).getAttribute('aria-disabled')).toBe('true')
  mark('内容合适吗', '3 一般')
  mark('老师带得怎么样', '5 很好')
  mark('内容合适吗', '不评')
  const give = screen.getByRole('button', { name: '匿名交上' })
  fireEvent.click(give)
  fireEvent.click(give)
  expect(await screen.findByText('收到了，没有记下是谁评的。')).toBeTruthy()
  expect(asked('ratings.give')).toEqual([{ eventId: ID, scores: [{ item: 'teacher', score: 5 }] }])
  fireEvent.click(screen.getByRole('button', { name: '看学时证明' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/events/pages/certificate/index?id=${ID}` })
})

it('asks a group more, after its fifth time', async () => {
  const times = [35, 28, 21, 14, 7, -7].map((ago) => ({ from: soon(-ago * DAY - 120), until: soon(-ago * DAY) }))
  answer(signup({ kind: 'group', times }))
  render(<Rate />)
  await screen.findByText('在这里说话，安心吗')
  expect(screen.getAllByRole('radiogroup')).toHaveLength(5)
  mark('还愿意接着来吗', '4 愿意')
  fireEvent.click(screen.getByRole('button', { name: '匿名交上' }))
  await screen.findByText('谢谢您')
  expect(screen.queryByRole('button', { name: '看学时证明' })).toBeNull()
})

it('keeps what was chosen where the network fails, and thanks whoever gave it before', async () => {
  answer(signup(), { ok: false, code: 'TIMED_OUT' })
  render(<Rate />)
  await screen.findByText('内容合适吗')
  mark('内容合适吗', '4 合适')
  fireEvent.click(screen.getByRole('button', { name: '匿名交上' }))
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
  expect(screen.getByRole('radio', { name: '4 合适' }).getAttribute('aria-checked')).toBe('true')
  answer(signup(), { ok: false, code: 'ALREADY_RATED' })
  fireEvent.click(screen.getByRole('button', { name: '匿名交上' }))
  expect(await screen.findByText('谢谢您')).toBeTruthy()
})

it('says why it cannot be rated', async () => {
  const shown = async (own: OwnSignup, words: RegExp) => {
    answer(own)
    render(<Rate />)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('radiogroup')).toBeNull()
    cleanup()
  }
  await shown(signup({ rated: true }), /您已经评过了/)
  await shown(signup({ times: [{ from: soon(DAY), until: soon(DAY + 120) }], state: 'seated' }), /以后可以评价，不急/)
  await shown(signup({ times: [{ from: soon(-40 * DAY), until: soon(-39 * DAY) }] }), /评价的时间过去了，没有关系/)
  await shown(signup({ state: 'missed' }), /来过的人在活动结束后的 30 天里可以评价/)
})

it('says of a sign-up that is gone where the others are', async () => {
  phone.answer = () => ({ ok: false, code: 'SIGNUP_NOT_FOUND' })
  render(<Rate />)
  fireEvent.click(await screen.findByRole('button', { name: '看我的活动' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/events/pages/mine/index' })
})
