import * as z from 'zod'
import { type Chat, chatStates, type Side } from '../../src/domain/chats/chat'
import type { ImageOf } from '../../src/domain/chats/image'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

/**
 * A conversation as it stands; what was said is in `messages`. It has a data key of its own, which the messages share, so
 * that one conversation can be destroyed for good. `due` is the next instant at which the clock must look, for its index.
 */
export type StoredChat = Chat & { staffName: string; due: string }

export const chatsStore = declare<StoredChat>({
  name: 'chats',
  title: '对话',
  about: '您和咨询师的文字对话：什么时候开始、和谁、说到第几句；说的话另外加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    bookingId: z.string(),
    state: z.enum(chatStates),
    staffId: z.string(),
    staffName: z.string(),
    asked: z.array(z.string()),
    askedAt: z.string(),
    openedAt: z.string(),
    acceptedAt: z.string(),
    promisedAt: z.string(),
    endedAt: z.string(),
    endedBy: z.enum(['', 'person', 'counsellor', 'silence']),
    last: z.number(),
    lastAt: z.string(),
    from: z.number(),
    read: z.strictObject({ person: z.number(), counsellor: z.number() }),
    transfer: z.strictObject({ to: z.string(), toName: z.string(), past: z.boolean(), askedAt: z.string() }).nullable(),
    helpOfferedAt: z.string(),
    due: z.string(),
  }),
  version: 2,
  migrations: { 1: (old) => ({ ...old, helpOfferedAt: '' }) },
  indexes: {
    byPerson: ['personId', 'openedAt'],
    byState: ['state', 'openedAt'],
    byStaff: ['staffId', 'state', 'lastAt'],
    byDue: ['due'],
    byStart: ['openedAt'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['messages', 'pictures'],
  spokenOf: { as: 'chat', field: 'id' },
  keyedBy: 'id',
  sensitivity: 'personal',
  keep: { days: 730, since: 'openedAt', why: '保留两年，方便您回看；您随时可以删除一段，或连同说过的话全部删除' },
  fields: { openedAt: '开始时间', staffName: '咨询师', endedAt: '结束时间', last: '一共几句' },
  seenBy: '和您说话的那位咨询师',
})

/** `id` is `<chatId>.<what the sender made>`, so that sending again after a lost answer is the same message. */
export type StoredMessage = {
  id: string
  personId: string
  chatId: string
  number: number
  side: Side
  by: string
  at: string
  text: SealedText
  /** Its pieces are in `pictures`; the text is empty. */
  image: ImageOf | null
}

export const messagesStore = declare<StoredMessage>({
  name: 'messages',
  title: '说过的话',
  about: '您和咨询师在对话里说的每一句；每段对话有自己的密钥，加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    chatId: z.string(),
    number: z.number(),
    side: z.enum(['person', 'counsellor']),
    by: z.string(),
    at: z.string(),
    text: SealedText,
    image: z.strictObject({ pieces: z.number(), bytes: z.number(), width: z.number(), height: z.number() }).nullable(),
  }),
  version: 2,
  migrations: { 1: (old) => ({ ...old, image: null }) },
  indexes: { byPerson: ['personId', 'at'], byChat: ['chatId', 'number'], byTime: ['at'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  goesWith: ['chats', 'pictures'],
  keyedBy: 'chatId',
  keyedWith: 'chats',
  sensitivity: 'sensitive',
  sealed: ['text'],
  keep: { days: 730, since: 'at', why: '保留两年，方便您回看；您随时可以删除一段，或连同对话全部删除' },
  fields: { at: '时间', side: '谁说的', text: '内容' },
  seenBy: '和您说话的那位咨询师，只在说话的时候',
})

/** That a counsellor sits at the workbench. True until its instant; `open` is how many conversations they hold. */
export type Presence = { id: string; staffId: string; name: string; since: string; until: string; open: number }

export const presencesStore = declare<Presence>({
  name: 'presences',
  title: '咨询师在线',
  about: '哪位咨询师现在坐在工作台前、手上有几段对话',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    name: z.string(),
    since: z.string(),
    until: z.string(),
    open: z.number(),
  }),
  indexes: { byEnd: ['until'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'until', why: '离开一天后清除' },
})

/** Who is writing just now, true for a few seconds. `id` is the chatId, and nothing else says whose it is. */
export type Typing = { id: string; person: string; counsellor: string; at: string }

export const typingStore = declare<Typing>({
  name: 'typing',
  title: '正在输入',
  about: '一段对话的两边谁正在输入，几秒钟后就不算了；不记是谁的对话',
  schema: z.strictObject({ id: z.string(), person: z.string(), counsellor: z.string(), at: z.string() }),
  indexes: { byTime: ['at'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'at', why: '一天后清除' },
})
