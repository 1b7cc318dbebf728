import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ownSignup } from '../../../../tests/stubs/signups'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import { messages } from '../../../contract/messages.zh-CN'
import type { OwnSignup as Own } from '../../../contract/signups'
import { minutesLater } from '../../../domain/time'
import { deviceKey } from '../../cloud/device-key'
import { weekdayMinuteOf } from '../../phone/times'
import { OwnSignup } from './own-signup'

const DAY = 24 * 60
const ID = 'eventnumber00000001'
const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

/** As a page holds it. */
const Held = ({ first }: { first: Own }) => {
  const [signup, setSignup] = useState(first)
  return <OwnSignup signup={signup} onChange={setSignup} />
}
const show = (minutes: number, change: Partial<Own> = {}) => {
  const own = ownSignup(minutes, change)
  render(<Held first={own} />)
  return own
}
const answer = (action: string, reply: unknown) => {
  phone.answer = (asked) => (asked === action ? reply : { ok: false, code: 'INTERNAL' })
}
const title = () => screen.getByRole('heading', { level: 2 }).textContent
const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const asked = () => phone.calls.map(({ action, data }) => [action, data])

it('leads whoever has a seat to the ticket, and says until when it goes back', () => {
  const { cancelUntil } = show(3 * DAY, { places: 2 })
  expect(title()).toBe('有名额了，共 2 位')
  expect(screen.getByText(`${weekdayMinuteOf(cancelUntil)} 以前可以取消，名额会留给候补的人。`)).toBeTruthy()
  tap('出示我的票')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/events/pages/ticket/index?id=${ID}` })
  expect(phone.calls).toEqual([])
})

it('asks before a seat goes back, and keeps it where the person decides to', async () => {
  const own = show(3 * DAY)
  answer('signups.cancel', { ok: true, data: { ...own, state: 'cancelled' } })
  vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false } as never)
  tap('取消报名')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(vi.mocked(Taro.showModal).mock.calls[0]?.[0]).toMatchObject({
    content: '名额会马上给候补的下一位。',
    confirmText: '取消报名',
    cancelText: '先留着',
  })
  expect([title(), asked()]).toEqual(['有名额了', []])
  tap('取消报名')
  await screen.findByText('您取消了报名')
  expect([asked(), buttons()]).toEqual([[['signups.cancel', { eventId: ID }]], []])
})

it('offers no cancelling after its hour, and blames nobody for not coming', () => {
  show(5 * 60)
  expect(screen.getByText(/来不了也没有关系/)).toBeTruthy()
  expect(buttons()).toEqual(['出示我的票'])
})

it('lets whoever agreed to another time go whatever the hour, until it begins', () => {
  show(5 * 60, { freeToGo: true })
  expect(screen.getByText('时间或地点改过，来不了随时可以取消。')).toBeTruthy()
  expect(buttons()).toEqual(['出示我的票', '取消报名'])
  cleanup()
  show(-30, { freeToGo: true })
  expect(buttons()).toEqual(['出示我的票'])
})

it('says the place in the line, and that going costs nothing', async () => {
  show(2 * 60, { state: 'waiting', place: 4 })
  expect(title()).toBe('候补第 4 位')
  expect(screen.getByText('有名额空出来会先问您，到时在「通知」里看得到。')).toBeTruthy()
  expect(screen.getByText('不等了随时可以取消。')).toBeTruthy()
  tap('取消报名')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalled())
  expect(vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content).toBe('再报名的话，会排到最后。')
  await screen.findByRole('alert')
})

it('takes the seat that is kept, once however often it is tapped', async () => {
  const until = soon(DAY)
  const own = show(3 * DAY, { state: 'offered', places: 3, offer: { places: 2, until } })
  answer('signups.accept', { ok: true, data: { ...own, state: 'seated', places: 2, offer: null } })
  expect(title()).toBe(`为您留了 2 个名额，到 ${weekdayMinuteOf(until)}`)
  expect(buttons()).toEqual(['要这个名额', '让给下一位'])
  tap('要这个名额')
  tap('正在确认')
  await screen.findByText('有名额了，共 2 位')
  expect(asked()).toEqual([['signups.accept', { eventId: ID }]])
})

it('gives the seat that is kept to the next one', async () => {
  const own = show(3 * DAY, { state: 'offered', offer: { places: 1, until: soon(DAY) } })
  answer('signups.decline', { ok: true, data: { ...own, state: 'declined', offer: null } })
  tap('让给下一位')
  await screen.findByText('名额让给了下一位')
  expect([asked(), buttons()]).toEqual([[['signups.decline', { eventId: ID }]], []])
})

it('says in its place why it was not done, and whether it may be tried again', async () => {
  show(3 * DAY, { state: 'offered', offer: { places: 1, until: soon(DAY) } })
  answer('signups.accept', { ok: false, code: 'SEAT_OFFER_OVER' })
  tap('要这个名额')
  expect((await screen.findByRole('alert')).textContent).toBe(messages.SEAT_OFFER_OVER)
  answer('signups.accept', { ok: false, code: 'TIMED_OUT' })
  tap('要这个名额')
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
  cleanup()
  show(3 * DAY)
  answer('signups.cancel', { ok: false, code: 'TOO_LATE_TO_CANCEL' })
  tap('取消报名')
  expect((await screen.findByRole('alert')).textContent).toBe(messages.TOO_LATE_TO_CANCEL)
})

it('leads whoever is in the draw to how it is drawn', () => {
  show(3 * DAY, { state: 'entered' })
  expect([title(), buttons()]).toEqual(['等抽签', ['看看怎么抽', '取消报名']])
  tap('看看怎么抽')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/events/pages/draw/index?id=${ID}` })
})

it('shows no ticket for what is watched on the phone', () => {
  show(3 * DAY, { kind: 'live' })
  expect(buttons()).toEqual(['取消报名'])
})

it('asks whoever came how it was, and gives the hours', () => {
  show(-DAY, { state: 'came', hours: 2 })
  expect([title(), buttons()]).toEqual(['来过了', ['评一评', '学时证明']])
  tap('评一评')
  tap('学时证明')
  expect(vi.mocked(Taro.navigateTo).mock.calls.map(([to]) => to.url)).toEqual([
    `/events/pages/rate/index?id=${ID}`,
    `/events/pages/certificate/index?id=${ID}`,
  ])
  cleanup()
  show(-DAY, { state: 'came', rated: true })
  expect(buttons()).toEqual([])
})

it('keeps the ticket of a group at hand while times of it are ahead', () => {
  const times = [-7, 7].map((days) => ({ from: soon(days * DAY), until: soon(days * DAY + 90) }))
  show(0, { kind: 'group', state: 'came', times, hours: 3 })
  expect(buttons()).toEqual(['出示我的票'])
})

it.each([
  ['missed', -DAY, '这次没有来，下次还欢迎您'],
  ['lapsed', DAY, '留给您的名额过了时间，已经给了下一位'],
  ['declined', DAY, '名额让给了下一位'],
  ['cancelled', DAY, '您取消了报名'],
] as const)('says of %s how it stands, and has nothing to do', (state, minutes, words) => {
  show(minutes, { state })
  expect([title(), buttons()]).toEqual([words, []])
})

it.each(['seated', 'waiting', 'offered'] as const)('has nothing to do for %s where it was called off', (state) => {
  show(3 * DAY, { state, calledOff: true, offer: state === 'offered' ? { places: 1, until: soon(DAY) } : null })
  expect([title(), buttons()]).toEqual(['这场活动取消了', []])
})

it('gives no certificate of what was called off', () => {
  show(-DAY, { state: 'came', hours: 2, calledOff: true })
  expect(buttons()).toEqual([])
})
