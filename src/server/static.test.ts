import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, stopListening } from './listen'
import { openStatic } from './static'
import { ask } from './testing/ask'

const root = mkdtempSync(join(tmpdir(), 'xinyi-static-'))
const script = 'const word = "心驿";\n'.repeat(200)
let server: Server
let port = 0

beforeAll(async () => {
  mkdirSync(join(root, 'h5', 'js'), { recursive: true })
  mkdirSync(join(root, 'h5', 'assets'))
  writeFileSync(join(root, 'secret.txt'), 'secret')
  writeFileSync(join(root, 'h5', '.env'), 'secret')
  writeFileSync(join(root, 'h5', 'index.html'), '<!doctype html><title>心驿</title>')
  writeFileSync(join(root, 'h5', 'js', 'app.1a2b3c4d.js'), script)
  writeFileSync(join(root, 'h5', 'js', 'plain.js'), script)
  writeFileSync(join(root, 'h5', 'assets', 'index-BfXkdqAa.css'), 'a{}')
  const app = new Hono()
  const h5 = openStatic(join(root, 'h5'))
  app.get('/*', (c) => h5(c, new URL(c.req.url).pathname.slice(1)))
  server = createAdaptorServer({ fetch: app.fetch }) as Server
  port = await listen(server, 0, '127.0.0.1')
})
afterAll(async () => {
  await stopListening(server)
  rmSync(root, { recursive: true })
})

describe('a built client', () => {
  it('begins with its page, asked for anew each time', async () => {
    const answer = await ask(port, '/')
    expect(answer.status).toBe(200)
    expect(answer.body.toString()).toContain('心驿')
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' })
    const again = await ask(port, '/', { headers: { 'if-none-match': answer.headers.etag ?? '' } })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it.each(['/js/app.1a2b3c4d.js', '/assets/index-BfXkdqAa.css'])(
    '%s carries its hash and never changes',
    async (path) => {
      expect((await ask(port, path)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    },
  )

  it('a script without a hash is asked for anew', async () => {
    expect((await ask(port, '/js/plain.js')).headers['cache-control']).toBe('no-cache')
  })

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1.0, br;q=0', 'gzip', gunzipSync],
  ])('goes out compressed to those who take %s', async (accepted, encoding, open) => {
    const answer = await ask(port, '/js/app.1a2b3c4d.js', { headers: { 'accept-encoding': accepted } })
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
    expect(answer.body.length).toBeLessThan(script.length / 10)
    expect(open(answer.body).toString()).toBe(script)
  })

  it('goes out as it is to everybody else', async () => {
    const answer = await ask(port, '/js/app.1a2b3c4d.js')
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.body.toString()).toBe(script)
    const head = await ask(port, '/js/app.1a2b3c4d.js', { method: 'HEAD' })
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
      200,
      answer.headers['content-length'],
      0,
    ])
  })

  it('is read again after a new build', async () => {
    writeFileSync(join(root, 'h5', 'changing.txt'), 'one')
    expect((await ask(port, '/changing.txt')).body.toString()).toBe('one')
    writeFileSync(join(root, 'h5', 'changing.txt'), 'two')
    utimesSync(join(root, 'h5', 'changing.txt'), 1, 1)
    expect((await ask(port, '/changing.txt')).body.toString()).toBe('two')
  })

  it.each([
    '/../secret.txt',
    '/js/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/js/..%252f..%252fsecret.txt',
    '/.env',
    '/%2eenv',
    '/js/',
    '/js',
    '/js//plain.js',
    '/js/plain.js%00',
    '/index.html/x',
    '/%ff',
    `/${'a'.repeat(5000)}`,
    '/nothing',
  ])('%s is a plain page that says it is not there', async (path) => {
    const answer = await ask(port, path)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).toContain('没有找到这个页面')
    expect(answer.body.toString()).not.toContain('secret')
  })
})
