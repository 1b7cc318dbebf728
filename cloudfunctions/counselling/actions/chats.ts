import { answerTransfer, ask, end, readUpTo } from '../../../src/domain/chats/chat'
import { promisedAt } from '../../../src/domain/chats/promise'
import { expectedMinutes } from '../../../src/domain/chats/queue'
import { done, refused } from '../../../src/domain/result'
import { countUseBy } from '../../_kit/attempts'
import { noteComingIn } from '../../_kit/conversation'
import { keepFor } from '../../_kit/data-keys'
import { Busy } from '../../_kit/database'
import { openOwnAll } from '../../_kit/reveal'
import type { Handlers } from '../../_kit/serve'
import { countAgain } from '../../insights/open'
import { atWork, deskOf } from '../at-work'
import { chatsStore, messagesStore, type StoredChat } from '../chats-store'
import { countAsked } from '../count'
import { destroyChat } from '../destroy-chat'
import { hoursOf } from '../hours'
import { meetFor } from '../meet'
import { messagesAfter, send, shown } from '../messages'
import { pieceOf, sendPiece } from '../pictures'
import { picturesStore } from '../pictures-store'
import { noteTyping, ownNow, ownShown } from '../show-chats'
import { asOfNow, asOfNowAlone, changeChat, stored } from '../stored-chat'

/** New conversations in a day; each is answered by somebody. */
const MOST_A_DAY = 20
const DAY_MINUTES = 24 * 60
const A_PAGE = 20

const isMine =
  (personId: string) =>
  (chat: StoredChat): boolean =>
    chat.personId === personId

export const chats: Handlers<'chats'> = {
  now: async (_, { database, now }) => {
    const present = await atWork({ database, now })
    const open = present.reduce((sum, presence) => sum + presence.open, 0)
    return done({
      there: present.length > 0,
      expectedMinutes: expectedMinutes(1, { counsellors: present.length, open }) ?? null,
      promisedAt: promisedAt(hoursOf(), now).toISOString(),
    })
  },

  ask: async ({ chatId }, context) => {
    const { caller, database, now } = context
    const { personId } = caller
    const present = await atWork(context)
    const mine = await database
      .open(chatsStore)
      .find({ index: 'byPerson', where: { personId }, order: 'descending', limit: A_PAGE })
    const going = mine.rows
      .map((chat) => asOfNow(chat, deskOf(present, now), now))
      .find((chat) => chat.id === chatId || (chat.state !== 'ended' && chat.bookingId === ''))
    if (going) return done(await ownNow(going, present, context))
    const counted = await countUseBy('chats', personId, MOST_A_DAY, DAY_MINUTES, context)
    if (!counted.ok) return counted
    const chat = stored(ask(chatId, personId, deskOf(present, now), now), '')
    const inserted = await keepFor(
      chatsStore,
      chatId,
      context,
      () => database.open(chatsStore).insert(chat),
      () => database.open(chatsStore).remove(chatId),
      personId,
    )
    // Asked twice at the same instant: the first one stands. Somebody else's id is nobody's business.
    const standing = inserted === 'inserted' ? chat : await database.open(chatsStore).get(chatId)
    if (standing?.personId !== personId) throw new Busy('an id that was made up is taken')
    await countAsked(standing, context)
    return done(await ownNow(standing, present, context))
  },

  meet: async ({ bookingId }, context) => {
    const { personId } = context.caller
    const met = await meetFor(bookingId, (booking) => booking.personId === personId, context)
    return met.ok ? done(await ownNow(met.data, null, context)) : met
  },

  mine: async ({ after }, { caller, database, now }) => {
    const page = await database.open(chatsStore).find({
      index: 'byPerson',
      where: { personId: caller.personId },
      order: 'descending',
      limit: A_PAGE,
      ...(after && { after }),
    })
    return done({ rows: page.rows.map((chat) => ownShown(asOfNowAlone(chat, now))), next: page.next })
  },

  pull: async ({ chatId, after }, context) => {
    const { caller, database, now } = context
    const found = await database.open(chatsStore).get(chatId)
    if (!found || !isMine(caller.personId)(found)) return refused('CHAT_NOT_FOUND')
    const present = found.state === 'waiting' ? await atWork(context) : null
    const chat = present ? asOfNow(found, deskOf(present, now), now) : asOfNowAlone(found, now)
    const { rows, more } = await messagesAfter(chatId, after, context)
    const messages = (await openOwnAll(messagesStore, rows, context)).map(shown)
    return done({ chat: await ownNow(chat, present, context), messages, more })
  },

  send: async (input, context) => {
    const { personId } = context.caller
    const sent = await send(input, 'person', isMine(personId), '', context)
    return sent.ok ? done({ number: sent.data.number, at: sent.data.at }) : sent
  },

  sendImage: async (input, context) => {
    const sent = await sendPiece(input, 'person', isMine(context.caller.personId), '', context)
    return sent.ok ? done({ number: sent.data.number, at: sent.data.at }) : sent
  },

  imagePiece: async (input, context) => {
    const chat = await context.database.open(chatsStore).get(input.chatId)
    if (!chat || !isMine(context.caller.personId)(chat)) return refused('CHAT_NOT_FOUND')
    const found = await pieceOf(input, 1, context)
    const [piece] = found ? await openOwnAll(picturesStore, [found], context) : []
    return piece ? done({ data: piece.data }) : refused('IMAGE_NOT_FOUND')
  },

  read: async ({ chatId, number }, context) => {
    const rule = (chat: StoredChat) => done(readUpTo(chat, 'person', number))
    const read = await changeChat(chatId, isMine(context.caller.personId), rule, context)
    return read.ok ? done({}) : read
  },

  typing: async ({ chatId }, context) => {
    const chat = await context.database.open(chatsStore).get(chatId)
    if (!chat || !isMine(context.caller.personId)(chat)) return refused('CHAT_NOT_FOUND')
    await noteTyping(chatId, 'person', context)
    return done({})
  },

  answerTransfer: async ({ chatId, agreed }, context) => {
    const { caller, database, now } = context
    const mine = isMine(caller.personId)
    const found = await database.open(chatsStore).get(chatId)
    if (!found || !mine(found)) return refused('CHAT_NOT_FOUND')
    const to = agreed ? found.transfer : null
    const takeBack = to && (await noteComingIn(found, { staffId: to.to, name: to.toName }, messagesStore, context))
    // Agreed to one colleague and nobody else: what was asked anew meanwhile is asked again.
    const rule = (chat: StoredChat) =>
      to && chat.transfer?.to !== to.to ? refused('NOTHING_ASKED') : answerTransfer(chat, agreed, now)
    const answered = await changeChat(chatId, mine, rule, context, to?.toName)
    if (!answered.ok) await takeBack?.()
    return answered.ok ? done({}) : answered
  },

  end: async ({ chatId }, context) => {
    const rule = (chat: StoredChat) => done(end(chat, 'person', context.now))
    const ended = await changeChat(chatId, isMine(context.caller.personId), rule, context)
    return ended.ok ? done({}) : ended
  },

  destroy: async ({ chatId }, context) => {
    const chat = await context.database.open(chatsStore).get(chatId)
    if (!chat || !isMine(context.caller.personId)(chat)) return refused('CHAT_NOT_FOUND')
    await destroyChat(chat, context)
    await countAgain(chat.personId, context)
    return done({})
  },
}
