/**
 * The whole text of a request; or word that it is longer than `most` bytes, of which what comes after is not kept; or
 * that whoever sent it went away in the middle.
 */
export async function readBody(request: Request, most: number): Promise<{ text: string } | 'too-large' | 'cut-off'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large'
  if (!request.body) return { text: '' }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
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
