import { type FileHandle, open } from 'node:fs/promises'
import type { Context } from 'hono'
import { pathOf } from './files-on-disk'
import { notFound } from './not-found'
import { rangeOf } from './range'

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  mp3: 'audio/mpeg',
  vtt: 'text/vtt; charset=utf-8',
}

const CHUNK = 256 * 1024

/** GET and HEAD of one stored file. Only finished files have such names: parts of an upload are never given out. */
export async function sendFile(c: Context, folder: string): Promise<Response> {
  const name = c.req.param('name') ?? ''
  const [, hash, extension = ''] = /^([0-9a-f]{64})\.([a-z0-9]{2,4})$/.exec(name) ?? []
  const type = Object.hasOwn(types, extension) ? types[extension] : undefined
  if (!hash || !type) return notFound(c)
  const handle = await open(pathOf(folder, name), 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!handle) return notFound(c)
  let handedOver = false
  try {
    const { size } = await handle.stat()
    const etag = `"${hash}"`
    const headers: Record<string, string> = {
      etag,
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': type,
      'content-disposition': 'inline',
    }
    if (c.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
    const isSame = [undefined, etag].includes(c.req.header('if-range'))
    const range = isSame ? rangeOf(c.req.header('range'), size) : undefined
    if (range === 'none')
      return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } })
    const { start, end } = range ?? { start: 0, end: size - 1 }
    const bounds: Record<string, string> = range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {}
    handedOver = c.req.method !== 'HEAD'
    return new Response(handedOver ? slice(handle, start, end) : null, {
      status: range ? 206 : 200,
      headers: { ...headers, ...bounds, 'content-length': String(end - start + 1) },
    })
  } finally {
    if (!handedOver) await handle.close()
  }
}

/** Reads as fast as the other side takes, and closes the file at the end or when the other side goes away. */
function slice(handle: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let at = start
  return new ReadableStream(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(CHUNK, end - at + 1)), 0, undefined, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (at <= end && bytesRead > 0) return
        await handle.close()
        if (at <= end) controller.error(new Error('a stored file is shorter than it was'))
        else controller.close()
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  )
}
