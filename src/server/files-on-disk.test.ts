import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Files } from '../../cloudfunctions/_kit/files'
import { openFiles } from './files-on-disk'
import { listen, stopListening } from './listen'
import { sendFile } from './serve-files'
import { ask } from './testing/ask'

const folder = mkdtempSync(join(tmpdir(), 'xinyi-files-'))
const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251))
const name = `${createHash('sha256').update(bytes).digest('hex')}.mp4`
let files: Files
let server: Server
let port = 0

beforeAll(async () => {
  files = await openFiles(folder)
  await files.put(name, bytes)
  await files.put('uploads/u1/0', Buffer.from('part'))
  const app = new Hono()
  app.get('/files/:name', (c) => sendFile(c, folder))
  server = createAdaptorServer({ fetch: app.fetch }) as Server
  port = await listen(server, 0, '127.0.0.1')
})
afterAll(async () => {
  await stopListening(server)
  rmSync(folder, { recursive: true })
})

const get = (headers: Record<string, string> = {}, method = 'GET') => ask(port, `/files/${name}`, { method, headers })

describe('stored files', () => {
  it('are read back as they were put, and are gone when removed', async () => {
    expect(await files.has(name)).toBe(true)
    expect(Buffer.compare((await files.read(name)) ?? Buffer.alloc(0), bytes)).toBe(0)
    const other = `${'a'.repeat(64)}.vtt`
    expect(await files.read(other)).toBeUndefined()
    await files.put(other, Buffer.from('WEBVTT'))
    await files.remove([other, `${'b'.repeat(64)}.vtt`])
    expect(await files.has(other)).toBe(false)
  })

  it('an upload that is removed leaves no empty folder behind', async () => {
    await files.put('uploads/u2/0', Buffer.from('a'))
    await files.put('uploads/u2/1', Buffer.from('b'))
    await files.remove(['uploads/u2/0', 'uploads/u2/7'])
    expect(await files.has('uploads/u2/1')).toBe(true)
    await files.remove(['uploads/u2/1'])
    expect(readdirSync(join(folder, 'uploads'))).toEqual(['u1'])
  })

  it.each([
    '../keys.json',
    'uploads/../../keys.json',
    '/etc/passwd',
    `${'a'.repeat(64)}.jpg/../x`,
    'uploads/u1/0/../1',
    '',
  ])('are never named %s', async (bad) => {
    await expect(files.put(bad, Buffer.from('x'))).rejects.toThrow('not a name')
    await expect(files.read(bad)).rejects.toThrow('not a name')
    await expect(files.remove([bad])).rejects.toThrow('not a name')
  })

  it('a draft somebody else is writing stays; one left behind a day ago goes', async () => {
    writeFileSync(join(folder, 'drafts', 'fresh'), 'x')
    writeFileSync(join(folder, 'drafts', 'stale'), 'x')
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000)
    utimesSync(join(folder, 'drafts', 'stale'), longAgo, longAgo)
    await openFiles(folder)
    expect(readdirSync(join(folder, 'drafts'))).toEqual(['fresh'])
  })

  it('are linked by their name', async () => {
    expect(await files.links([name])).toEqual({ [name]: `/files/${name}` })
  })
})

describe('GET /files', () => {
  it('gives the whole file, for ever the same', async () => {
    const answer = await get()
    expect(answer.status).toBe(200)
    expect(Buffer.compare(answer.body, bytes)).toBe(0)
    expect(answer.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '700000',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-disposition': 'inline',
      etag: `"${name.slice(0, 64)}"`,
    })
  })

  it('HEAD tells the same without the file', async () => {
    const answer = await get({}, 'HEAD')
    expect([answer.status, answer.headers['content-length'], answer.body.length]).toEqual([200, '700000', 0])
  })

  it('gives the part that is asked for', async () => {
    const answer = await get({ range: 'bytes=300000-600000' })
    expect([answer.status, answer.headers['content-range']]).toEqual([206, 'bytes 300000-600000/700000'])
    expect(Buffer.compare(answer.body, bytes.subarray(300_000, 600_001))).toBe(0)
    expect((await get({ range: 'bytes=-5' })).body).toEqual(bytes.subarray(-5))
    expect((await get({ range: 'bytes=0-1', 'if-range': '"another"' })).status).toBe(200)
  })

  it('says so when the part is not there', async () => {
    const answer = await get({ range: 'bytes=700000-' })
    expect([answer.status, answer.headers['content-range']]).toEqual([416, 'bytes */700000'])
  })

  it('sends nothing to those who have it', async () => {
    const answer = await get({ 'if-none-match': `"${name.slice(0, 64)}"` })
    expect([answer.status, answer.body.length]).toEqual([304, 0])
  })

  it.each([
    '/files/uploads/u1/0',
    '/files/uploads%2fu1%2f0',
    '/files/drafts/fresh',
    '/files/..%2f..%2fetc%2fpasswd',
    '/files/..%252f..%252fetc%252fpasswd',
    '/files/../../../../etc/passwd',
    '/files/%2e%2e/%2e%2e/etc/passwd',
    `/files/${name}%00.jpg`,
    `/files/${name}/`,
    `/files/${name.slice(0, 64)}`,
    `/files/${name.slice(0, 64)}.html`,
    `/files/${'0'.repeat(64)}.mp4`,
    '/files/',
  ])('%s is not there', async (path) => {
    const answer = await ask(port, path)
    expect(answer.status).toBe(404)
    expect(answer.body.toString()).not.toMatch(/root:|part/)
  })
})
