import type { IncomingMessage } from 'node:http'

/** How Node names the end of somebody who left while we listened, and before we did. */
const GONE = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/**
 * The whole text of a request; or word that it is longer than `most` bytes, of which what comes after is not kept; or
 * that whoever sent it went away in the middle.
 */
export async function readBody(
  incoming: Pick<IncomingMessage, 'headers' | 'iterator'>,
  most: number,
): Promise<{ text: string } | 'too-large' | 'cut-off'> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return 'too-large'
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    // Not destroyed when it is too long: the answer would be lost on a sender who is still sending.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      length += chunk.byteLength
      if (length > most) return 'too-large'
      chunks.push(chunk)
    }
  } catch (error) {
    if (GONE.includes(String((error as NodeJS.ErrnoException).code))) return 'cut-off'
    throw error
  }
  return { text: Buffer.concat(chunks).toString('utf8') }
}
