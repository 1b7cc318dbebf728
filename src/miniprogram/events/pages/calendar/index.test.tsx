import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eventCard } from '../../../../../tests/stubs/events'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { EventCard } from '../../../../contract/events'
import { messages } from '../../../../contract/messages.zh-CN'
import Calendar from '.'

const DAY = 24 * 60
/** A Tuesday at noon in Shanghai. */
const NOON = '2026-03-10T04:00:00.000Z'

const named = (title: string, days: number, change: Partial<EventCard> = {}) =>
  eventCard(days * DAY, { id: title, title, ...change })

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(NOON), toFake: ['Date'] })
  resetPhone()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const answer = (rows: readonly EventCard[]) => {
  phone.answer = (_, data) => ({
    ok: true,
    data: { rows: (data as { month: string }).month === '2026-03' ? rows : [] },
  })
}
const months = () => phone.calls.map(({ action, data }) => [action, (data as { month: string }).month])
const button = (name: string | RegExp) => screen.queryByRole('button', { name })
const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
/** Titles in the order in which they stand. */
const titles = (...all: string[]) => {
  const labels = screen.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? '')
  return labels.flatMap((label) => all.filter((title) => label.includes(`，${title}，`)))
}

it('shows the month of Shanghai after a single call, without a key', async () => {
  answer([named('睡个整觉', 4)])
  render(<Calendar />)
  const said = '开放日 · 睡个好觉，睡个整觉，3月14日 周六 12:00–14:00，东门驿站 · 和平区总工会，可以报名，还有 4 个名额'
  fireEvent.click(await screen.findByRole('button', { name: said }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/events/pages/event/index?id=${encodeURIComponent('睡个整觉')}`,
  })
  expect(phone.calls).toEqual([{ action: 'events.month', data: { month: '2026-03' }, key: undefined }])
  expect(screen.getByRole('heading', { name: '2026年3月' })).toBeTruthy()
})

it('is in the new month as soon as Shanghai is', async () => {
  vi.setSystemTime('2026-03-31T16:00:00.000Z')
  answer([])
  render(<Calendar />)
  await screen.findByText(/2026年4月还没有活动/)
  expect(months()).toEqual([['events.month', '2026-04']])
})

it('turns to the months before and after', async () => {
  answer([named('三月的', 4)])
  render(<Calendar />)
  await screen.findByText('三月的')
  tap('上个月')
  await screen.findByText(/2026年2月还没有活动/)
  expect(button(/三月的/)).toBeNull()
  tap('下个月')
  expect(await screen.findByText('三月的')).toBeTruthy()
  tap('下个月')
  await screen.findByText(/2026年4月还没有活动/)
  expect(months().map(([, month]) => month)).toEqual(['2026-03', '2026-02', '2026-03', '2026-04'])
})

it('narrows to a marked day, and again is all of the month', async () => {
  const both = named('两次的', 4)
  const again = eventCard(11 * DAY).times
  answer([{ ...both, times: [...both.times, ...again] }, named('同一天', 4), named('别的天', 5)])
  render(<Calendar />)
  await screen.findByText('别的天')
  expect(button(/^3月13日/)).toBeNull()
  expect([button('3月15日，1 场活动'), button('3月21日，1 场活动')].every(Boolean)).toBe(true)
  tap('3月14日，2 场活动')
  expect(screen.getByRole('status').textContent).toBe('3月14日的活动，再点一次日期看整月')
  expect(titles('两次的', '同一天', '别的天')).toEqual(['两次的', '同一天'])
  tap('3月14日，2 场活动，已选中')
  expect(titles('两次的', '同一天', '别的天')).toHaveLength(3)
  expect(months()).toHaveLength(1)
})

it('shows one kind, and marks only the days on which there is one', async () => {
  answer([named('来坐坐', 4), named('听一讲', 5, { kind: 'lecture' })])
  render(<Calendar />)
  await screen.findByText('来坐坐')
  const kinds = screen.getAllByRole('radio').map(({ textContent }) => textContent)
  expect(kinds).toEqual(['全部', '开放日', '团体', '工作坊', '巡讲', '直播'])
  fireEvent.click(screen.getByRole('radio', { name: '巡讲' }))
  expect(titles('来坐坐', '听一讲')).toEqual(['听一讲'])
  expect([button(/^3月14日/), button(/^3月15日/)?.getAttribute('aria-label')]).toEqual([null, '3月15日，1 场活动'])
  fireEvent.click(screen.getByRole('radio', { name: '团体' }))
  expect(screen.getByText(/2026年3月还没有团体/)).toBeTruthy()
  tap('看下个月')
  expect(await screen.findByText(/2026年4月还没有团体/)).toBeTruthy()
})

it('puts what can still be gone to before what is over', async () => {
  answer([
    named('办过的', -3, { stand: 'held' }),
    named('停掉的', 2, { stand: 'cancelled' }),
    named('正在办', 0, { stand: 'on' }),
    named('满了的', 6, { stand: 'full', left: 0, waiting: 2 }),
  ])
  render(<Calendar />)
  await screen.findByText('满了的')
  expect(titles('办过的', '停掉的', '正在办', '满了的')).toEqual(['正在办', '满了的', '办过的', '停掉的'])
  for (const words of [/，已经结束$/, /，取消了$/, /，正在进行$/, /，名额满了，可以候补，前面有 2 位$/])
    expect(button(words)).toBeTruthy()
  expect(button('看下个月')).toBeNull()
})

it('leads on to the next month when nothing of this one is ahead', async () => {
  answer([named('办过的', -3, { stand: 'held' })])
  render(<Calendar />)
  await screen.findByText('这个月的活动都办过了，看看下个月。')
  expect(button(/办过的/)).toBeTruthy()
  tap('看下个月')
  await waitFor(() => expect(months().at(-1)).toEqual(['events.month', '2026-04']))
})

it('says for whom it is, and of a live no place', async () => {
  answer([
    named('给会员的', 4, { audience: 'members', way: 'draw', left: null }),
    named('线上的', 5, { kind: 'live', where: 'https://live.example.org', capacity: 0, left: null }),
  ])
  render(<Calendar />)
  expect(await screen.findByRole('button', { name: /，可以报名，截止后抽签，共 30 个名额 · 会员$/ })).toBeTruthy()
  expect(button(/，在手机上看 · 和平区总工会，可以报名，不限名额$/)).toBeTruthy()
  expect(screen.queryByText(/https/)).toBeNull()
})

it('opens off line as it was seen before, and does not pretend to know the seats', async () => {
  answer([named('睡个整觉', 4)])
  render(<Calendar />)
  await screen.findByText(/还有 4 个名额/)
  cleanup()
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<Calendar />)
  expect(await screen.findByText(/离线内容，更新于 3月10日 12:00/)).toBeTruthy()
  expect(screen.getByText('睡个整觉')).toBeTruthy()
  expect(screen.queryByText(/名额/)).toBeNull()
})

it('says what happened when there is nothing to show, and tries again', async () => {
  render(<Calendar />)
  await screen.findByText(messages.OFFLINE)
  expect(button('想找人说说，看求助电话')).toBeTruthy()
  answer([named('睡个整觉', 4)])
  tap('再试一次')
  expect(await screen.findByText('睡个整觉')).toBeTruthy()
})

it('leads to one’s own, while the month is still on its way', async () => {
  render(<Calendar />)
  tap('我的活动')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/mine/index' })
  await screen.findByText(messages.OFFLINE)
})

it('does not take a day that is over for the month', async () => {
  answer([named('办过的', -3, { stand: 'held' }), named('要来的', 4)])
  render(<Calendar />)
  await screen.findByText('要来的')
  tap('3月7日，1 场活动')
  expect(titles('办过的', '要来的')).toEqual(['办过的'])
  expect(screen.queryByText(/都办过了/)).toBeNull()
})

it('shows the whole month where the chosen day has nothing of another kind', async () => {
  answer([named('来坐坐', 4), named('听一讲', 5, { kind: 'lecture' })])
  render(<Calendar />)
  await screen.findByText('来坐坐')
  tap('3月14日，1 场活动')
  fireEvent.click(screen.getByRole('radio', { name: '巡讲' }))
  expect(titles('来坐坐', '听一讲')).toEqual(['听一讲'])
  expect([screen.queryByText(/还没有巡讲/), screen.queryByRole('status')]).toEqual([null, null])
})
