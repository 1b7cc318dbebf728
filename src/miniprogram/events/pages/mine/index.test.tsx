import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownSignup } from '../../../../../tests/stubs/signups'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { messages } from '../../../../contract/messages.zh-CN'
import type { OwnSignup } from '../../../../contract/signups'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { weekdayMinuteOf } from '../../../phone/times'
import { whenSaid } from '../../parts/event-words'
import MyEvents from '.'

const DAY = 24 * 60
const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()
const named = (eventId: string, minutes: number, change: Partial<OwnSignup> = {}) =>
  ownSignup(minutes, { eventId, title: `活动 ${eventId}`, ...change })
const offered = (change: Partial<OwnSignup> = {}) =>
  named('kept', 5 * DAY, { state: 'offered', offer: { places: 1, until: soon(2 * DAY) }, ...change })

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
})
afterEach(cleanup)

const answer = (rows: readonly OwnSignup[], rest: Record<string, unknown> = {}) => {
  phone.answer = (action) => rest[action] ?? { ok: true, data: action === 'signups.mine' ? { rows } : {} }
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
const button = (name: string | RegExp) => screen.queryByRole('button', { name })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

it('stands after a single call: what is kept, what comes, what there is to do, what was', async () => {
  const came = named('came', -2 * DAY, { state: 'came', hours: 2 })
  const kept = offered()
  answer([came, named('far', 9 * DAY), named('near', DAY), kept])
  render(<MyEvents />)
  await screen.findByText('留给您的名额')
  expect(phone.calls.map(({ action, data }) => [action, data])).toEqual([['signups.mine', {}]])
  const until = weekdayMinuteOf(kept.offer?.until ?? '')
  expect(headings()).toEqual(['留给您的名额', `为您留了 1 个名额，到 ${until}`, '接下来', '来过以后', '以前的'])
  const rows = screen.getAllByRole('button').map((row) => row.getAttribute('aria-label') ?? '')
  const at = (id: string) => rows.findIndex((label) => label.startsWith(`活动 ${id}，`))
  expect([at('near') < at('far'), at('far') < at('came')]).toEqual([true, true])
})

it('leads from each row to its event, and from a seat to its ticket', async () => {
  const seat = named('seat', DAY)
  answer([seat, named('live', DAY, { kind: 'live', where: 'https://live' }), named('line', DAY, { state: 'waiting' })])
  render(<MyEvents />)
  await screen.findByText('接下来')
  tap(`活动 seat，${whenSaid(seat.times, new Date())} · 东门驿站，有名额了`)
  tap('出示票：活动 seat')
  expect(Taro.navigateTo).toHaveBeenNthCalledWith(1, { url: '/events/pages/event/index?id=seat' })
  expect(Taro.navigateTo).toHaveBeenNthCalledWith(2, { url: '/events/pages/ticket/index?id=seat' })
  expect(screen.getAllByRole('button', { name: /^出示票/ })).toHaveLength(1)
  expect(screen.queryByText(/https/)).toBeNull()
})

it('says how each one stands', async () => {
  answer([
    named('line', DAY, { state: 'waiting', place: 3, places: 2 }),
    named('draw', DAY, { state: 'entered' }),
    named('gone', -DAY, { state: 'missed' }),
    named('lapsed', DAY, { state: 'lapsed' }),
  ])
  render(<MyEvents />)
  await screen.findByText('候补第 3 位，共 2 位')
  for (const words of ['等抽签', '这次没有来，下次还欢迎您', '留给您的名额过了时间，已经给了下一位'])
    expect(screen.getByText(words)).toBeTruthy()
  for (const none of ['留给您的名额', '来过以后']) expect(screen.queryByText(none)).toBeNull()
})

it('takes the seat that is kept, once however often it is tapped', async () => {
  const { offer: _, ...row } = offered()
  answer([offered()], { 'signups.accept': { ok: true, data: { ...row, offer: null, state: 'seated' } } })
  render(<MyEvents />)
  await screen.findByText('留给您的名额')
  tap('要这个名额')
  tap('正在确认')
  await screen.findByRole('button', { name: '出示票：活动 kept' })
  expect(screen.queryByText('留给您的名额')).toBeNull()
  expect(asked('signups.accept')).toEqual([{ eventId: 'kept' }])
  expect(asked('signups.mine')).toHaveLength(1)
})

it('gives it to the next one, and blames nobody', async () => {
  answer([offered()], { 'signups.decline': { ok: true, data: offered({ state: 'declined', offer: null }) } })
  render(<MyEvents />)
  await screen.findByText('留给您的名额')
  tap('让给下一位')
  await screen.findByText('名额让给了下一位')
  expect(headings()).toEqual(['以前的'])
  expect(asked('signups.decline')).toEqual([{ eventId: 'kept' }])
})

it('says in its place that the hour is over, and that trying again counts once', async () => {
  answer([offered()], { 'signups.accept': { ok: false, code: 'SEAT_OFFER_OVER' } })
  render(<MyEvents />)
  await screen.findByText('留给您的名额')
  tap('要这个名额')
  expect((await screen.findByRole('alert')).textContent).toBe(messages.SEAT_OFFER_OVER)
  answer([offered()], { 'signups.accept': { ok: false, code: 'TIMED_OUT' } })
  tap('要这个名额')
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
})

it('gives the words of the host where it was called off, and nothing to do about it', async () => {
  answer([
    named('off', DAY, { calledOff: true, said: '场地停电', state: 'seated' }),
    named('was', -9 * DAY, { calledOff: true, said: '老师生病了', state: 'came', hours: 2 }),
    named('moved', 2 * DAY, { said: '改到二楼' }),
  ])
  render(<MyEvents />)
  expect(await screen.findByText('这场活动取消了。场地停电')).toBeTruthy()
  expect(screen.getByText('这场活动取消了。老师生病了')).toBeTruthy()
  expect(screen.getByText('有名额了。改到二楼')).toBeTruthy()
  expect(headings()).toEqual(['接下来', '以前的'])
  for (const none of ['出示票：活动 off', '评一评：活动 was', '学时证明：活动 was']) expect(button(none)).toBeNull()
})

it('offers what there is after having come, and nothing twice', async () => {
  answer([
    named('fresh', -DAY, { state: 'came', hours: 2 }),
    named('rated', -2 * DAY, { state: 'came', rated: true }),
    named('old', -40 * DAY, { state: 'came', hours: 1 }),
    named('missed', -DAY, { state: 'missed', hours: 2 }),
  ])
  render(<MyEvents />)
  await screen.findByText('来过以后')
  expect(screen.getAllByRole('button', { name: /^(评一评|学时证明)/ }).map(({ textContent }) => textContent)).toEqual([
    '评一评：活动 fresh',
    '学时证明：活动 fresh',
    '学时证明：活动 old',
  ])
  tap('评一评：活动 fresh')
  tap('学时证明：活动 old')
  expect(Taro.navigateTo).toHaveBeenNthCalledWith(1, { url: '/events/pages/rate/index?id=fresh' })
  expect(Taro.navigateTo).toHaveBeenNthCalledWith(2, { url: '/events/pages/certificate/index?id=old' })
})

it('asks a group that still meets how it is, beside its ticket', async () => {
  const times = [-35, -28, -21, -14, -7, 7].map((days) => ({ from: soon(days * DAY - 120), until: soon(days * DAY) }))
  answer([named('group', 0, { kind: 'group', state: 'came', times, hours: 6 })])
  render(<MyEvents />)
  await screen.findByText('接下来')
  expect([button('出示票：活动 group'), button('评一评：活动 group')].every(Boolean)).toBe(true)
  expect(button('学时证明：活动 group')).toBeNull()
})

it('invites to the events where there is none, and asks nothing for a browser that has nothing', async () => {
  answer([])
  render(<MyEvents />)
  fireEvent.click(await screen.findByRole('button', { name: '看看活动' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/calendar/index' })
  cleanup()
  resetPhone()
  render(<MyEvents />)
  expect(screen.getByRole('button', { name: '看看活动' })).toBeTruthy()
  expect(phone.calls.filter(({ action }) => action === 'signups.mine')).toEqual([])
})

it('leads whoever helps at the door there, off line too', async () => {
  render(<MyEvents />)
  const trouble = within(await screen.findByRole('alert'))
  expect(trouble.getByText(messages.OFFLINE)).toBeTruthy()
  expect(trouble.getByRole('button', { name: '想找人说说，看求助电话' })).toBeTruthy()
  tap(/签到口令/)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/door/index' })
  answer([named('seat', DAY)])
  tap('再试一次')
  expect(await screen.findByText('接下来')).toBeTruthy()
})
