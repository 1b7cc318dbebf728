import type { AnyRefusal } from '../../../contract'
import type { Api } from '../../../contract/client'
import { imageKept, noteUnsent, talkOf, type Unsent } from '../../phone/talks'
import { piecesOf } from './image-fit'

type Delivered = { ok: true; data: { number: number; at: string } } | { ok: false; code: AnyRefusal }
type Chats = Pick<Api['chats'], 'send' | 'sendImage'>

/** Under the id it has had since it was said: sent again after a lost answer it is the same thing. */
export const deliver = async (chats: Chats, chatId: string, one: Unsent): Promise<Delivered> => {
  if (one.image) {
    // Further than when it was said, where a piece has arrived since.
    const kept = talkOf(chatId)?.unsent.find(({ id }) => id === one.id)
    return deliverImage(chats, chatId, one.id, kept?.image ?? one.image)
  }
  const reply = await chats.send({ chatId, messageId: one.id, text: one.text })
  return reply.ok ? reply : { ok: false, code: reply.code as AnyRefusal }
}

/** Goes on where it was cut off, also after the app was closed. */
const deliverImage = async (
  chats: Chats,
  chatId: string,
  id: string,
  image: NonNullable<Unsent['image']>,
): Promise<Delivered> => {
  const pieces = piecesOf(imageKept(id) ?? '')
  if (pieces.length === 0) return { ok: false, code: 'IMAGE_NOT_FIT' }
  const { width, height } = image
  for (let piece = Math.min(image.arrived, pieces.length - 1); piece < pieces.length; piece++) {
    const data = pieces[piece] ?? ''
    const sent = { chatId, messageId: id, piece, pieces: pieces.length, width, height, data }
    const reply = await chats.sendImage(sent)
    if (!reply.ok) return { ok: false, code: reply.code as AnyRefusal }
    const { number, at } = reply.data
    if (number !== null) return { ok: true, data: { number, at } }
    noteUnsent(chatId, id, { image: { ...image, arrived: piece + 1 } }, new Date())
  }
  // The cloud no longer has the first pieces: from the beginning, at the next try.
  noteUnsent(chatId, id, { image: { ...image, arrived: 0 } }, new Date())
  return { ok: false, code: 'BUSY' }
}
