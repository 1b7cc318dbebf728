import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eventCard, openedEvent } from '../../../../../tests/stubs/events'
import { ownSignup } from '../../../../../tests/stubs/signups'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { storage } from '../../../phone/storage'
import { keepTrade } from '../../../phone/trade'
import EventPage from '.'

type Opened = Output<'events', 'open'>

const DAY = 24 * 60
/** A Tuesday at noon in Shanghai. */
const NOON = '2026-03-10T04:00:00.000Z'
const ID = 'eventnumber00000001'
const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOON), toFake: ['Date'] })
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const answer = (event: Opened, rest: Record<string, unknown> = {}) => {
  phone.answer = (action) => rest[action] ?? { ok: true, data: action === 'events.open' ? event : { rows: [] } }
}
/** The cloud gives a seat, and knows of it from then on. */
const seats = (event: Opened, mine = ownSignup(4 * DAY)) => {
  let given: Opened['mine'] = event.mine
  phone.answer = (action) => {
    if (action === 'signups.join') given = mine
    return { ok: true, data: action === 'signups.join' ? mine : { ...event, mine: given } }
  }
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
const button = (name: string | RegExp) => screen.queryByRole('button', { name })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const there = () => screen.findByRole('heading', { name: '夜里怎么睡好' })
const text = () => document.body.textContent ?? ''

it('says everything after a single call, without a key', async () => {
  deviceKey.drop()
  const first = eventCard(4 * DAY).times
  answer(
    openedEvent(4 * DAY, {
      times: [...first, ...eventCard(11 * DAY).times],
      ...{ stand: 'soon', opensAt: soon(DAY), audience: 'members', relatives: 2, hours: 2.5 },
      shares: { shift: 5, newcomer: 3 },
      teacher: { id: 't', name: '沈静', about: '做了十年睡眠门诊。', rating: { count: 12, mean: 4.25 } },
    }),
  )
  render(<EventPage />)
  await there()
  expect(phone.calls).toEqual([{ action: 'events.open', data: { eventId: ID }, key: undefined }])
  for (const words of [
    '开放日 · 睡个好觉',
    '3月11日 12:00 开始报名',
    '听一听，也可以只是坐坐。',
    '时间，共 2 次',
    '东门驿站',
    '和平区总工会',
    '会员，可以带 2 位家人',
    '3月11日 12:00 到 3月14日 11:00',
    '2.5 学时，来过的可以领证明',
    '30 个，其中留给倒班和一线 5 个、第一次来 3 个；3月12日 周四 12:00 起没用完的大家都可以用',
  ])
    expect(screen.getByText(words)).toBeTruthy()
  expect(text()).toContain('3月14日 周六 12:00–14:00\n3月21日 周六 12:00–14:00')
  expect(text()).toContain('沈静。做了十年睡眠门诊。\n听过的 12 位打了分，平均 4.3（满分 5）')
  for (const none of ['报名', '排候补', '加到手机日历', '把下一次加到手机日历']) expect(button(none)).toBeNull()
})

it('counts once that it was opened, by its kind and nothing else', async () => {
  answer(openedEvent(4 * DAY, { kind: 'lecture' }))
  render(<EventPage />)
  await there()
  phone.show()
  await waitFor(() => expect(asked('events.open')).toHaveLength(2))
  await waitFor(() => expect(storage.names()).toContain('uses'))
  expect(storage.read('uses')).toMatchObject({ open: [{ use: 'events.opened.lecture', times: 1 }] })
})

it('is one tap where the trade is known and nothing is asked, and one sign-up however often', async () => {
  keepTrade('transport')
  seats(openedEvent(4 * DAY))
  render(<EventPage />)
  await there()
  expect([screen.getByText('岗位：交通运输'), screen.queryByRole('radio')]).toEqual([expect.anything(), null])
  tap('报名')
  tap('正在报名')
  await screen.findByText('有名额了')
  const nothingMore = { places: 1, shares: [], trade: 'transport', answers: [] }
  expect(asked('signups.join')).toEqual([{ eventId: ID, ...nothingMore }])
  for (const name of ['出示我的票', '取消报名', '加到手机日历']) expect(button(name)).toBeTruthy()
  expect(button('报名')).toBeNull()
  await waitFor(() => expect(asked('events.open')).toHaveLength(2))
})

it('puts whoever comes late in the line, and says where', async () => {
  keepTrade('transport')
  seats(
    openedEvent(4 * DAY, { stand: 'full', left: 0, waiting: 3 }),
    ownSignup(4 * DAY, { state: 'waiting', place: 4 }),
  )
  render(<EventPage />)
  await there()
  expect(screen.getByText('名额满了，可以候补，前面有 3 位')).toBeTruthy()
  tap('排候补')
  expect(await screen.findByText('候补第 4 位')).toBeTruthy()
})

it.each(['cancelled', 'declined', 'lapsed'] as const)('lets whoever %s sign up anew', async (state) => {
  keepTrade('transport')
  seats(openedEvent(4 * DAY, { mine: ownSignup(4 * DAY, { state }) }))
  render(<EventPage />)
  await there()
  expect(button('加到手机日历')).toBeNull()
  tap('报名')
  expect(await screen.findByText('有名额了')).toBeTruthy()
})

it.each([
  ['soon', /开始报名/],
  ['closed', '报名已经截止'],
  ['on', '正在进行'],
  ['held', '已经结束'],
] as const)('offers no sign-up while it is %s', async (stand, words) => {
  answer(openedEvent(4 * DAY, { stand }))
  render(<EventPage />)
  await there()
  expect(screen.getByText(words)).toBeTruthy()
  expect([button('报名'), button('排候补')]).toEqual([null, null])
  expect(button('看看别的活动') !== null).toBe(stand === 'held')
})

it('gives the words of the host where it was called off, and leads to others', async () => {
  const mine = ownSignup(4 * DAY, { kind: 'live', calledOff: true, said: '老师生病了' })
  answer(
    openedEvent(4 * DAY, {
      kind: 'live',
      link: 'https://live.example.org',
      stand: 'cancelled',
      said: '老师生病了',
      mine,
    }),
  )
  render(<EventPage />)
  await there()
  expect(screen.getByText('老师生病了')).toBeTruthy()
  expect(screen.getByRole('heading', { name: '这场活动取消了' })).toBeTruthy()
  for (const none of ['打开直播', '报名', '取消报名', '加到手机日历', '送出']) expect(button(none)).toBeNull()
  tap('看看别的活动')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/calendar/index' })
})

it('says what was changed, above how one’s own stands', async () => {
  const said = '改到二楼小教室'
  answer(openedEvent(4 * DAY, { said, mine: ownSignup(4 * DAY, { said, freeToGo: true }) }))
  render(<EventPage />)
  await there()
  const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(headings).toEqual(['夜里怎么睡好', '有变化', '有名额了'])
  expect(screen.getByText(said)).toBeTruthy()
  expect(screen.getByText('时间或地点改过，来不了随时可以取消。')).toBeTruthy()
})

it('opens a live in a window of its own, and takes questions to whoever speaks', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const link = 'https://live.example.org/a'
  answer(openedEvent(4 * DAY, { kind: 'live', link, capacity: 0, left: null, way: 'first-come' }))
  render(<EventPage />)
  await there()
  expect(screen.getByText('可以报名，不限名额')).toBeTruthy()
  expect(screen.queryByText('地点')).toBeNull()
  tap('打开直播')
  expect(open).toHaveBeenCalledWith(link, '_blank', 'noopener')
  open.mockRestore()
  expect(await screen.findByRole('heading', { name: '想问的' })).toBeTruthy()
  expect(asked('liveQuestions.mine')).toEqual([{ eventId: ID }])
})

it.each([
  ['two months before', 60 * DAY, 'soon'],
  ['after it', -DAY, 'held'],
] as const)('takes no questions %s', async (_, minutes, stand) => {
  answer(openedEvent(minutes, { kind: 'live', stand, capacity: 0, left: null }))
  render(<EventPage />)
  await there()
  expect(screen.queryByRole('heading', { name: '想问的' })).toBeNull()
  expect(asked('liveQuestions.mine')).toEqual([])
})

it('leads to how it is drawn', async () => {
  answer(openedEvent(4 * DAY, { way: 'draw', left: null }))
  render(<EventPage />)
  await there()
  expect(screen.getByText('可以报名，截止后抽签，共 30 个名额')).toBeTruthy()
  tap('抽签是怎么抽的')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/events/pages/draw/index?id=${ID}` })
})

it('shows how it stands by now to whoever comes back', async () => {
  answer(openedEvent(4 * DAY, { mine: ownSignup(4 * DAY, { state: 'waiting', place: 2 }) }))
  render(<EventPage />)
  await screen.findByText('候补第 2 位')
  const offer = { places: 1, until: soon(DAY) }
  answer(openedEvent(4 * DAY, { mine: ownSignup(4 * DAY, { state: 'offered', offer }) }))
  phone.show()
  expect(await screen.findByText('为您留了 1 个名额，到 3月11日 周三 12:00')).toBeTruthy()
})

it('opens off line as it was seen before, and pretends neither seats nor a sign-up', async () => {
  answer(openedEvent(4 * DAY))
  render(<EventPage />)
  await there()
  cleanup()
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<EventPage />)
  expect(await screen.findByText(/离线内容，更新于 3月10日 12:00/)).toBeTruthy()
  expect(screen.getByText('东门驿站')).toBeTruthy()
  expect([screen.queryByText(/还有 4 个名额/), button('报名')]).toEqual([null, null])
})

it('says off line what happened where nothing was seen before', async () => {
  render(<EventPage />)
  await screen.findByText(messages.OFFLINE)
  expect(button('想找人说说，看求助电话')).toBeTruthy()
  answer(openedEvent(4 * DAY))
  tap('再试一次')
  await there()
})

it('leads from what is gone to the others', async () => {
  phone.answer = () => ({ ok: false, code: 'EVENT_NOT_FOUND' })
  render(<EventPage />)
  fireEvent.click(await screen.findByRole('button', { name: '看看别的活动' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/events/pages/calendar/index' })
  cleanup()
  resetPhone()
  render(<EventPage />)
  expect(screen.getByText('没有找到这场活动，它可能已经撤下了。')).toBeTruthy()
  expect(phone.calls).toEqual([])
})

it('keeps a new seat in sight when looking again fails', async () => {
  keepTrade('transport')
  const event = openedEvent(4 * DAY)
  let looks = 0
  phone.answer = (action) => {
    if (action === 'signups.join') return { ok: true, data: ownSignup(4 * DAY) }
    return ++looks === 1 ? { ok: true, data: event } : { ok: false, code: 'OFFLINE' }
  }
  render(<EventPage />)
  await there()
  tap('报名')
  await waitFor(() => expect(asked('events.open')).toHaveLength(2))
  await screen.findByText(/离线内容/)
  expect(screen.getByText('有名额了')).toBeTruthy()
})

it.each(['ALREADY_SIGNED_UP', 'QUESTION_CHANGED', 'SIGN_UP_CLOSED'])('looks anew after %s', async (code) => {
  keepTrade('transport')
  answer(openedEvent(4 * DAY), { 'signups.join': { ok: false, code } })
  render(<EventPage />)
  await there()
  tap('报名')
  await screen.findByRole('alert')
  await waitFor(() => expect(asked('events.open')).toHaveLength(2))
})

it('keeps no copy of what is gone', async () => {
  answer(openedEvent(4 * DAY))
  render(<EventPage />)
  await there()
  cleanup()
  phone.answer = () => ({ ok: false, code: 'EVENT_NOT_FOUND' })
  render(<EventPage />)
  await screen.findByText(/没有找到这场活动/)
  cleanup()
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<EventPage />)
  await screen.findByText(messages.OFFLINE)
})

it('keeps nothing of one’s own sign-up on the phone', async () => {
  answer(openedEvent(4 * DAY, { mine: ownSignup(4 * DAY) }))
  render(<EventPage />)
  await there()
  expect(JSON.stringify({ ...localStorage })).not.toContain('seated')
})
