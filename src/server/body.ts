import type { IncomingMessage } from 'node:http'

/**
 * The whole text of a request; or word that it is longer than `most` bytes, of which what comes after is not kept; or
 * that whoever sent it went away in the middle.
 */
export async function readBody(
  incoming: Pick<IncomingMessage, 'headers'> & AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ text: string } | 'too-large' | 'cut-off'> {
  if (Number(incoming.headers['content-length'] ?? 0) > most) return 'too-large'
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of incoming) {
      length += chunk.byteLength
      if (length > most) return 'too-large'
      chunks.push(chunk)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return 'cut-off'
    throw error
  }
  return { text: Buffer.concat(chunks).toString('utf8') }
}
