import type { Output, Reply } from '../../contract'
import type { Api } from '../../contract/client'
import type { Outgoing } from '../../domain/chats/thread'
import type { Body, Line } from './words'

export type Said = { number: number; at: string }

/** Not an answer about the message: it is sent again until there is one. */
const UNANSWERED: ReadonlySet<string> = new Set(['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY', 'SIGN_IN_NEEDED'])

export const isUnanswered = (code: string) => UNANSWERED.has(code)

type Sending = Pick<Api['workbench'], 'send' | 'sendImage'>
type Sent = Reply<Output<'workbench', 'sendImage'>, string>

/** Words in one go, a picture piece by piece; each may be sent again, so a break begins anew at no cost but time. */
export async function sendOne(
  cloud: Sending,
  chatId: string,
  { id: messageId, body }: Outgoing<Body>,
): Promise<Reply<Said, string>> {
  const { text, picture } = body
  if (!picture) return cloud.send({ chatId, messageId, text })
  const { pieces, width, height } = picture
  for (const [piece, data] of pieces.entries()) {
    const reply: Sent = await cloud.sendImage({ chatId, messageId, piece, pieces: pieces.length, width, height, data })
    if (!reply.ok) return reply
    const { number, at } = reply.data
    if (number !== null) return { ok: true, data: { number, at } }
  }
  return { ok: false, code: 'INTERNAL' }
}

/** As it stands in the conversation from now on. */
export const lineOf = ({ id, body: { text, picture } }: Outgoing<Body>, { number, at }: Said): Line => ({
  id,
  number,
  side: 'counsellor',
  at,
  text,
  image: picture && {
    pieces: picture.pieces.length,
    bytes: picture.bytes,
    width: picture.width,
    height: picture.height,
  },
  hint: false,
})
