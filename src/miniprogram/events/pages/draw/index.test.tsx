import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { recompute } from '../../../../../tests/draws/recompute.mjs'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { Output } from '../../../../contract'
import { type Drawn, drawOf, listHashOf, listText, resultHashOf, ticketHash } from '../../../../domain/draws/draw'
import { sha256Hex } from '../../../../domain/hashing/sha-256'
import { minutesLater } from '../../../../domain/time'
import Draw from '.'

const DAY = 24 * 60
const ID = 'eventnumber00000001'
const seed = sha256Hex('seed')
const seats = { capacity: 3, shares: { shift: 1, newcomer: 0 } }
const text = listText(
  Array.from({ length: 8 }, (_, at) => ({
    hash: ticketHash(`t${at}`),
    shares: at < 2 ? (['shift'] as const).slice() : [],
    places: 1,
  })),
)
const list = { hash: listHashOf(text), text }
const order = ((): Drawn[] => {
  const drawn = drawOf(seed, text, seats)
  return drawn.ok ? drawn.data : []
})()
const result = { seed, hash: resultHashOf(order), drawnAt: '2026-03-05T01:12:00.000Z' }

type Opened = Output<'draws', 'open'>
const soon = (minutes: number) => minutesLater(new Date(), minutes).toISOString()
const draw = (change: Partial<Opened> = {}): Opened => ({
  ...{ eventId: ID, title: '陶艺工作坊', ...seats, closesAt: soon(-DAY), commitment: sha256Hex(seed) },
  ...{ list, result, mine: null },
  ...change,
})
const answer = (data: Opened) => {
  phone.answer = () => ({ ok: true, data })
}

beforeEach(() => {
  resetPhone()
  phone.params = { id: ID }
})
afterEach(cleanup)

it('is open to whoever has no ticket, and counts when told to', async () => {
  answer(draw())
  render(<Draw />)
  await screen.findByText('陶艺工作坊')
  expect(phone.calls.map(({ action, key }) => [action, key])).toEqual([['draws.open', undefined]])
  expect(screen.getByText('3月5日 周四 09:12 抽好了')).toBeTruthy()
  expect(screen.getByText('3 个，其中 1 个留给倒班和一线的人')).toBeTruthy()
  expect(screen.getByText('8 张票')).toBeTruthy()
  for (const hash of [sha256Hex(seed), list.hash, seed, result.hash]) expect(screen.getByText(hash)).toBeTruthy()
  expect(screen.queryByText('您的票')).toBeNull()
  expect(screen.queryByText(/对得上/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '在这部手机上重算一遍' }))
  expect(await screen.findByText('算好了，三样都对得上。')).toBeTruthy()
  expect(screen.getByText(/对得上：这部手机算出的和公布的一样/)).toBeTruthy()
})

it('says where one’s own ticket came out', async () => {
  const said = async (mine: string, words: string | RegExp) => {
    answer(draw({ mine }))
    render(<Draw />)
    expect(await screen.findByText(words)).toBeTruthy()
    cleanup()
  }
  const seated = order.findIndex(({ outcome }) => outcome === 'seated')
  const second = order.filter(({ outcome }) => outcome === 'waiting')[1]?.hash ?? ''
  const turn = order.findIndex(({ hash }) => hash === second) + 1
  await said(order[seated]?.hash ?? '', `您的票抽在第 ${seated + 1} 位，有名额，一共 1 个。`)
  await said(second, `您的票抽在第 ${turn} 位，候补第 2 位。前面有人不来了，会依次问到您。`)
  await said(ticketHash('later'), /不在这次的名单里/)
})

it('finds out what was changed, names it, and believes no place of it', async () => {
  answer(draw({ mine: order[0]?.hash ?? '', result: { ...result, hash: sha256Hex('other') } }))
  render(<Draw />)
  expect(await screen.findByText(/算好了，有对不上的/)).toBeTruthy()
  expect(screen.getByText(/对不上：这部手机算出的和公布的不一样/)).toBeTruthy()
  expect(screen.getByText(/先不说您的票在第几位/)).toBeTruthy()
  cleanup()
  answer(draw({ commitment: sha256Hex('other') }))
  render(<Draw />)
  fireEvent.click(await screen.findByRole('button', { name: '在这部手机上重算一遍' }))
  expect(await screen.findByText(/对不上：不是活动公布时写下的那一个/)).toBeTruthy()
})

it('copies what an independent script computes it from', async () => {
  const written = vi.fn(async (_text: string) => undefined)
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText: written } })
  answer(draw())
  render(<Draw />)
  fireEvent.click(await screen.findByRole('button', { name: '复制名单和种子' }))
  expect(await screen.findByText(/复制好了/)).toBeTruthy()
  const copied = written.mock.calls[0]?.[0] ?? vi.mocked(Taro.setClipboardData).mock.calls[0]?.[0]?.data ?? ''
  expect(recompute(JSON.parse(copied))).toMatchObject({ seed: true, list: true, result: true })
  vi.unstubAllGlobals()
})

it('says how it stands before the list is fixed, and before it is drawn', async () => {
  answer(draw({ closesAt: soon(DAY), list: null, result: null, mine: ticketHash('t1') }))
  render(<Draw />)
  expect(await screen.findByText(/报名截止，然后抽签$/)).toBeTruthy()
  expect(screen.getByText(/报名截止后，名单里会有下面这个指纹/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '看看抽好了没有' })).toBeNull()
  expect(screen.getAllByRole('listitem')).toHaveLength(4)
  cleanup()
  answer(draw({ list: null, result: null }))
  render(<Draw />)
  expect(await screen.findByText('报名截止了，正在封名单')).toBeTruthy()
  cleanup()
  answer(draw({ result: null, mine: ticketHash('t1') }))
  render(<Draw />)
  expect(await screen.findByText('名单封好了，过几分钟抽签')).toBeTruthy()
  expect(screen.getByText('您的票在名单里，还没有抽。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '在这部手机上重算一遍' })).toBeNull()
  answer(draw({ mine: ticketHash('t1') }))
  fireEvent.click(screen.getByRole('button', { name: '看看抽好了没有' }))
  expect(await screen.findByText(/您的票抽在第 \d 位/)).toBeTruthy()
})

it('says in words that nothing is drawn, or that the event is gone', async () => {
  phone.answer = () => ({ ok: false, code: 'NO_DRAW' })
  render(<Draw />)
  fireEvent.click(await screen.findByRole('button', { name: '看这场活动' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/events/pages/event/index?id=${ID}` })
  cleanup()
  phone.answer = () => ({ ok: false, code: 'EVENT_NOT_FOUND' })
  render(<Draw />)
  fireEvent.click(await screen.findByRole('button', { name: '看看别的活动' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/events/pages/calendar/index' })
})

it('keeps nothing of it once the page is left', async () => {
  answer(draw({ mine: ticketHash('t1') }))
  const { unmount } = render(<Draw />)
  await screen.findByText(/您的票抽在第 \d 位/)
  unmount()
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).not.toContain(ticketHash('t1')))
})
