import type { Message, Own } from '../../src/miniprogram/chat/parts/said'

const PAGE = 50

/** The cloud's side of one conversation, over a line that can be cut. */
export function openCloud() {
  const stored: Message[] = []
  const calls: string[] = []
  const chat = {
    id: 'c',
    state: 'open',
    openedAt: '2026-03-10T02:00:00.000Z',
    lastAt: '2026-03-10T02:00:00.000Z',
    withName: '何静',
    promisedAt: null,
    endedAt: null,
    readUpTo: 0,
    place: null,
    expectedMinutes: null,
    transfer: null,
    otherTyping: false,
    helpOfferedAt: null,
  } as Omit<Own, 'last' | 'unread'>
  const cloud = {
    stored,
    calls,
    chat,
    /** What becomes of each call in turn; nothing left means that it arrives and is answered. */
    line: [] as ('lost-request' | 'lost-answer')[],
    down: false,
    ended: false,
    read: 0,
    hear: (text: string, side: Message['side'] = 'counsellor', id = `other${stored.length}`) =>
      stored.push({ id, number: stored.length + 1, side, at: new Date().toISOString(), text, image: null }),
  }
  const off = { ok: false, code: 'OFFLINE' } as never
  const over = async (name: string, act: () => unknown) => {
    calls.push(name)
    const way = cloud.down ? 'lost-request' : cloud.line.shift()
    if (way === 'lost-request') return off
    const data = act()
    return way === 'lost-answer' ? off : (data as never)
  }
  const chats = {
    pull: ({ after }: { after: number }) =>
      over('pull', () => {
        const messages = stored.slice(after, after + PAGE)
        const last = stored.length
        const shown = { ...chat, state: cloud.ended ? 'ended' : 'open', last, unread: last - cloud.read }
        return { ok: true, data: { chat: shown, messages, more: after + PAGE < last } }
      }),
    send: ({ messageId, text }: { messageId: string; text: string }) =>
      over('send', () => {
        if (cloud.ended) return { ok: false, code: 'CHAT_ENDED' }
        if (!stored.some(({ id }) => id === messageId)) cloud.hear(text, 'person', messageId)
        const found = stored.find(({ id }) => id === messageId)
        return { ok: true, data: { number: found?.number, at: found?.at } }
      }),
    sendImage: () => over('sendImage', () => ({ ok: false, code: 'IMAGE_NOT_FIT' })),
    read: ({ number }: { number: number }) =>
      over('read', () => {
        cloud.read = Math.max(cloud.read, number)
        return { ok: true, data: {} }
      }),
    typing: () => over('typing', () => ({ ok: true, data: {} })),
  }
  return { ...cloud, cloud, chats }
}
