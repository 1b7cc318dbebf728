import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { generateKeys } from '../../cloudfunctions/_kit/keys'
import { greeting } from './greeting'
import { type OpenServer, openServer, type ServerOptions } from './server'
import { readSettings } from './settings'
import { StartRefused } from './start-refused'
import { stored } from './store'
import { ask } from './testing/ask'

/** Creating a database on disk takes seconds of work, and longer where the disk is slow. */
const PATIENCE = 180_000
const DAY = 24 * 60 * 60_000
const root = mkdtempSync(join(tmpdir(), 'xinyi-start-'))
const dataDir = join(root, 'data')
const options: ServerOptions = { dataDir, port: 0, clock: false }
let server: OpenServer

beforeAll(async () => {
  server = await openServer(options)
}, PATIENCE)
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
}, PATIENCE)

const portOf = ({ url }: { url: string }) => Number(new URL(url).port)
const post = async (name: string, action: string, data: unknown) => {
  const headers = { 'content-type': 'application/json' }
  const told = await ask(portOf(server), `/api/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ action, data }),
  })
  return JSON.parse(told.body.toString())
}
const codeOf = (link: { url: string } | undefined) => link?.url.split('/join/')[1]
const counsellors = ['chenguodong', 'gaozhiming', 'linyuehua', 'naren', 'shenruolan', 'suwan']
const others = ['hanxuemei', 'liusuqin', 'mazhiyuan', 'qinlan', 'songlei', 'wangjianguo', 'zhoumin']
const yetToJoin = [...counsellors, ...others].sort()

describe('a server with a database of its own', () => {
  it('has contents and a way in for its first staff, and keeps its keys to itself', async () => {
    const reply = await post('library', 'pieces.home', {})
    expect(reply.data.latest.length).toBeGreaterThan(5)
    expect(server.links.map((link) => link.login).sort()).toEqual(['chenjing', ...yetToJoin].sort())
    expect(server.links[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin\/#\/join\/i_[\w-]{43}$/)
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600)
  })

  it('tells where to go, and to whom each link belongs', () => {
    const lines = greeting(readSettings({}), server).join('\n')
    expect(lines).toContain(`${server.url}/admin/\n`)
    for (const link of server.links) expect(lines).toContain(`${link.name} `)
    expect(lines).toContain('HOST=0.0.0.0 npm start')
  })

  it('refuses a second process on the same folder, and names the first', async () => {
    const second = openServer(options)
    await expect(second).rejects.toThrow(StartRefused)
    await expect(openServer(options)).rejects.toThrow(`is in use by process ${process.pid}`)
  })

  it('refuses a port that is taken, and gives back what it had opened', async () => {
    const elsewhere = { dataDir: join(root, 'elsewhere'), database: server.database, keys: generateKeys() }
    const taken = openServer({ ...options, ...elsewhere, port: portOf(server), links: false })
    await expect(taken).rejects.toThrow(`Port ${portOf(server)} is already in use`)
  })

  it('a link lets its owner in, once', async () => {
    const code = codeOf(server.links.find((link) => link.login === 'chenjing'))
    expect(await post('people', 'invitations.open', { code })).toMatchObject({ ok: true, data: { name: '陈静' } })
    const password = 'green-kettle-and-boat'
    expect(await post('people', 'invitations.accept', { code, password })).toMatchObject({ ok: true })
    expect(await post('people', 'invitations.accept', { code, password })).toMatchObject({
      code: 'INVITATION_NOT_VALID',
    })
  })

  it(
    'stops and starts again with everything it had: new links for those who have not joined, in place of the old',
    async () => {
      const before = await post('library', 'pieces.home', {})
      const old = server
      await Promise.all([old.close(), old.close()])
      expect(readdirSync(dataDir).sort()).toEqual(expect.arrayContaining(['files', 'keys.json', 'postgres']))
      server = await openServer(options)
      expect(await post('library', 'pieces.home', {})).toEqual(before)
      expect(server.keys.hash('person', 'a')).toBe(old.keys.hash('person', 'a'))
      expect(server.links.map((link) => link.login).sort()).toEqual(yetToJoin)
      const opened = ({ links }: OpenServer) =>
        post('people', 'invitations.open', { code: codeOf(links.find((link) => link.login === 'zhoumin')) })
      expect(await opened(server)).toMatchObject({ ok: true, data: { name: '周敏' } })
      expect(await opened(old)).toMatchObject({ ok: false, code: 'INVITATION_NOT_VALID' })
    },
    PATIENCE,
  )

  it(
    'goes through its database once a day, which nobody else does',
    async () => {
      await server.close()
      vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
      const vacuumed = new Promise<object>((resolve) => {
        openServer({ ...options, log: (entry) => 'job' in entry && resolve(entry) }).then((opened) => {
          server = opened
          vi.advanceTimersByTime(DAY)
        })
      })
      expect(await vacuumed).toEqual({ job: 'vacuum', done: stored.length, ms: expect.any(Number) })
      vi.useRealTimers()
    },
    PATIENCE,
  )
})

it('a PostgreSQL server that does not answer is told in a sentence that holds no password', async () => {
  const databaseUrl = 'postgres://xinyi:sesame@127.0.0.1:1/xinyi'
  const refused = await openServer({ dataDir: join(root, 'remote'), databaseUrl, keys: generateKeys(), port: 0 }).catch(
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(StartRefused)
  expect(String(refused)).toContain('does not answer')
  expect(String(refused)).not.toContain('sesame')
})
