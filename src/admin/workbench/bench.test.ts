import { describe, expect, it } from 'vitest'
import { openBench, type State } from './bench'
import type { HeldChat, Line } from './words'

const AT = '2026-03-10T04:00:00.000Z'
const chat = (id: string, more: Partial<HeldChat> = {}): HeldChat => ({
  id,
  state: 'open',
  openedAt: AT,
  lastAt: AT,
  last: 0,
  unread: 0,
  promisedAt: null,
  endedAt: null,
  pseudonym: `代号${id}`,
  from: 1,
  readUpTo: 0,
  transferAsked: false,
  helpOfferedAt: null,
  otherTyping: false,
  ...more,
})

/** A cloud in which two conversations are held; `breaks` names the requests that come to nothing, `lost` those whose answer does. */
function openCloud() {
  const said = new Map<string, Line[]>([
    ['a', []],
    ['b', []],
  ])
  const standing = new Map([...said.keys()].map((id) => [id, chat(id)]))
  const breaks: string[] = []
  const lost: string[] = []
  const asked: string[] = []
  const PAGE = 2
  const store = (chatId: string, line: Pick<Line, 'id' | 'side' | 'text'>): Line => {
    const lines = said.get(chatId) ?? []
    const known = lines.find(({ id }) => id === line.id)
    if (known) return known
    const stored: Line = { ...line, number: lines.length + 1, at: AT, image: null, hint: false }
    lines.push(stored)
    const now = standing.get(chatId)
    if (now) standing.set(chatId, { ...now, last: lines.length, unread: now.unread + (line.side === 'person' ? 1 : 0) })
    return stored
  }
  const take = (from: string[], name: string) => {
    const at = from.indexOf(name)
    return at >= 0 && from.splice(at, 1).length > 0
  }
  const OFFLINE = { ok: false, code: 'OFFLINE' } as const
  const answer = <T>(name: string, run: () => T): Promise<T | typeof OFFLINE> => {
    asked.push(name)
    if (take(breaks, name)) return Promise.resolve(OFFLINE)
    const result = run()
    return Promise.resolve(take(lost, name) ? OFFLINE : result)
  }
  const none = { ok: false, code: 'CHAT_NOT_FOUND' } as const
  const workbench = {
    list: () =>
      answer('list', () => ({
        ok: true as const,
        data: {
          waiting: [],
          held: [...standing.values()].filter(({ state }) => state === 'open'),
          hereUntil: null,
          open: true,
          changesAt: AT,
        },
      })),
    pull: ({ chatId, after }: { chatId: string; after: number }) =>
      answer('pull', () => {
        const found = standing.get(chatId)
        if (!found) return none
        const messages = found.state === 'open' ? (said.get(chatId) ?? []).slice(after, after + PAGE) : []
        return { ok: true as const, data: { chat: found, messages, more: false } }
      }),
    send: ({ chatId, messageId, text }: { chatId: string; messageId: string; text: string }) =>
      answer('send', () => {
        const found = standing.get(chatId)
        if (!found) return none
        if (found.state !== 'open') return { ok: false as const, code: 'CHAT_ENDED' as const }
        const { number, at } = store(chatId, { id: messageId, side: 'counsellor', text })
        return { ok: true as const, data: { number, at } }
      }),
    sendImage: ({
      chatId,
      messageId,
      piece,
      pieces,
    }: {
      chatId: string
      messageId: string
      piece: number
      pieces: number
    }) =>
      answer('sendImage', () => {
        if (piece < pieces - 1) return { ok: true as const, data: { number: null, at: AT } }
        const { number, at } = store(chatId, { id: messageId, side: 'counsellor', text: '' })
        return { ok: true as const, data: { number, at } }
      }),
    read: ({ chatId, number }: { chatId: string; number: number }) =>
      answer('read', () => {
        const found = standing.get(chatId)
        if (found) standing.set(chatId, { ...found, unread: Math.max(0, found.last - number) })
        return { ok: true as const, data: {} }
      }),
    typing: () => answer('typing', () => ({ ok: true as const, data: {} })),
  }
  return { said, standing, breaks, lost, asked, store, workbench }
}

function openDesk() {
  const cloud = openCloud()
  const later: (() => void)[] = []
  let at = 0
  const bench = openBench({ cloud, now: () => at, later: (_, run) => later.push(run) })
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return {
    ...cloud,
    bench,
    forward: (ms: number) => {
      at += ms
    },
    /** Everything that is under way comes to its end; `due`: also what was put off. */
    settle,
    due: async () => {
      for (const run of later.splice(0)) run()
      await settle()
    },
    of: (chatId: string) => {
      const one = bench.current().conversations.find((conversation) => conversation.chat.id === chatId)
      if (!one) throw new Error(`no conversation ${chatId}`)
      return one
    },
  }
}

const texts = (one: State['conversations'][number]) => one.thread.messages.map(({ text }) => text)

describe('a bench', () => {
  it('shows every conversation with all that was said, however many pages it is', async () => {
    const desk = openDesk()
    for (const [index, text] of ['一', '二', '三', '四', '五'].entries())
      desk.store('a', { id: `p${index}`, side: 'person', text })
    await desk.bench.look()
    expect([texts(desk.of('a')), texts(desk.of('b'))]).toEqual([['一', '二', '三', '四', '五'], []])
    expect([desk.of('a').arrived, desk.of('a').chat.unread]).toEqual([true, 5])
  })

  it('keeps a draft for each, and sends in the order in which it was said', async () => {
    const desk = openDesk()
    await desk.bench.look()
    desk.bench.write('a', '写给甲')
    desk.bench.write('b', '写给乙')
    desk.bench.sayWords('a', '第一句')
    desk.bench.sayWords('a', '第二句')
    await desk.settle()
    expect([desk.of('a').draft, desk.of('b').draft]).toEqual(['', '写给乙'])
    expect(desk.said.get('a')?.map(({ text }) => text)).toEqual(['第一句', '第二句'])
  })

  it('says once what it had to send again, whether the request or the answer was lost', async () => {
    const desk = openDesk()
    await desk.bench.look()
    desk.breaks.push('send')
    desk.bench.sayWords('a', '第一句')
    desk.bench.sayWords('a', '第二句')
    await desk.settle()
    expect([desk.of('a').thread.outgoing.length, desk.bench.current().refusal?.code]).toEqual([2, 'OFFLINE'])
    desk.lost.push('send')
    await desk.due()
    expect(desk.said.get('a')).toHaveLength(1)
    await desk.due()
    expect(desk.said.get('a')?.map(({ text }) => text)).toEqual(['第一句', '第二句'])
    expect([texts(desk.of('a')), desk.of('a').thread.outgoing]).toEqual([['第一句', '第二句'], []])
  })

  it('sends a picture piece by piece, and all of it again after a break', async () => {
    const desk = openDesk()
    await desk.bench.look()
    const picture = { pieces: ['AA', 'BB', 'CC'], bytes: 6, width: 3, height: 2 }
    desk.lost.push('sendImage')
    desk.bench.sayPicture('a', picture)
    await desk.settle()
    await desk.due()
    expect(desk.asked.filter((name) => name === 'sendImage')).toHaveLength(4)
    expect(desk.of('a').thread.messages).toMatchObject([{ number: 1, image: { pieces: 3, width: 3, height: 2 } }])
  })

  it('lets go of what was said once it has ended, and tells what was not delivered any more', async () => {
    const desk = openDesk()
    desk.store('a', { id: 'p1', side: 'person', text: '谢谢您' })
    await desk.bench.look()
    desk.standing.set('a', chat('a', { state: 'ended' }))
    desk.bench.sayWords('a', '再见')
    await desk.settle()
    const one = desk.of('a')
    expect([one.closed, one.thread.messages]).toEqual(['ended', []])
    expect(one.thread.outgoing.map(({ body, refused }) => [body.text, refused])).toEqual([['再见', 'CHAT_ENDED']])
    expect(JSON.stringify(desk.bench.current())).not.toContain('谢谢您')
  })

  it('keeps nothing of one that the person destroyed, and begins anew where one comes back', async () => {
    const desk = openDesk()
    desk.store('a', { id: 'p1', side: 'person', text: '请删掉' })
    await desk.bench.look()
    desk.bench.open('a')
    desk.bench.write('a', '正要写')
    desk.standing.delete('a')
    await desk.bench.look()
    expect(desk.of('a')).toMatchObject({ closed: 'gone', draft: '', thread: { messages: [], outgoing: [] } })
    desk.standing.set('a', chat('a', { from: 2, last: 1 }))
    await desk.bench.look()
    expect(desk.of('a')).toMatchObject({ closed: 'no', thread: { messages: [], from: 2 } })
    desk.bench.putAway('a')
    expect(desk.bench.current().openId).toBe('b')
  })

  it('marks what is in sight as read, once', async () => {
    const desk = openDesk()
    desk.store('a', { id: 'p1', side: 'person', text: '在吗' })
    await desk.bench.look()
    await Promise.all([desk.bench.mark('a'), desk.bench.mark('a')])
    await desk.bench.mark('b')
    expect(desk.asked.filter((name) => name === 'read')).toHaveLength(1)
    expect(desk.of('a').chat.unread).toBe(0)
  })

  it('says that it types every few seconds, not at every key', async () => {
    const desk = openDesk()
    await desk.bench.look()
    desk.forward(10_000)
    desk.bench.typing('a')
    desk.bench.typing('a')
    desk.forward(4_000)
    desk.bench.typing('a')
    expect(desk.asked.filter((name) => name === 'typing')).toHaveLength(2)
  })

  it('keeps what is there while the network is gone', async () => {
    const desk = openDesk()
    desk.store('a', { id: 'p1', side: 'person', text: '在吗' })
    await desk.bench.look()
    desk.breaks.push('list')
    await desk.bench.look()
    expect([desk.bench.current().refusal?.code, texts(desk.of('a'))]).toEqual(['OFFLINE', ['在吗']])
    await desk.bench.look()
    expect(desk.bench.current().refusal).toBeNull()
  })

  it('is empty when nobody is at it any more', async () => {
    const desk = openDesk()
    desk.store('a', { id: 'p1', side: 'person', text: '在吗' })
    await desk.bench.look()
    desk.bench.clear()
    expect(JSON.stringify(desk.bench.current())).not.toContain('在吗')
  })
})
