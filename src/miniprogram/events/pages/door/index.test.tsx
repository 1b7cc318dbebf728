import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { doorListOf } from '../../../../../tests/stubs/door'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import type { DoorList, ScanInput } from '../../../../contract/doors'
import type { Verdict } from '../../../../domain/check-ins/words'
import { codeAt, doorCodeAt } from '../../../../domain/tickets/code'
import { minutesLater } from '../../../../domain/time'
import { deviceKey } from '../../../cloud/device-key'
import { forgetDoor } from '../../parts/door-kept'
import Door from '.'

/** How bright the screen is, is the phone's. */
const light = vi.hoisted(() => ({ isFull: false }))
vi.mock('../../../phone/brightness', () => ({
  brighten: () => {
    light.isFull = true
  },
  dim: () => {
    light.isFull = false
  },
}))

let list: DoorList
/** How the cloud stands: whether it is reached, what it says to each scan, and what it was sent. */
const cloud = {
  isThere: true,
  verdict: 'came' as Verdict,
  refusal: '',
  heard: [] as ScanInput[],
}

beforeEach(() => {
  resetPhone()
  deviceKey.keep('d_1')
  list = doorListOf(['林', '赵', '钱'], new Date())
  phone.params = { id: list.eventId }
  Object.assign(cloud, { isThere: true, verdict: 'came', refusal: '', heard: [] })
  phone.answer = (action, data) => {
    if (!cloud.isThere) return { ok: false, code: 'OFFLINE' }
    if (action === 'doors.list') return { ok: true, data: list }
    if (action === 'doors.takePass') return { ok: true, data: { eventId: list.eventId, title: list.title } }
    if (cloud.refusal) return { ok: false, code: cloud.refusal }
    const { scans } = data as { scans: ScanInput[] }
    cloud.heard.push(...scans)
    return { ok: true, data: { verdicts: scans.map(({ scanId }) => ({ scanId, verdict: cloud.verdict })) } }
  }
})
afterEach(cleanup)

const ticketOf = (name: string) => {
  const found = list.tickets.find((ticket) => ticket.name === name)
  if (!found) throw new Error(`${name} is not on the list`)
  return found
}
const write = (field: string, value: string) => {
  const input = screen.getByLabelText(field)
  fireEvent.change(input, { target: { value } })
}
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const writeCode = (name: string) => {
  const code = codeAt(ticketOf(name).key, new Date())
  write('票上的号码', `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`)
  tap('签到')
}
/** What was under way is answered. */
const answered = () => act(() => new Promise((resolve) => setTimeout(resolve)))
const showAgain = async () => {
  await answered()
  await act(async () => phone.show())
}
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)
const keptNames = () => Object.keys(localStorage).filter((name) => name.startsWith('door:'))

it('opens with a pass, and keeps the list', async () => {
  phone.params = {}
  render(<Door />)
  write('签到口令', 'abcd')
  tap('打开签到')
  expect(await screen.findByText('签到口令是八位字母和数字，请再看一下。')).toBeTruthy()
  write('签到口令', 'abcd efgh')
  tap('打开签到')
  expect(await screen.findByText('应到 3 人')).toBeTruthy()
  expect(asked('doors.takePass')).toEqual([{ code: 'ABCDEFGH' }])
  expect(asked('doors.list')).toEqual([{ eventId: list.eventId }])
  expect(keptNames()).not.toEqual([])
})

it('says that a pass whose answer was lost may be used up', async () => {
  phone.params = {}
  phone.answer = () => ({ ok: false, code: 'TIMED_OUT' })
  render(<Door />)
  write('签到口令', 'ABCDEFGH')
  tap('打开签到')
  expect(await screen.findByText(/口令只能用一次，再试不行的话，请组织者再给一个/)).toBeTruthy()
})

it('lets in by the code under the picture, says who it is, and sends it', async () => {
  list.tickets[0] = { ...ticketOf('林'), places: 2 }
  render(<Door />)
  await screen.findByText('应到 4 人')
  writeCode('林')
  const said = screen.getAllByRole('status').find((one) => within(one).queryByText('林'))
  if (!said) throw new Error('nobody was called')
  expect(within(said).getByText('签到好了，欢迎')).toBeTruthy()
  expect(within(said).getByText('一共 2 位，一起进')).toBeTruthy()
  expect(screen.getByText('2 人到了')).toBeTruthy()
  expect(screen.getByText('按票算：1 张到了，一共 3 张')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText(/条等网络/)).toBeNull())
  expect(cloud.heard).toMatchObject([{ ticketId: ticketOf('林').ticketId, by: 'qr' }])
  expect(Object.keys(cloud.heard[0] ?? {}).sort()).toEqual(['at', 'by', 'code', 'device', 'scanId', 'ticketId'])
  writeCode('林')
  expect(screen.getAllByText(/这一场已经签过到了/).length).toBeGreaterThan(0)
  write('票上的号码', 'AAAAAAAA')
  tap('签到')
  expect(screen.getByText(/没有找到这个号码/)).toBeTruthy()
  expect(cloud.heard.length).toBeLessThan(3)
})

it('lets in by name, asked once more, and writes down nothing that was not meant', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  fireEvent.click(screen.getByRole('radio', { name: '按名字' }))
  write('找名字', '赵')
  expect(screen.queryByRole('button', { name: '林到了' })).toBeNull()
  vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false } as never)
  tap('赵到了')
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1))
  expect(screen.getByText('0 人到了')).toBeTruthy()
  tap('赵到了')
  expect(await screen.findByText('1 人到了')).toBeTruthy()
  expect(screen.getByText(/\d\d:\d\d 到了/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '赵到了' })).toBeNull()
  await waitFor(() => expect(cloud.heard).toMatchObject([{ by: 'hand', code: '' }]))
  write('找名字', '孙')
  expect(screen.getByText(/名单里没有找到/)).toBeTruthy()
})

it('goes on without a network, also after the page was closed, and sends all of it later', async () => {
  const { unmount } = render(<Door />)
  await screen.findByText('应到 3 人')
  cloud.isThere = false
  writeCode('林')
  expect(await screen.findByText(/现在没有网络。可以照常签到/)).toBeTruthy()
  expect(screen.getByText('1 条等网络')).toBeTruthy()
  unmount()
  render(<Door />)
  expect(screen.getByText('1 人到了')).toBeTruthy()
  writeCode('赵')
  expect(screen.getByText('2 条等网络')).toBeTruthy()
  await screen.findByText(/现在没有网络/)
  expect(cloud.heard).toEqual([])
  cloud.isThere = true
  await showAgain()
  await waitFor(() => expect(screen.queryByText(/条等网络/)).toBeNull())
  expect(cloud.heard.map(({ ticketId }) => ticketId)).toEqual([ticketOf('林').ticketId, ticketOf('赵').ticketId])
  expect(screen.queryByText(/现在没有网络/)).toBeNull()
})

it('says what the cloud says, once it does, and asks for the list anew', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  cloud.verdict = 'not-seated'
  writeCode('林')
  expect((await screen.findAllByText(/这张票现在没有名额/)).length).toBeGreaterThan(0)
  await waitFor(() => expect(asked('doors.list')).toHaveLength(2))
  expect(screen.getByText('0 人到了')).toBeTruthy()
})

it('shows the code for those who check in by themselves', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  fireEvent.click(screen.getByRole('radio', { name: '自己签' }))
  const around = [-1, 0, 1].map((half) =>
    Array.from(doorCodeAt(list.doorKey, new Date(Date.now() + half * 30_000))).join(' '),
  )
  expect(around.map((code) => `号码 ${code}`)).toContain(
    screen.getByRole('img', { name: /^号码/ }).getAttribute('aria-label'),
  )
  expect(light.isFull).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '看票' }))
  expect(light.isFull).toBe(false)
})

it('does not end with something unsent; then nothing is left on the phone', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  cloud.isThere = false
  writeCode('林')
  await screen.findByText(/现在没有网络/)
  tap('结束签到')
  await waitFor(() => expect(vi.mocked(Taro.showModal).mock.calls.at(-1)?.[0]?.content).toContain('还有 1 条没有送到'))
  expect(keptNames()).not.toEqual([])
  cloud.isThere = true
  await showAgain()
  await waitFor(() => expect(screen.queryByText(/条等网络/)).toBeNull())
  tap('结束签到')
  expect(await screen.findByText(/签到结束了/)).toBeTruthy()
  expect(keptNames()).toEqual([])
  tap('输入签到口令')
  expect(screen.getByLabelText('签到口令')).toBeTruthy()
  expect(screen.queryByText(list.title)).toBeNull()
})

it('lets go of what can never be sent, but not unasked', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  cloud.refusal = 'EVENT_NOT_ANNOUNCED'
  writeCode('林')
  await screen.findByText(/这场活动还没有发布，或者已经取消/)
  tap('结束签到')
  expect(await screen.findByText(/签到结束了/)).toBeTruthy()
  expect(vi.mocked(Taro.showModal).mock.calls.at(-1)?.[0]?.content).toContain('1 条签到没有送到')
  expect(keptNames()).toEqual([])
})

it('forgets the list when the event is over, and what was not sent only when told to', async () => {
  const { unmount } = render(<Door />)
  await screen.findByText('应到 3 人')
  cloud.isThere = false
  writeCode('林')
  await screen.findByText(/现在没有网络/)
  unmount()
  cloud.isThere = true
  cloud.refusal = 'DOOR_NOT_OPEN'
  vi.useFakeTimers({ now: minutesLater(new Date(list.until), 1), toFake: ['Date'] })
  try {
    phone.params = {}
    const { unmount: leave } = render(<Door />)
    fireEvent.click(screen.getByRole('button', { name: /1 条还没送出/ }))
    expect(await screen.findByText(/还有 1 条签到没有送到/)).toBeTruthy()
    await waitFor(() => expect(asked('doors.merge').length).toBeGreaterThan(1))
    expect(JSON.stringify({ ...localStorage })).not.toMatch(/林|赵|dddd/)
    tap('清除')
    expect(await screen.findByText(/签到结束了/)).toBeTruthy()
    expect(keptNames()).toEqual([])
    leave()
  } finally {
    vi.useRealTimers()
  }
})

it('has a way on for whoever has no pass, and for a list that is not there yet', async () => {
  phone.answer = () => ({ ok: false, code: 'EVENT_NOT_FOUND' })
  const { unmount } = render(<Door />)
  fireEvent.click(await screen.findByRole('button', { name: '输入签到口令' }))
  expect(screen.getByLabelText('签到口令')).toBeTruthy()
  unmount()
  phone.answer = () => ({ ok: false, code: 'DOOR_NOT_OPEN' })
  render(<Door />)
  expect(await screen.findByText(/签到名单从活动前一天到结束后一天可以看/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeTruthy()
})

it('is forgotten with everything else this phone keeps', async () => {
  render(<Door />)
  await screen.findByText('应到 3 人')
  localStorage.setItem('notes', '"买菜"')
  forgetDoor()
  expect(keptNames()).toEqual([])
  expect(localStorage.getItem('notes')).toBe('"买菜"')
})
