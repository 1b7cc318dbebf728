import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'
import { notFound } from './not-found'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.mp4': 'video/mp4',
}
const textual = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.txt', '.webmanifest', '.ttf'])

/** Below this a compressed answer saves no packet. */
const WORTH_COMPRESSING = 1024
/** Beyond 9 brotli takes ten times as long for a few per cent. */
const brotli = (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
const zip = (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 })

type Encoding = 'br' | 'gzip' | 'identity'
type Asset = { stamp: string; bytes: Buffer; etag: string; encoded: Map<Encoding, Promise<Buffer>> }

/** Gives out one built client. Everything is read and compressed once, and again only when the build has changed. */
export function openStatic(folder: string) {
  const assets = new Map<string, Asset>()

  return async (c: Context, path: string): Promise<Response> => {
    const name = nameIn(path)
    const asset = name === undefined ? undefined : await find(name)
    if (name === undefined || !asset) return notFound(c)
    const extension = extname(name)
    const encoding = isCompressible(extension, asset) ? chosen(c.req.header('accept-encoding')) : 'identity'
    const etag = encoding === 'identity' ? `"${asset.etag}"` : `"${asset.etag}-${encoding}"`
    const headers: Record<string, string> = {
      etag,
      'cache-control': isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-type': types[extension] ?? 'application/octet-stream',
      ...(isCompressible(extension, asset) ? { vary: 'accept-encoding' } : {}),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    }
    if (c.req.header('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })
    const body = await encode(asset, encoding)
    headers['content-length'] = String(body.length)
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(body), { headers })
  }

  async function find(name: string): Promise<Asset | undefined> {
    const file = join(folder, name)
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG') return undefined
      throw error
    })
    if (!found?.isFile()) return undefined
    const stamp = `${found.mtimeMs} ${found.size}`
    const known = assets.get(name)
    if (known?.stamp === stamp) return known
    const bytes = await readFile(file)
    const etag = createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
    const asset: Asset = { stamp, bytes, etag, encoded: new Map() }
    assets.set(name, asset)
    return asset
  }
}

/** The file a path means, in plain segments only: no dots in front, no step upwards, no second encoding. */
function nameIn(path: string): string | undefined {
  const decoded = decode(path)
  const name = decoded === '' || decoded?.endsWith('/') ? `${decoded}index.html` : decoded
  return name?.split('/').every((segment) => /^[\p{L}\p{N}_@~-][\p{L}\p{N}_@~.+ -]*$/u.test(segment)) ? name : undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function encode(asset: Asset, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(asset.bytes)
  const encoded = asset.encoded.get(encoding) ?? (encoding === 'br' ? brotli(asset.bytes) : zip(asset.bytes))
  asset.encoded.set(encoding, encoded)
  return encoded
}

const isCompressible = (extension: string, asset: Asset) =>
  textual.has(extension) && asset.bytes.length >= WORTH_COMPRESSING

/** Every browser that takes brotli or gzip says so plainly; `q=0` is a refusal. */
function chosen(accepted: string | undefined): Encoding {
  const takes = (name: string) =>
    (accepted ?? '').split(',').some((part) => {
      const [encoding, ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return encoding === name && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
    })
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/** Both bundlers write the hash of the content into the name: Taro as eight hexadecimal digits, Vite below `assets/`. */
const isHashed = (name: string) => /^assets\/.+-[\w-]{8}\.\w+$/.test(name) || /\.[0-9a-f]{8,20}\.\w+$/.test(name)
