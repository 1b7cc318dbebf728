import { type Side, say, unread } from '../../src/domain/chats/chat'
import type { ImageOf } from '../../src/domain/chats/image'
import { MOST_MESSAGES } from '../../src/domain/chats/message'
import { done, type Result, refused } from '../../src/domain/result'
import { keepTogether } from '../_kit/data-keys'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { seal } from '../_kit/sealing'
import { chatsStore, messagesStore, type StoredChat, type StoredMessage } from './chats-store'
import { asOfNowAlone, stored } from './stored-chat'

type Around = { database: Database; keys: Keys; now: Date }
/** `waits`: it is the first that the other side has not read. */
type Sent = { number: number; at: string; waits: boolean; personId: string }
type Saying = { chatId: string; messageId: string; text: string; image?: ImageOf | null }
type Refused = 'CHAT_NOT_FOUND' | 'CHAT_ENDED' | 'CHAT_FULL'
type Said = { write: { chat?: StoredChat; message?: StoredMessage }; reply: Sent }

/** As many as a phone shows at once. */
export const A_PAGE = 50

/**
 * Stored first, with the next number, in one transaction with the conversation: what is acknowledged is there, once, whoever
 * sends at the same instant, and however often it is sent again.
 */
export async function send(
  { chatId, messageId, text, image = null }: Saying,
  side: Side,
  mine: (chat: StoredChat) => boolean,
  by: string,
  around: Around,
): Promise<Result<Sent, Refused>> {
  const { database, now } = around
  const id = `${chatId}.${messageId}`
  const refs = { chat: database.open(chatsStore).at(chatId), message: database.open(messagesStore).at(id) }
  const at = now.toISOString()
  return keepTogether(messagesStore, chatId, around, refs, ({ chat, message }, key): Result<Said, Refused> => {
    if (!chat || !mine(chat)) return refused('CHAT_NOT_FOUND')
    const { personId } = chat
    if (message)
      return message.side === side
        ? done({ write: {}, reply: { number: message.number, at: message.at, waits: false, personId } })
        : refused('CHAT_NOT_FOUND')
    if (chat.last >= MOST_MESSAGES) return refused('CHAT_FULL')
    const said = say(asOfNowAlone(chat, now), side, now)
    if (!said.ok) return refused(said.code === 'NOT_YET_ACCEPTED' ? 'CHAT_NOT_FOUND' : said.code)
    const number = said.data.last
    const plain = { id, personId, chatId, number, side, by, at, text: text.trim(), image }
    return done({
      write: { chat: stored(said.data, chat.staffName), message: seal(messagesStore, plain, key()) },
      reply: { number, at, waits: unread(chat, side === 'person' ? 'counsellor' : 'person') === 0, personId },
    })
  })
}

/** The next ones after a number, in order; still sealed. */
export async function messagesAfter(chatId: string, after: number, { database }: Pick<Around, 'database'>) {
  const { rows, next } = await database
    .open(messagesStore)
    .find({ index: 'byChat', where: { chatId }, range: { from: after + 1 }, limit: A_PAGE })
  return { rows, more: next !== null }
}

/** As either side reads it. */
export const shown = ({
  id,
  chatId,
  number,
  side,
  at,
  text,
  image,
}: StoredMessage | (Omit<StoredMessage, 'text'> & { text: string })) => ({
  id: id.slice(chatId.length + 1),
  number,
  side,
  at,
  text,
  image,
})
