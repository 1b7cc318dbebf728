import { nanoid } from 'nanoid'
import type { Output } from '../../src/contract'
import type { Side } from '../../src/domain/chats/chat'
import {
  acknowledged,
  emptyThread,
  isWhole,
  nextToSend,
  pulled,
  said,
  type Thread,
  upTo,
} from '../../src/domain/chats/thread'
import type { Chance } from './chance'

export type Reply<T> = { ok: true; data: T } | { ok: false; code: string }
export type Ask = <T>(action: string, data: unknown) => Promise<Reply<T>>
type Pulled = Output<'chats', 'pull'>
type Message = Pulled['messages'][number]

/** One side of one conversation, with what it said in the order it said it and the number it was told for each. */
export type Party = ReturnType<typeof openParty>

/** Answers after which the same is asked again: the line, the server or two at the same instant. */
const PASSING = ['OFFLINE', 'INTERNAL', 'BUSY']

/** Before the same is asked again. */
const AGAIN_MS = [100, 1_000] as const

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Talks as the app and the workbench do: with the same thread, over `ask`. `wrong` hears of whatever must never be. */
export function openParty(chatId: string, side: Side, ask: Ask, chance: Chance, wrong: (what: string) => void) {
  const room = side === 'person' ? 'chats' : 'workbench'
  const spoken: { id: string; text: string }[] = []
  const numbers = new Map<string, number>()
  let thread: Thread<Message, string> = emptyThread
  let again = 0
  let wanted = false
  let looking: Promise<void> | undefined

  /** Until it is answered. */
  async function insist<T>(action: string, data: unknown): Promise<T | undefined> {
    for (;;) {
      const reply = await ask<T>(`${room}.${action}`, data)
      if (reply.ok) return reply.data
      if (!PASSING.includes(reply.code)) {
        wrong(`${chatId} ${side}: ${action} was refused with ${reply.code}`)
        return undefined
      }
      again++
      await wait(chance.between(...AGAIN_MS))
    }
  }

  /** A number is one message's for ever: also for those who saw it before the server was killed. */
  function note({ id, number }: Pick<Message, 'id' | 'number'>) {
    const there = thread.messages.find((message) => message.number === number)
    if (there && there.id !== id) wrong(`${chatId} ${side}: number ${number} was ${there.id}, and became ${id}`)
  }

  async function pullFrom(after: number): Promise<Pulled | undefined> {
    const page = await insist<Pulled>('pull', { chatId, after })
    let before = after
    for (const { number } of page?.messages ?? []) {
      if (number <= before) wrong(`${chatId} ${side}: after ${before} came ${number}`)
      before = number
    }
    return page
  }

  async function lookOnce() {
    for (;;) {
      const page = await pullFrom(upTo(thread))
      if (!page) return
      page.messages.forEach(note)
      thread = pulled(thread, { messages: page.messages, last: page.chat.last })
      if (isWhole(thread) || page.messages.length === 0) return
    }
  }

  return {
    chatId,
    side,
    spoken,
    numbers,
    /** Asks for what is new; while it asks, asked again means once more. */
    look: () => {
      wanted = true
      looking ??= (async () => {
        while (wanted) {
          wanted = false
          await lookOnce()
        }
      })().finally(() => {
        looking = undefined
      })
      return looking
    },
    /** Says something and does not let go of it before it is acknowledged, or comes back with a pull. */
    say: async (text: string) => {
      const id = nanoid(24).replace(/[^A-Za-z0-9]/g, 'x')
      spoken.push({ id, text })
      thread = said(thread, id, text)
      for (let next = nextToSend(thread); next; next = nextToSend(thread)) {
        const { id: messageId, body } = next
        const sent = await insist<Output<'chats', 'send'>>('send', { chatId, messageId, text: body })
        if (!sent) return
        const message = { id: messageId, side, text: body, image: null, ...sent }
        note(message)
        numbers.set(messageId, sent.number)
        thread = acknowledged(thread, message)
      }
    },
    heard: () => thread.messages,
    again: () => again,
    /** Everything, as somebody has it who opens the conversation on another phone. */
    afresh: async () => {
      const all: Message[] = []
      for (;;) {
        const page = await pullFrom(all.at(-1)?.number ?? 0)
        all.push(...(page?.messages ?? []))
        if (!page?.more) return all
      }
    },
  }
}
