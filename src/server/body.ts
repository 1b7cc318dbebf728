/** The whole text of a request, or word that it is longer than `most` bytes; what comes after that is not kept. */
export async function readBody(request: Request, most: number): Promise<string | 'too-large'> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return 'too-large'
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > most) return 'too-large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
