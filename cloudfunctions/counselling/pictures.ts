import type { Input } from '../../src/contract'
import type { Side } from '../../src/domain/chats/chat'
import { fits, MOST_BYTES, MOST_IMAGES, MOST_PIECES, MOST_UNFINISHED } from '../../src/domain/chats/image'
import { done, type Result, refused } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { keepFor } from '../_kit/data-keys'
import { type Database, MOST_ROWS } from '../_kit/database'
import type { Job } from '../_kit/job'
import type { Keys } from '../_kit/keys'
import { seal } from '../_kit/sealing'
import { chatsStore, messagesStore, type StoredChat } from './chats-store'
import { send } from './messages'
import { picturesStore, type StoredPicture } from './pictures-store'
import { asOfNowAlone } from './stored-chat'

type Around = { database: Database; keys: Keys; now: Date }
type Refused = 'CHAT_NOT_FOUND' | 'CHAT_ENDED' | 'CHAT_FULL' | 'IMAGE_NOT_FIT'
/** `number` is null until the last piece is there. */
type SentPiece = { number: number | null; at: string; waits: boolean; personId: string }

const pieceId = (chatId: string, messageId: string, piece: number) => `${chatId}.${messageId}.${piece}`
const idsOf = (chatId: string, messageId: string, pieces: number) =>
  Array.from({ length: pieces }, (_, piece) => pieceId(chatId, messageId, piece))

/**
 * Keeps one piece; with the last of them the picture becomes a message, numbered like any other. Each may be sent again, and
 * whoever begins anew after a break loses nothing but time.
 */
export async function sendPiece(
  { chatId, messageId, piece, pieces, width, height, data }: Input<'chats', 'sendImage'>,
  side: Side,
  mine: (chat: StoredChat) => boolean,
  by: string,
  around: Around,
): Promise<Result<SentPiece, Refused>> {
  const { database, now } = around
  const found = await database.open(chatsStore).get(chatId)
  const chat = found && asOfNowAlone(found, now)
  if (!chat || !mine(chat)) return refused('CHAT_NOT_FOUND')
  if (chat.state === 'ended') return refused('CHAT_ENDED')
  const bytes = Buffer.from(data, 'base64')
  if (!fits({ piece, pieces }, bytes)) return refused('IMAGE_NOT_FIT')
  const at = now.toISOString()
  const { personId } = chat
  if (piece === 0) {
    if ((await imagesOf(chatId, database)) >= MOST_IMAGES) return refused('CHAT_FULL')
    if (pieces > 1) await makeRoom({ chatId, messageId }, database)
  } else if (!(await database.open(picturesStore).get(pieceId(chatId, messageId, 0))))
    // Its beginning went, or never came: what follows would be counted by nobody. The phone begins anew.
    return done({ number: null, at, waits: false, personId })
  await keepPiece({ chatId, messageId, piece, bytes: bytes.length, data }, personId, around)
  if (piece < pieces - 1) return done({ number: null, at, waits: false, personId })

  const pictures = database.open(picturesStore)
  const kept = await pictures.getMany(idsOf(chatId, messageId, pieces))
  // What came a day before was swept: the phone begins anew.
  if (kept.length < pieces) return done({ number: null, at, waits: false, personId })
  const total = kept.reduce((sum, one) => sum + one.bytes, 0)
  if (total > MOST_BYTES) {
    await Promise.all(kept.map(({ id }) => pictures.remove(id)))
    return refused('IMAGE_NOT_FIT')
  }
  const image = { pieces, bytes: total, width, height }
  const sent = await send({ chatId, messageId, text: '', image }, side, mine, by, around)
  if (sent.ok) await markSent(kept, database)
  return sent
}

/** Those that were begun as well: nobody fills a conversation with beginnings. */
const imagesOf = (chatId: string, database: Database) =>
  database.open(picturesStore).count({ index: 'byChat', where: { chatId, piece: 0 } })

/** The oldest beginnings go, with what came after them: of one that is still on its way the phone begins anew. */
async function makeRoom({ chatId, messageId }: { chatId: string; messageId: string }, database: Database) {
  const pictures = database.open(picturesStore)
  const begun = { index: 'byBeginning', where: { chatId, unsent: true, piece: 0 } }
  if ((await pictures.count(begun)) < MOST_UNFINISHED) return
  const { rows } = await pictures.find({ ...begun, order: 'descending', limit: MOST_ROWS })
  const others = rows.filter((row) => row.messageId !== messageId).slice(MOST_UNFINISHED - 1)
  for (const row of others) {
    const message = await database.open(messagesStore).get(`${chatId}.${row.messageId}`)
    if (message) await markSent([row], database)
    else await Promise.all(idsOf(chatId, row.messageId, MOST_PIECES).map((id) => pictures.remove(id)))
  }
}

async function keepPiece(
  {
    chatId,
    messageId,
    piece,
    bytes,
    data,
  }: Pick<StoredPicture, 'chatId' | 'messageId' | 'piece' | 'bytes'> & {
    data: string
  },
  personId: string,
  around: Around,
) {
  const pictures = around.database.open(picturesStore)
  const id = pieceId(chatId, messageId, piece)
  const plain = { id, personId, chatId, messageId, piece, bytes, unsent: true, at: around.now.toISOString(), data }
  await keepFor(
    picturesStore,
    chatId,
    around,
    (key) => pictures.insert(seal(picturesStore, plain, key)),
    () => pictures.remove(id),
    personId,
  )
}

const markSent = (kept: readonly StoredPicture[], database: Database) =>
  Promise.all(
    kept
      .filter(({ unsent }) => unsent)
      .map(({ id }) =>
        database
          .open(picturesStore)
          .change(id, (one) => done(one ? { write: { ...one, unsent: false }, reply: true } : { reply: true })),
      ),
  )

/** A piece of a picture that was sent, still sealed; `from` is the first number that may be read. */
export async function pieceOf(
  { chatId, messageId, piece }: Input<'chats', 'imagePiece'>,
  from: number,
  { database }: Pick<Around, 'database'>,
): Promise<StoredPicture | undefined> {
  const message = await database.open(messagesStore).get(`${chatId}.${messageId}`)
  if (!message?.image || message.number < from) return undefined
  return database.open(picturesStore).get(pieceId(chatId, messageId, piece))
}

/** A picture that was never finished goes after a day. One that was, and only not marked as sent before a crash, is marked. */
export const forgetUnsentPictures: Job = {
  name: 'forget-unsent-pictures',
  everyMinutes: 60,
  run: async ({ database, now, timeLeft }) => {
    const pictures = database.open(picturesStore)
    const { rows } = await pictures.find({
      index: 'byUnsent',
      where: { unsent: true },
      range: { before: daysLater(now, -1).toISOString() },
      limit: MOST_ROWS,
    })
    let amount = 0
    for (const row of rows) {
      if (!timeLeft()) break
      const message = await database.open(messagesStore).get(`${row.chatId}.${row.messageId}`)
      if (message) await markSent([row], database)
      else await pictures.remove(row.id)
      amount++
    }
    return amount
  },
}
