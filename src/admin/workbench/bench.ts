import type { Api } from '../../contract/client'
import {
  acknowledged,
  emptyThread,
  givenUp,
  isWhole,
  nextToSend,
  pulled,
  refusedToSend,
  said,
  type Thread,
  toMark,
  tryAgain,
  upTo,
} from '../../domain/chats/thread'
import type { Refused } from '../cloud/refusal'
import { newMessageId } from './message-id'
import { isUnanswered, lineOf, sendOne } from './send-one'
import type { Body, Closed, Conversation, HeldChat, Line, Listed, Picture } from './words'

export type State = {
  /** Whether this window says that the counsellor is there. */
  wanted: boolean
  listed: Listed | null
  listedAt: number | null
  /** Why the last look brought nothing; null while all is well. */
  refusal: Refused | null
  /** In the order in which they came. */
  conversations: readonly Conversation[]
  openId: string | null
}

type Cloud = { workbench: Pick<Api['workbench'], 'list' | 'pull' | 'send' | 'sendImage' | 'read' | 'typing'> }
type Around = { cloud: Cloud; now: () => number; later: (ms: number, run: () => void) => void }

export type Bench = ReturnType<typeof openBench>

const nothing: Thread<Line, Body> = emptyThread
const TYPING_AGAIN_MS = 4_000
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 15_000

/**
 * All that one counsellor has before them, apart from what is drawn: several conversations, what waits, and what is on its
 * way. Lives in memory only, and longer than the page, so that a look at another page loses no draft.
 */
export function openBench({ cloud, now, later }: Around) {
  let state: State = { wanted: false, listed: null, listedAt: null, refusal: null, conversations: [], openId: null }
  const listeners = new Set<() => void>()
  const become = (change: Partial<State>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const found = (chatId: string) => state.conversations.find(({ chat }) => chat.id === chatId)
  const alter = (chatId: string, rule: (conversation: Conversation) => Conversation) =>
    become({ conversations: state.conversations.map((one) => (one.chat.id === chatId ? rule(one) : one)) })
  const rethread = (chatId: string, rule: (thread: Thread<Line, Body>) => Thread<Line, Body>) =>
    alter(chatId, (one) => ({ ...one, thread: rule(one.thread) }))

  const begin = (chat: HeldChat) => {
    const fresh: Conversation = { chat, thread: nothing, draft: '', closed: 'no', arrived: false }
    if (!found(chat.id)) become({ conversations: [...state.conversations, fresh] })
    else alter(chat.id, (one) => (one.closed === 'no' ? one : fresh))
  }

  /** What was said is not the counsellor's to keep; what they said last and nobody received is told to them. */
  const close = (chatId: string, closed: Closed) =>
    alter(chatId, (one) => {
      const unsent = closed === 'ended' ? one.thread.outgoing.map((sent) => ({ ...sent, refused: 'CHAT_ENDED' })) : []
      return { ...one, closed, draft: '', thread: { ...nothing, outgoing: unsent } }
    })

  /** Page after page until nothing is missing. */
  const pull = async (chatId: string): Promise<Refused | null> => {
    for (let goesOn = true; goesOn; ) {
      const before = found(chatId)
      if (before?.closed !== 'no') return null
      const reply = await cloud.workbench.pull({ chatId, after: upTo(before.thread) })
      if (!reply.ok && reply.code === 'CHAT_NOT_FOUND') close(chatId, 'gone')
      if (!reply.ok) return reply.code === 'CHAT_NOT_FOUND' ? null : reply
      const { chat, messages } = reply.data
      alter(chatId, (one) => ({
        ...one,
        chat,
        thread: pulled(one.thread, { messages, last: chat.last, from: chat.from }),
      }))
      if (chat.state !== 'open') {
        close(chatId, 'ended')
        return null
      }
      const after = found(chatId)
      goesOn = after !== undefined && messages.length > 0 && !isWhole(after.thread)
    }
    alter(chatId, (one) => ({ ...one, arrived: true }))
    return null
  }

  const lookOnce = async () => {
    const reply = await cloud.workbench.list({ available: state.wanted })
    if (!reply.ok) return become({ refusal: reply })
    become({ listed: reply.data, listedAt: now() })
    for (const chat of reply.data.held) begin(chat)
    const going = state.conversations.filter(({ closed }) => closed === 'no').map(({ chat }) => chat.id)
    const refusals = await Promise.all(going.map(pull))
    become({ refusal: refusals.find((refusal) => refusal !== null) ?? null })
    for (const chatId of going) sendNext(chatId)
  }

  let looking: Promise<void> | undefined
  let again = false
  /** One at a time; whoever asks meanwhile is answered by one more afterwards. */
  const look = (): Promise<void> => {
    again = true
    looking ??= (async () => {
      while (again) {
        again = false
        await lookOnce()
      }
    })().finally(() => {
      looking = undefined
    })
    return looking
  }

  const sending = new Set<string>()
  const failures = new Map<string, number>()
  const sendNext = async (chatId: string) => {
    const next = nextToSend(found(chatId)?.thread ?? nothing)
    if (!next || sending.has(chatId)) return
    sending.add(chatId)
    const reply = await sendOne(cloud.workbench, chatId, next).finally(() => sending.delete(chatId))
    if (reply.ok) {
      failures.delete(chatId)
      rethread(chatId, (thread) => acknowledged(thread, lineOf(next, reply.data)))
      return sendNext(chatId)
    }
    if (isUnanswered(reply.code)) {
      const failed = (failures.get(chatId) ?? 0) + 1
      failures.set(chatId, failed)
      become({ refusal: reply })
      return later(Math.min(FIRST_RETRY_MS * 2 ** (failed - 1), LAST_RETRY_MS), () => sendNext(chatId))
    }
    rethread(chatId, (thread) => refusedToSend(thread, next.id, reply.code))
    look()
    return sendNext(chatId)
  }

  const say = (chatId: string, body: Body) => {
    rethread(chatId, (thread) => said(thread, newMessageId(), body))
    sendNext(chatId)
  }

  const marking = new Map<string, number>()
  const typed = new Map<string, number>()

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    current: () => state,
    look,
    want: (wanted: boolean) => become({ wanted }),
    open: (openId: string | null) => become({ openId }),
    write: (chatId: string, draft: string) => alter(chatId, (one) => ({ ...one, draft })),
    sayWords: (chatId: string, text: string) => {
      alter(chatId, (one) => ({ ...one, draft: '' }))
      say(chatId, { text, picture: null })
    },
    sayPicture: (chatId: string, picture: Picture) => say(chatId, { text: '', picture }),
    sayAgain: (chatId: string, messageId: string) => {
      rethread(chatId, (thread) => tryAgain(thread, messageId))
      sendNext(chatId)
    },
    giveUp: (chatId: string, messageId: string) => rethread(chatId, (thread) => givenUp(thread, messageId)),
    /** Whoever has it in sight has read it. */
    mark: async (chatId: string) => {
      const one = found(chatId)
      if (one?.closed !== 'no') return
      const number = toMark(
        one.thread,
        'counsellor',
        Math.max(one.chat.last - one.chat.unread, marking.get(chatId) ?? 0),
      )
      if (number === 0) return
      marking.set(chatId, number)
      const reply = await cloud.workbench.read({ chatId, number })
      marking.delete(chatId)
      if (reply.ok)
        alter(chatId, ({ chat, ...rest }) => ({ ...rest, chat: { ...chat, unread: Math.max(0, chat.last - number) } }))
    },
    typing: (chatId: string) => {
      if (now() - (typed.get(chatId) ?? 0) < TYPING_AGAIN_MS) return
      typed.set(chatId, now())
      cloud.workbench.typing({ chatId })
    },
    /** Nobody is at it any more: what was said goes, and what was on its way stays unsent. */
    clear: () => become({ wanted: false, listed: null, listedAt: null, conversations: [], openId: null }),
    /** One that is over goes out of sight; the next one that is going on comes into it. */
    putAway: (chatId: string) => {
      const conversations = state.conversations.filter(({ chat }) => chat.id !== chatId)
      const openId = state.openId === chatId ? (conversations[0]?.chat.id ?? null) : state.openId
      become({ conversations, openId })
    },
  }
}
