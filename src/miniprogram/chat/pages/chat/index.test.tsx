import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { deviceKey } from '../../../cloud/device-key'
import { paths } from '../../../parts/ways'
import { changeTalk, forgetTalks, talkOf } from '../../../phone/talks'
import type { Message, Own } from '../../parts/said'
import Chat from '.'

const own = (change: Partial<Own> = {}): Own => ({
  id: 'c1',
  state: 'open',
  openedAt: '2026-03-10T02:00:00.000Z',
  lastAt: '2026-03-10T02:00:00.000Z',
  last: 2,
  unread: 0,
  promisedAt: null,
  endedAt: null,
  withName: '何静',
  readUpTo: 1,
  place: null,
  expectedMinutes: null,
  transfer: null,
  helpOfferedAt: null,
  otherTyping: false,
  ...change,
})
const message = (number: number, change: Partial<Message> = {}): Message => ({
  id: `m${number}`,
  number,
  side: number % 2 ? 'person' : 'counsellor',
  at: '2026-03-10T02:00:00.000Z',
  text: `第${number}句`,
  image: null,
  ...change,
})
const answer = (chat: Own, messages: Message[] = [message(1), message(2)]) => {
  phone.answer = (action) => {
    if (action === 'chats.pull') return { ok: true, data: { chat, messages, more: false } }
    return { ok: true, data: action === 'chats.send' ? { number: 3, at: chat.lastAt } : {} }
  }
}
const named = () => vi.mocked(Taro.navigateTo).mock.calls.map(([asked]) => asked?.url)
const asked = (action: string) => phone.calls.filter((call) => call.action === action).map(({ data }) => data)

beforeEach(() => {
  resetPhone()
  forgetTalks()
  deviceKey.keep('d_1')
  phone.params = { id: 'c1' }
})
afterEach(cleanup)

describe('a conversation on its page', () => {
  it('shows what was said in a place that is read out as it grows, with what has become of mine', async () => {
    answer(own())
    render(<Chat />)
    const log = await screen.findByRole('log', { name: '说过的话' })
    expect(log.getAttribute('aria-live')).toBe('polite')
    expect(within(log).getByText('第1句')).toBeTruthy()
    expect(within(log).getByText('已读')).toBeTruthy()
    expect(within(log).getByRole('group', { name: /^何静，/ })).toBeTruthy()
    expect(screen.getByText('正在和何静聊')).toBeTruthy()
  })

  it('keeps what was being written, and says it once', async () => {
    changeTalk('c1', { draft: '写到一半' }, new Date())
    answer(own())
    render(<Chat />)
    await screen.findByRole('textbox', { name: '想说的话' })
    fireEvent.click(screen.getByRole('button', { name: '发送' }))
    await waitFor(() => expect(asked('chats.send')).toMatchObject([{ chatId: 'c1', text: '写到一半' }]))
    expect(talkOf('c1')?.draft).toBe('')
  })

  it('opens the page of help first, once, and keeps a quiet card', async () => {
    answer(own({ helpOfferedAt: '2026-03-10T02:01:00.000Z' }))
    render(<Chat />)
    await screen.findByText('先看看求助电话')
    expect(named()).toEqual([paths.help])
    expect(screen.queryByText('第1句')).toBeNull()
    expect(screen.getByRole('button', { name: /12356/ })).toBeTruthy()
    phone.hide()
    phone.show()
    await screen.findByText('第1句')
    expect(screen.getByRole('button', { name: '看求助电话' })).toBeTruthy()
    cleanup()
    render(<Chat />)
    await screen.findByText('第1句')
    expect(named()).toHaveLength(1)
  })

  it('asks before anything moves to a colleague, and says whether they may read what was said', async () => {
    answer(own({ transfer: { toName: '高远', past: false } }))
    render(<Chat />)
    await screen.findByText('想请高远接着和您聊')
    expect(screen.getByText(/看不到前面说过的话/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '不同意' }))
    await waitFor(() => expect(asked('chats.answerTransfer')).toEqual([{ chatId: 'c1', agreed: false }]))
  })

  it('closes warmly, with ways on and nowhere to write', async () => {
    answer(own({ state: 'ended', endedAt: '2026-03-10T03:00:00.000Z' }))
    render(<Chat />)
    await screen.findByText(/谢谢您愿意说出来/)
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '删除这段对话' }))
    await screen.findByText(/两边都不再有/)
    expect(vi.mocked(Taro.showModal).mock.calls[0]?.[0]?.content).toContain('找不回来')
    expect(asked('chats.destroy')).toEqual([{ chatId: 'c1' }])
    expect(talkOf('c1')).toBeNull()
  })

  it('says that it is not there, and shows nobody’s to a browser without a key', async () => {
    phone.answer = () => ({ ok: false, code: 'CHAT_NOT_FOUND' })
    render(<Chat />)
    await screen.findByText(/可能已经删除了/)
    cleanup()
    deviceKey.drop()
    phone.calls = []
    render(<Chat />)
    expect(screen.getByText(/没有找到这段对话/)).toBeTruthy()
    expect(phone.calls).toEqual([])
  })

  it('off line says so, leaves a way to a human, and has kept what was written', async () => {
    render(<Chat />)
    expect(await screen.findByRole('button', { name: /看求助电话/ })).toBeTruthy()
  })
})
