import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { phone, resetPhone } from '../../../tests/stubs/taro'
import { paths, wayToChat, wayToConsent } from '../parts/ways'
import { changeTalk, forgetTalks, talkGoingOn } from '../phone/talks'
import { AskNow } from './ask-now'
import { beginWords, thereWords } from './now-words'

const now = new Date('2026-03-10T04:00:00.000Z')
const promisedAt = '2026-03-10T06:00:00.000Z'
const there = { there: true, expectedMinutes: 10, promisedAt }
const ways = () => vi.mocked(Taro.navigateTo).mock.calls.map(([asked]) => asked?.url)
const asks = () => phone.calls.filter(({ action }) => action === 'chats.ask')

beforeEach(() => {
  resetPhone()
  forgetTalks()
})
afterEach(cleanup)

describe('the words about now', () => {
  it('say what is known and nothing more', () => {
    expect(thereWords('asking', now)).toContain('正在看')
    expect(thereWords('unknown', now)).toContain('不知道有没有人在')
    expect(thereWords(there, now)).toBe('现在有人在，一般 10 分钟内有人回复。')
    expect(thereWords({ ...there, expectedMinutes: null }, now)).toBe('现在有人在，会尽快回复您。')
    expect(thereWords({ ...there, there: false }, now)).toBe('现在没有人在，您可以留言，今天 14:00 前回复。')
    expect(thereWords({ ...there, there: false, promisedAt: '2026-03-11T04:00:00.000Z' }, now)).toContain('明天 12:00')
  })

  it('name what the button does', () => {
    expect(beginWords(there, false)).toBe('开始文字聊')
    expect(beginWords({ ...there, there: false }, false)).toBe('写一条留言')
    expect(beginWords('unknown', false)).toBe('开始文字聊')
    expect(beginWords({ ...there, there: false }, true)).toBe('接着上次的聊')
  })
})

describe('the button', () => {
  const answer = (consent: () => boolean) => {
    phone.answer = (action, data) => {
      if (action === 'chats.now') return { ok: true, data: there }
      if (action !== 'chats.ask') return { ok: true, data: { key: 'd_1' } }
      if (!consent()) return { ok: false, code: 'CONSENT_NEEDED', purpose: 'counselling' }
      return { ok: true, data: { id: (data as { chatId: string }).chatId, last: 0 } }
    }
  }

  it('asks for one and opens it', async () => {
    answer(() => true)
    render(<AskNow />)
    fireEvent.click(await screen.findByRole('button', { name: '开始文字聊' }))
    await waitFor(() => expect(ways()).toHaveLength(1))
    const chatId = talkGoingOn()?.chatId ?? ''
    expect(ways()).toEqual([wayToChat(chatId)])
    expect(asks().map(({ data }) => data)).toEqual([{ chatId }])
  })

  it('leads to the words to agree to, and goes on from there when the person has agreed', async () => {
    let agreed = false
    answer(() => agreed)
    render(<AskNow />)
    fireEvent.click(await screen.findByRole('button', { name: '开始文字聊' }))
    await waitFor(() => expect(ways()).toEqual([wayToConsent('counselling')]))
    agreed = true
    phone.show()
    await waitFor(() => expect(ways()).toHaveLength(2))
    expect(ways()[1]).toContain(paths.chat)
  })

  it('asks nobody again who has decided not to agree', async () => {
    answer(() => false)
    render(<AskNow />)
    fireEvent.click(await screen.findByRole('button', { name: '开始文字聊' }))
    await waitFor(() => expect(ways()).toHaveLength(1))
    phone.show()
    await waitFor(() => expect(asks()).toHaveLength(2))
    phone.show()
    await screen.findByText(/现在有人在/)
    expect([asks().length, ways().length]).toEqual([2, 1])
  })

  it('says what happened when nothing answers', async () => {
    render(<AskNow />)
    fireEvent.click(await screen.findByRole('button', { name: '开始文字聊' }))
    expect((await screen.findByRole('alert')).textContent).not.toBe('')
    expect(ways()).toEqual([])
  })

  it('goes on with the one that is going on, and asks for none', async () => {
    changeTalk('c1', { last: 3 }, new Date())
    render(<AskNow />)
    fireEvent.click(screen.getByRole('button', { name: '接着上次的聊' }))
    expect(ways()).toEqual([wayToChat('c1')])
    expect(asks()).toEqual([])
  })
})
