import * as z from 'zod'
import { chatStates } from '../domain/chats/chat'
import { MOST_DATA, MOST_PIECES, MOST_SIDE } from '../domain/chats/image'
import { isSendable, MOST_TEXT } from '../domain/chats/message'
import { MOST_REPLIES, MOST_REPLY } from '../domain/chats/quick-replies'
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
  /** Empty where it is a picture. */
  text: z.string(),
  image: z.object({ pieces: Amount, bytes: Amount, width: Amount, height: Amount }).nullable(),
})

/** A picture in pieces, so that each request stays small and a cut-off one goes on where it was. */
const Piece = z.strictObject({
  chatId: Id,
  messageId: Fresh,
  piece: z
    .number()
    .int()
    .min(0)
    .max(MOST_PIECES - 1),
  pieces: z.number().int().min(1).max(MOST_PIECES),
  width: z.number().int().min(1).max(MOST_SIDE),
  height: z.number().int().min(1).max(MOST_SIDE),
  data: z.base64().min(4).max(MOST_DATA),
})
/** `number` is null until the last piece is there. */
const SentPiece = z.object({ number: Amount.nullable(), at: Instant })
const OnePiece = z.strictObject({ chatId: Id, messageId: Fresh, piece: Amount })

const QuickReply = z.strictObject({ id: Fresh, text: z.string().trim().min(1).max(MOST_REPLY) })

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
  /** When the counsellor asked the person to look at the page of help; nobody else is told. */
  helpOfferedAt: Instant.nullable(),
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
  helpOfferedAt: Instant.nullable(),
  otherTyping: z.boolean(),
})

/** What waits for anybody: never whose, never a word of it. */
const Waiting = z.object({
  id: Id,
  state: z.enum(['waiting', 'left']),
  openedAt: Instant,
  yours: z.boolean(),
  /** Until when it is theirs alone to be asked about it. */
  turnEndsAt: Instant.nullable(),
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
  /** At the time of a booking by text: from ten minutes before until it is over. The conversation has the booking's id. */
  meet: action({
    consent: 'counselling',
    input: z.strictObject({ bookingId: Id }),
    output: Own,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_CONFIRMED', 'NOT_YET_TIME', 'BOOKING_OVER', 'NOT_BY_TEXT'],
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
  sendImage: action({
    consent: 'counselling',
    input: Piece,
    output: SentPiece,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'CHAT_FULL', 'IMAGE_NOT_FIT'],
  }),
  imagePiece: action({
    input: OnePiece,
    output: z.object({ data: z.string() }),
    refusals: ['CHAT_NOT_FOUND', 'IMAGE_NOT_FOUND'],
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
  /**
   * Shows what waits and what is theirs. `available` also says that the counsellor is there, for a minute and a half; looking
   * without it takes nothing back, because another window of theirs may be saying it.
   */
  list: action({
    input: z.strictObject({ available: z.boolean() }),
    output: z.object({
      waiting: z.array(Waiting),
      held: z.array(Held),
      /** Until when they count as there, unless it is said again; null where they do not. */
      hereUntil: Instant.nullable(),
      /** Whether new conversations are given out at this hour, and until when that is so. */
      open: z.boolean(),
      changesAt: Instant,
    }),
    refusals: [],
  }),
  leave: action({ input: Nothing, output: Done, refusals: [] }),
  accept: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND', 'CHAT_TAKEN', 'CHAT_ENDED'] }),
  meet: action({
    input: z.strictObject({ bookingId: Id }),
    output: Done,
    refusals: ['BOOKING_NOT_FOUND', 'NOT_CONFIRMED', 'NOT_YET_TIME', 'BOOKING_OVER', 'NOT_BY_TEXT'],
  }),
  /** `hint`: a word at which a tired colleague should look twice. Never stored, never sent to the person. */
  pull: action({
    input: z.strictObject({ chatId: Id, after: Amount }),
    output: z.object({ chat: Held, messages: z.array(Message.extend({ hint: z.boolean() })), more: z.boolean() }),
    refusals: ['CHAT_NOT_FOUND'],
  }),
  send: action({
    input: z.strictObject({ chatId: Id, messageId: Fresh, text: Text }),
    output: Sent,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'CHAT_FULL'],
  }),
  sendImage: action({
    input: Piece,
    output: SentPiece,
    refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED', 'CHAT_FULL', 'IMAGE_NOT_FIT'],
  }),
  imagePiece: action({
    input: OnePiece,
    output: z.object({ data: z.string() }),
    refusals: ['CHAT_NOT_FOUND', 'IMAGE_NOT_FOUND'],
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
  /** The person's app shows the page of help once, and a quiet card stays. Nobody is told. */
  offerHelp: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND', 'CHAT_ENDED'] }),
  quickReplies: action({ input: Nothing, output: z.object({ rows: z.array(QuickReply) }), refusals: [] }),
  saveQuickReplies: action({
    input: z.strictObject({ rows: z.array(QuickReply).max(MOST_REPLIES) }),
    output: Done,
    refusals: [],
  }),
  end: action({ input: One, output: Done, refusals: ['CHAT_NOT_FOUND'] }),
}
