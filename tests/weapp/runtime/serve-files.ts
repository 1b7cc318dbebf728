import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Route } from 'playwright-core'

/** The runtime's own address: nothing listens there, every request is answered by `serveFiles`. */
export const ORIGIN = 'http://weapp.test'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wav': 'audio/wav',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
}

export type Served = {
  dist: string
  /** Pages of the host itself, by path. */
  own: Record<string, string>
  /** Where the file behind an address outside of the package lies; undefined is a 404. */
  files: (url: URL) => string | undefined
  online: () => boolean
  notFound: string[]
}

/** Answers everything the browser asks for, so that no test leaves this machine; the package itself is there off line too. */
export async function serveFiles(context: BrowserContext, served: Served): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return route.continue()
    const isOurs = url.origin === ORIGIN
    const own = isOurs ? served.own[url.pathname] : undefined
    if (own !== undefined) return route.fulfill({ body: own, contentType: typeOf(url.pathname) })
    if (!isOurs && !served.online()) return route.abort('internetdisconnected')
    const file = isOurs ? path.join(served.dist, decodeURIComponent(url.pathname)) : served.files(url)
    if (file && existsSync(file) && statSync(file).isFile()) return fulfillFile(route, file)
    if (url.pathname === '/favicon.ico') return route.fulfill({ status: 204 })
    served.notFound.push(isOurs ? url.pathname : url.href)
    return route.fulfill({ status: 404 })
  })
}

/** Players ask for parts of a file and refuse to seek in one that cannot give them. */
function fulfillFile(route: Route, file: string): Promise<void> {
  const body = readFileSync(file)
  const contentType = typeOf(file)
  const asked = /^bytes=(\d+)-(\d*)$/.exec(route.request().headers().range ?? '')
  if (!asked) return route.fulfill({ body, contentType, headers: { 'accept-ranges': 'bytes' } })
  const from = Number(asked[1])
  const to = asked[2] ? Number(asked[2]) : body.length - 1
  return route.fulfill({
    status: 206,
    body: body.subarray(from, to + 1),
    contentType,
    headers: { 'accept-ranges': 'bytes', 'content-range': `bytes ${from}-${to}/${body.length}` },
  })
}

function typeOf(file: string): string {
  return TYPES[path.extname(file)] ?? (file === '/' ? 'text/html; charset=utf-8' : 'application/octet-stream')
}
