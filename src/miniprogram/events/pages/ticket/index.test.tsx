import { inflateSync } from 'node:zlib'
import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { encode } from 'uqr'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { messages } from '../../../../contract/messages.zh-CN'
import { DOOR_MINUTES } from '../../../../domain/check-ins/check-in'
import type { Verdict } from '../../../../domain/check-ins/words'
import { codeAt, qrText, ticketKeyOf } from '../../../../domain/tickets/code'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { keepTicket, keptTicket, type Ticket } from '../../../phone/tickets'
import { verdictWords } from '../../parts/verdict-words'
import TicketPage from '.'

const ID = 'eventnumber00000001'
const DAY = 24 * 60
/** The first second of a half minute. */
const now = new Date('2026-03-14T01:30:00.000Z')
const weekLater = (instant: string) => minutesLater(new Date(instant), 7 * DAY).toISOString()
const key = ticketKeyOf('d'.repeat(64), 'V1StGXR8_Z5jdHi6B-myT')

const ticket = (change: Partial<Ticket> = {}): Ticket => ({
  ...{ ticketId: 'V1StGXR8_Z5jdHi6B-myT', key, title: '夜里怎么睡好', where: '东门驿站 3 楼', places: 1 },
  times: [{ from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' }],
  ...change,
})

let light = 0.4
const setLight = vi.fn(async ({ value }: { value: number }) => {
  light = value
})

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  phone.params = { id: ID }
  light = 0.4
  setLight.mockClear()
  Object.assign(Taro, { getScreenBrightness: async () => ({ value: light }), setScreenBrightness: setLight })
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const answer = (opened: unknown, rest: Record<string, unknown> = {}) => {
  phone.answer = (action) => rest[action] ?? opened
}
const opens = (change: Partial<Ticket> = {}) => ({ ok: true, data: ticket(change) })
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
/** What was kept stays. */
const loseNetwork = () => {
  phone.calls = []
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
}
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000))
const shownCode = () => screen.getByLabelText(/^号码 /).textContent?.replace(' ', '')

/** The squares of the picture, without the white around: what a camera sees. */
const squaresShown = () => {
  const png = Buffer.from(
    (screen.getByRole('img').querySelector('img') as HTMLImageElement).src.replace(/^.*,/, ''),
    'base64',
  )
  const side = png.readUInt32BE(16)
  const data = png.subarray(41, 41 + png.readUInt32BE(33))
  const rows = inflateSync(data)
  const stride = Math.ceil(side / 8) + 1
  const all = Array.from({ length: side }, (_, y) =>
    Array.from({ length: side }, (_, x) => ((rows[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0),
  )
  const first = all.findIndex((row) => row.some(Boolean))
  // The dark bar above a finder pattern is seven squares long.
  const square = (all[first]?.indexOf(false, first) ?? 0) - first
  const scale = square / 7
  const count = (side - 2 * first) / scale
  const at = (index: number) => first + Math.floor((index + 0.5) * scale)
  const squares = Array.from({ length: count }, (_, y) =>
    Array.from({ length: count }, (_, x) => all[at(y)]?.[at(x)] ?? false),
  )
  return { squares, white: first / scale }
}

const reads = (code: string) => {
  const { squares, white } = squaresShown()
  expect(white).toBe(4)
  expect(squares).toEqual(encode(qrText(ticket().ticketId, code), { ecc: 'M', border: 0 }).data)
}

it('shows after a single call what the door reads and what can be read out', async () => {
  answer(opens())
  render(<TicketPage />)
  await screen.findByText('夜里怎么睡好')
  expect(phone.calls.map(({ action, data }) => [action, data])).toEqual([['tickets.open', { eventId: ID }]])
  const code = codeAt(key, now)
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('票的二维码')
  reads(code)
  expect(shownCode()).toBe(code)
  expect(screen.getByLabelText(`号码 ${[...code].join(' ')}`)).toBeTruthy()
  expect(screen.getByText('3月14日 周六 10:00–12:00')).toBeTruthy()
  expect(screen.getByText('东门驿站 3 楼')).toBeTruthy()
  expect(screen.queryByText('几位')).toBeNull()
})

it('counts down and is another after half a minute', () => {
  keepTicket(ID, ticket(), now)
  render(<TicketPage />)
  expect(screen.getByText(/^30 秒后换新的/)).toBeTruthy()
  const first = codeAt(key, now)
  pass(29)
  expect(screen.getByText(/^1 秒后换新的/)).toBeTruthy()
  expect(shownCode()).toBe(first)
  pass(1)
  const second = codeAt(key, new Date(now.getTime() + 30_000))
  expect(second).not.toBe(first)
  expect(shownCode()).toBe(second)
  reads(second)
})

it('opens from the phone where there is no network, and goes on changing', async () => {
  answer(opens())
  render(<TicketPage />)
  await screen.findByRole('img')
  cleanup()
  loseNetwork()
  render(<TicketPage />)
  expect(screen.getByRole('img')).toBeTruthy()
  await waitFor(() => expect(asked('tickets.open')).toHaveLength(1))
  pass(60)
  reads(codeAt(key, minutesLater(now, 1)))
  expect(screen.queryByText(messages.OFFLINE)).toBeNull()
})

it('takes what the cloud says over what was kept', async () => {
  keepTicket(ID, ticket({ where: '西门驿站' }), now)
  answer(opens({ places: 3 }))
  render(<TicketPage />)
  expect(screen.getByText('西门驿站')).toBeTruthy()
  expect(await screen.findByText('东门驿站 3 楼')).toBeTruthy()
  expect(screen.getByText('一共 3 位，一起进')).toBeTruthy()
  expect(keptTicket(ID, now)?.places).toBe(3)
})

it('shows the next time of a group, and no ticket from the phone once a day has passed after the last', async () => {
  const { times } = ticket()
  const next = times.map(({ from, until }) => ({ from: weekLater(from), until: weekLater(until) }))
  keepTicket(ID, ticket({ times: [...times, ...next] }), now)
  vi.setSystemTime(minutesLater(now, DAY))
  render(<TicketPage />)
  expect(screen.getByText('3月21日 周六 10:00–12:00')).toBeTruthy()
  await waitFor(() => expect(asked('tickets.open')).toHaveLength(1))
  cleanup()
  vi.setSystemTime('2026-03-22T04:00:00.000Z')
  render(<TicketPage />)
  expect(await screen.findByText(messages.OFFLINE)).toBeTruthy()
  expect(screen.queryByRole('img')).toBeNull()
})

it('says without a network and without a ticket what happened, and tries again', async () => {
  render(<TicketPage />)
  const again = await screen.findByRole('button', { name: '再试一次' })
  expect(screen.getByRole('button', { name: '想找人说说，看求助电话' })).toBeTruthy()
  answer(opens())
  fireEvent.click(again)
  expect(await screen.findByRole('img')).toBeTruthy()
})

it('takes a seat that was given back off the phone, and leads to how it stands', async () => {
  for (const code of ['NO_SEAT', 'SIGNUP_NOT_FOUND']) {
    keepTicket(ID, ticket(), now)
    answer({ ok: false, code })
    render(<TicketPage />)
    await screen.findByText(/现在没有您的名额/)
    expect(screen.queryByRole('img')).toBeNull()
    expect(keptTicket(ID, now)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '看这场活动' }))
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/events/pages/event/index?id=${ID}` })
    cleanup()
  }
})

it('leads to all of them from an address that names none', () => {
  phone.params = {}
  render(<TicketPage />)
  fireEvent.click(screen.getByRole('button', { name: '看看我的活动' }))
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/events/pages/mine/index' })
  expect(phone.calls).toEqual([])
})

const write = (value: string) => fireEvent.change(screen.getByLabelText('门口的六位数字'), { target: { value } })
const checkIn = () => fireEvent.click(screen.getByRole('button', { name: '签到' }))

it('checks in by the digits at the door, however they were written', async () => {
  answer(opens(), { 'tickets.checkIn': { ok: true, data: { verdict: 'came' satisfies Verdict } } })
  render(<TicketPage />)
  await screen.findByRole('img')
  write('0421')
  checkIn()
  expect(await screen.findByText('门口显示的是六位数字，请再看一下')).toBeTruthy()
  expect(asked('tickets.checkIn')).toEqual([])
  write('042117')
  checkIn()
  expect((await screen.findByRole('status')).textContent).toBe(`${verdictWords.came}。`)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(asked('tickets.checkIn')).toEqual([{ eventId: ID, code: '042117' }])
  expect(screen.getByLabelText<HTMLInputElement>('门口的六位数字').value).toBe('')
})

it('says what the door would say, and that wrong digits can be written anew', async () => {
  answer(opens(), { 'tickets.checkIn': { ok: true, data: { verdict: 'early' satisfies Verdict } } })
  render(<TicketPage />)
  await screen.findByRole('img')
  write('042117')
  checkIn()
  expect(await screen.findByText(/^还没有到签到的时间，开始前一小时再来/)).toBeTruthy()
  expect(DOOR_MINUTES).toBe(60)
  answer(opens(), { 'tickets.checkIn': { ok: false, code: 'CODE_WRONG' } })
  write('000000')
  checkIn()
  expect(await screen.findByText(messages.CODE_WRONG)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('门口的六位数字').value).toBe('000000')
  answer(opens(), { 'tickets.checkIn': { ok: false, code: 'OFFLINE' } })
  checkIn()
  expect(await screen.findByText(/再点一次也只算一次/)).toBeTruthy()
  expect(screen.getByRole('img')).toBeTruthy()
})

it('is bright while it is in sight, and as it was before when it is not', async () => {
  keepTicket(ID, ticket(), now)
  const { unmount } = render(<TicketPage />)
  await vi.waitFor(() => expect(light).toBe(1))
  act(phone.hide)
  expect(light).toBe(0.4)
  act(phone.show)
  await vi.waitFor(() => expect(light).toBe(1))
  unmount()
  expect(light).toBe(0.4)
})
