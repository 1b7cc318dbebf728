import { ACCEPT_MINUTES, accept, askTransfer, end, offerHelp, readUpTo } from '../../../src/domain/chats/chat'
import { hintsAtCrisis } from '../../../src/domain/chats/crisis-words'
import { changesAt, isOpenAt } from '../../../src/domain/chats/promise'
import { AT_ONCE, inOrder } from '../../../src/domain/chats/queue'
import { firstReplies } from '../../../src/domain/chats/quick-replies'
import { done, refused } from '../../../src/domain/result'
import { minutesLater } from '../../../src/domain/time'
import { isPartyTo, noteComingIn, openAsParty } from '../../_kit/conversation'
import { type Database, MOST_ROWS } from '../../_kit/database'
import { plan } from '../../_kit/outbox/outbox'
import type { Context, Handlers } from '../../_kit/serve'
import { atWork, deskOf, sitDown, sitsUntil, standUp } from '../at-work'
import { chatsStore, messagesStore, type Presence, type StoredChat } from '../chats-store'
import { countAccepted } from '../count'
import { hoursOf } from '../hours'
import { meetFor } from '../meet'
import { messagesAfter, send, shown } from '../messages'
import { pieceOf, sendPiece } from '../pictures'
import { picturesStore } from '../pictures-store'
import { repliesStore } from '../replies-store'
import { replyWaiting } from '../reply-waiting'
import { heldNow, noteTyping } from '../show-chats'
import { asOfNow, asOfNowAlone, changeChat } from '../stored-chat'

type Around = Pick<Context, 'database' | 'now'>

const isHeldBy =
  (staffId: string) =>
  (chat: StoredChat): boolean =>
    chat.staffId === staffId

/** What is theirs and going on: few by rule. */
async function heldBy(staffId: string, { database, now }: Around): Promise<StoredChat[]> {
  const { rows } = await database
    .open(chatsStore)
    .find({ index: 'byStaff', where: { staffId, state: 'open' }, limit: MOST_ROWS })
  return rows.map((chat) => asOfNowAlone(chat, now)).filter(({ state }) => state === 'open')
}

/** What waits for anybody, first come first, then what was left as a message. */
async function waitingNow(present: readonly Presence[], { database, now }: Around): Promise<StoredChat[]> {
  const chats = database.open(chatsStore)
  const [waiting, left] = await Promise.all(
    (['waiting', 'left'] as const).map((state) => chats.find({ index: 'byState', where: { state }, limit: MOST_ROWS })),
  )
  const rows = [...(waiting?.rows ?? []), ...(left?.rows ?? [])]
  return inOrder(rows.map((chat) => asOfNow(chat, deskOf(present, now), now)))
}

const theirs = async (chatId: string, staffId: string, { database, now }: { database: Database; now: Date }) => {
  const found = await database.open(chatsStore).get(chatId)
  return found && found.staffId === staffId ? asOfNowAlone(found, now) : undefined
}

/** The person is told that something waits, once for all that they have not read. */
async function tell(id: string, { number, waits, personId }: Told, context: Telling) {
  if (waits) await plan([replyWaiting({ id, personId }, number, context.now)], context)
}
type Told = { number: number; waits: boolean; personId: string }
type Telling = Pick<Context, 'database' | 'keys' | 'now'>

/** The hint is made of what is shown at this moment, and goes nowhere else. */
const withHint = (message: Parameters<typeof shown>[0] & { text: string }) => ({
  ...shown(message),
  hint: message.side === 'person' && hintsAtCrisis(message.text),
})

export const workbench: Handlers<'workbench'> = {
  list: async ({ available }, context) => {
    const { caller, now } = context
    const held = await heldBy(caller.staffId, context)
    const hereUntil = available ? await sitDown(caller, held.length, context) : await sitsUntil(caller.staffId, context)
    const hours = hoursOf()
    const waiting = await waitingNow(await atWork(context), context)
    return done({
      waiting: waiting.flatMap(({ id, state, openedAt, asked, askedAt, promisedAt }) =>
        state === 'waiting' || state === 'left'
          ? {
              id,
              state,
              openedAt,
              yours: state === 'waiting' && asked.at(-1) === caller.staffId,
              turnEndsAt: state === 'waiting' ? minutesLater(new Date(askedAt), ACCEPT_MINUTES).toISOString() : null,
              promisedAt: promisedAt || null,
              overdue: promisedAt !== '' && new Date(promisedAt) <= now,
            }
          : [],
      ),
      held: await Promise.all(held.map((chat) => heldNow(chat, context, false))),
      hereUntil,
      open: isOpenAt(hours, now),
      changesAt: changesAt(hours, now).toISOString(),
    })
  },

  leave: async (_, context) => {
    await standUp(context.caller.staffId, context)
    return done({})
  },

  accept: async ({ chatId }, context) => {
    const { caller, database, now } = context
    const found = await database.open(chatsStore).get(chatId)
    if (!found) return refused('CHAT_NOT_FOUND')
    const before = accept(asOfNowAlone(found, now), caller.staffId, now)
    if (!before.ok || isPartyTo(found, caller)) return before.ok ? done({}) : before
    const takeBack = await noteComingIn(found, caller, messagesStore, context)
    const accepted = await changeChat(
      chatId,
      () => true,
      (chat) => accept(chat, caller.staffId, now),
      context,
      caller.name,
    )
    if (accepted.ok) {
      await countAccepted(accepted.data, context)
      return done({})
    }
    await takeBack()
    return accepted
  },

  meet: async ({ bookingId }, context) => {
    const { staffId } = context.caller
    const met = await meetFor(bookingId, (booking) => booking.staffId === staffId, context)
    return met.ok ? done({}) : met
  },

  pull: async ({ chatId, after }, context) => {
    const chat = await theirs(chatId, context.caller.staffId, context)
    if (!chat) return refused('CHAT_NOT_FOUND')
    if (!isPartyTo(chat, context.caller)) return done({ chat: await heldNow(chat, context), messages: [], more: false })
    const { rows, more } = await messagesAfter(chatId, Math.max(after, chat.from - 1), context)
    const messages = (await openAsParty(messagesStore, rows, chat, context)).map(withHint)
    return done({ chat: await heldNow(chat, context), messages, more })
  },

  send: async (input, context) => {
    const { caller } = context
    const sent = await send(input, 'counsellor', isHeldBy(caller.staffId), caller.staffId, context)
    if (!sent.ok) return sent
    await tell(input.chatId, sent.data, context)
    return done({ number: sent.data.number, at: sent.data.at })
  },

  sendImage: async (input, context) => {
    const { staffId } = context.caller
    const sent = await sendPiece(input, 'counsellor', isHeldBy(staffId), staffId, context)
    if (!sent.ok) return sent
    const { number, at, waits, personId } = sent.data
    if (number !== null) await tell(input.chatId, { number, waits, personId }, context)
    return done({ number, at })
  },

  imagePiece: async (input, context) => {
    const chat = await theirs(input.chatId, context.caller.staffId, context)
    if (!chat || !isPartyTo(chat, context.caller)) return refused('CHAT_NOT_FOUND')
    const found = await pieceOf(input, chat.from, context)
    const [piece] = found ? await openAsParty(picturesStore, [found], chat, context) : []
    return piece ? done({ data: piece.data }) : refused('IMAGE_NOT_FOUND')
  },

  read: async ({ chatId, number }, context) => {
    const rule = (chat: StoredChat) => done(readUpTo(chat, 'counsellor', number))
    const read = await changeChat(chatId, isHeldBy(context.caller.staffId), rule, context)
    return read.ok ? done({}) : read
  },

  typing: async ({ chatId }, context) => {
    if (!(await theirs(chatId, context.caller.staffId, context))) return refused('CHAT_NOT_FOUND')
    await noteTyping(chatId, 'counsellor', context)
    return done({})
  },

  colleagues: async (_, context) => {
    const present = await atWork(context)
    const free = present.filter(({ staffId, open }) => staffId !== context.caller.staffId && open < AT_ONCE)
    return done({ rows: free.map(({ staffId, name }) => ({ staffId, name })) })
  },

  transfer: async ({ chatId, staffId, past }, context) => {
    const { caller, now } = context
    if (!(await theirs(chatId, caller.staffId, context))) return refused('CHAT_NOT_FOUND')
    const to = (await atWork(context)).find((presence) => presence.staffId === staffId)
    if (!to) return refused('STAFF_NOT_FOUND')
    const rule = (chat: StoredChat) => askTransfer(chat, { staffId, name: to.name, past }, now)
    const asked = await changeChat(chatId, isHeldBy(caller.staffId), rule, context)
    return asked.ok ? done({}) : asked
  },

  offerHelp: async ({ chatId }, context) => {
    const rule = (chat: StoredChat) => offerHelp(chat, context.now)
    const offered = await changeChat(chatId, isHeldBy(context.caller.staffId), rule, context)
    return offered.ok ? done({}) : offered
  },

  quickReplies: async (_, { caller, database }) => {
    const own = await database.open(repliesStore).get(caller.staffId)
    return done({ rows: [...(own?.rows ?? firstReplies)] })
  },

  saveQuickReplies: async ({ rows }, { caller, database, now }) => {
    const { staffId } = caller
    const own = { id: staffId, staffId, rows, changedAt: now.toISOString() }
    await database.open(repliesStore).change(staffId, () => done({ write: own, reply: true }))
    return done({})
  },

  end: async ({ chatId }, context) => {
    const rule = (chat: StoredChat) => done(end(chat, 'counsellor', context.now))
    const ended = await changeChat(chatId, isHeldBy(context.caller.staffId), rule, context)
    return ended.ok ? done({}) : ended
  },
}
