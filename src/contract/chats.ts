import * as z from 'zod'
import { chatStates } from '../domain/chats/chat'
import { isSendable, MOST_TEXT } from '../domain/chats/message'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

/** Made by whoever sends it, so that sending again after a lost answer is the same thing. */
const Fresh = z.string().regex(/^[A-Za-z0-9]{16,40}$/)
const One = z.strictObject({ chatId: Id })
const Amount = z.number().int().min(0).max(1_000_000)
/** Twice as many UTF-16 units as characters, at most. */
const Text = z
  .string()
  .max(2 * MOST_TEXT)
  .refine(isSendable)
const Sent = z.object({ number: Amount, at: Instant })

const Message = z.object({
  id: Id,
  number: Amount,
  side: z.enum(['person', 'counsellor']),
  at: Instant,
  text: z.string(),
})

const standing = {
  id: Id,
  state: z.enum(chatStates),
  openedAt: Instant,
  lastAt: Instant,
  /** The newest number, and how many of the other side's are not read. */
  last: Amount,
  unread: Amount,
  promisedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
}

const Own = z.object({
  ...standing,
  /** Whom one talks with; null before somebody came. */
  withName: z.string().nullable(),
  /** Up to which number the counsellor has read. */
  readUpTo: Amount,
  /** While it waits: 1 for whoever is next, and about how long it takes; null where nothing honest can be said. */
  place: Amount.nullable(),
  expectedMinutes: Amount.nullable(),
  /** Asked of the person: whether a colleague may go on, and whether they may read what was said. */
  transfer: z.object({ toName: z.string(), past: z.boolean() }).nullable(),
  otherTyping: z.boolean(),
})

const Held = z.object({
  ...standing,
  /** The pseudonym, once the conversation is theirs; nobody else sees whose it is. */
  pseudonym: z.string(),
  /** The first number this counsellor may read. */
  from: Amount,
  readUpTo: Amount,
  transferAsked: z.boolean(),
  otherTyping: z.boolean(),
})

/** What waits for anybody: never whose, never a word of it. */
const Waiting = z.object({
  id: Id,
  state: z.enum(['waiting', 'left']),
  openedAt: Instant,
  yours: z.boolean(),
  promisedAt: Instant.nullable(),
  overdue: z.boolean(),
})

export const chats = {
  /** The truth about now, for whoever thinks of writing. Asks nothing of anybody. */
  now: action({
    input: Nothing,
    output: z.object({ there: z.boolean(), expectedMinutes: Amount.nullable(), promisedAt: Instant }),
    refusals: [],
  }),
  /** With whoever is on duty. Where a conversation of theirs is still going on, that one is the answer. */
  ask: action({
    consent: 'counselling',
    input: z.strictObject({ chatId: Fresh }),
    output: Own,
    refusals: ['TOO_MANY_TRIES'],
  }),
  mine: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Own), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** The only source of truth: what was said after a number, and how things stand. A doorbell only says when to ask. */
  pull: action({
    input: z.strictObject({ chatId: Id, after: Amount }),
    output: z.object({ chat: Own, messages: z.array(Message), more: z.boolean() }),
    refusals: ['CHAT_NOT_FOUND'],
  }),
  send: action({
    consent: 'counselling',
    input: z.strictObject({ chatId: Id, messageId: Fresh, text: Text }),
    output: Sent,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'CHAT_FULL'],
  }),
  read: action({ input: z.strictObject({ chatId: Id, number: Amount }), output: Done, refusals: ['CHAT_NOT_FOUND'] }),
  typing: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
  /** Nothing moves to a colleague before the person says yes. */
  answerTransfer: action({
    input: z.strictObject({ chatId: Id, agreed: z.boolean() }),
    output: Done,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'NOTHING_ASKED'],
  }),
  end: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
  /** All that was said in it, for both sides: its key goes first. */
  destroy: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
}

export const workbench = {
  /** Says that the counsellor is there, for a minute and a half, and shows what waits and what is theirs. */
  list: action({
    input: z.strictObject({ available: z.boolean() }),
    output: z.object({ waiting: z.array(Waiting), held: z.array(Held) }),
    refusals: [],
  }),
  leave: action({ input: Nothing, output: Done, refusals: [] }),
  accept: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND', 'CHAT_TAKEN', 'CHAT_ENDED'] }),
  pull: action({
    input: z.strictObject({ chatId: Id, after: Amount }),
    output: z.object({ chat: Held, messages: z.array(Message), more: z.boolean() }),
    refusals: ['CHAT_NOT_FOUND'],
  }),
  send: action({
    input: z.strictObject({ chatId: Id, messageId: Fresh, text: Text }),
    output: Sent,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'CHAT_FULL'],
  }),
  read: action({ input: z.strictObject({ chatId: Id, number: Amount }), output: Done, refusals: ['CHAT_NOT_FOUND'] }),
  typing: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
  /** Colleagues who are there and can take one more. */
  colleagues: action({
    input: Nothing,
    output: z.object({ rows: z.array(z.object({ staffId: Id, name: z.string() })) }),
    refusals: [],
  }),
  transfer: action({
    input: z.strictObject({ chatId: Id, staffId: Id, past: z.boolean() }),
    output: Done,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'STAFF_NOT_FOUND', 'SAME_COUNSELLOR'],
  }),
  end: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
}
