import type { Reply } from '../../contract'
import type { Api } from '../../contract/client'
import type { Line } from './words'

export type Pictures = ReturnType<typeof openPictures>

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/** Pictures that were sent, put together once and kept until their conversation goes. */
export function openPictures(cloud: { workbench: Pick<Api['workbench'], 'imagePiece'> }) {
  const urls = new Map<string, Map<string, string>>()

  async function look(chatId: string, line: Line): Promise<Reply<string, string>> {
    const known = urls.get(chatId)?.get(line.id)
    if (known) return { ok: true, data: known }
    const parts: Uint8Array<ArrayBuffer>[] = []
    for (let piece = 0; piece < (line.image?.pieces ?? 0); piece++) {
      const reply = await cloud.workbench.imagePiece({ chatId, messageId: line.id, piece })
      if (!reply.ok) return reply
      parts.push(bytesOf(reply.data.data))
    }
    const url = URL.createObjectURL(new Blob(parts))
    const ofChat = urls.get(chatId) ?? new Map<string, string>()
    urls.set(chatId, ofChat.set(line.id, url))
    return { ok: true, data: url }
  }

  const forget = (chatId: string) => {
    for (const url of urls.get(chatId)?.values() ?? []) URL.revokeObjectURL(url)
    urls.delete(chatId)
  }
  return { look, forget, forgetAll: () => [...urls.keys()].forEach(forget) }
}
