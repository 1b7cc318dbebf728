import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../cloudfunctions/_kit/database'
import { generateKeys } from '../../cloudfunctions/_kit/keys'
import { type OpenServer, openServer } from './server'
import { ask } from './testing/ask'
import { memoryDatabase } from './testing/memory-database'

const folder = mkdtempSync(join(tmpdir(), 'xinyi-door-'))
const json = { 'content-type': 'application/json' }
let memory: Awaited<ReturnType<typeof memoryDatabase>>
let server: OpenServer
let port = 0
let logged: Line[] = []

type Line = { code?: string; action?: string; requestId?: string; fault?: string; job?: string }
let onLog: (entry: Line) => void = () => {}

beforeAll(async () => {
  mkdirSync(join(folder, 'dist', 'admin'), { recursive: true })
  mkdirSync(join(folder, 'dist', 'h5'))
  writeFileSync(join(folder, 'dist', 'admin', 'index.html'), '<title>后台</title>')
  writeFileSync(join(folder, 'dist', 'h5', 'index.html'), '<title>心驿</title>')
  memory = await memoryDatabase()
  server = await openServer({
    database: memory.database,
    dataDir: join(folder, 'data'),
    dist: join(folder, 'dist'),
    port: 0,
    seeded: false,
    clock: false,
    origins: ['https://console.example.cn'],
    log: (entry) => {
      logged.push(entry)
      onLog(entry)
    },
  })
  port = Number(new URL(server.url).port)
})
beforeEach(() => {
  logged = []
})
afterAll(async () => {
  await server.close()
  await memory.close()
  rmSync(folder, { recursive: true })
})

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const told = await ask(port, path, { method: 'POST', headers: { ...json, ...headers }, body: text })
  return { status: told.status, headers: told.headers, reply: JSON.parse(told.body.toString()) }
}
const home = { action: 'pieces.home', data: {} }

describe('POST /api', () => {
  it('answers as the function does, and nobody keeps the answer', async () => {
    const { status, headers, reply } = await post('/api/library', home)
    expect([status, reply]).toEqual([200, { ok: true, data: { latest: [], videos: [], audios: [] } }])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-type']).toBe('application/json')
  })

  it.each(['{ "action": ', '', 'undefined', '{"action":"pieces.home"}}'])(
    'refuses %j, which is no JSON',
    async (text) => {
      const { status, reply } = await post('/api/library', text)
      expect([status, reply.code]).toEqual([400, 'INVALID_INPUT'])
      expect(logged).toMatchObject([{ code: 'INVALID_INPUT', action: '?', requestId: reply.requestId }])
    },
  )

  it.each(['null', '[]', '"pieces.home"', '{}', '{"action":"__proto__.constructor"}', '{"action":"figures.month"}'])(
    'does not know %s',
    async (text) => {
      const { status, reply } = await post('/api/library', text)
      expect([status, reply.code]).toEqual([200, 'UNKNOWN_ACTION'])
    },
  )

  it.each(['/api/nobody', '/api/constructor', '/api/__proto__', '/api/clock'])(
    'does not know the function %s',
    async (path) => {
      expect((await post(path, home)).reply.code).toBe('UNKNOWN_ACTION')
    },
  )

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'refuses %s: a form of another site could send it',
    async (type) => {
      const { status, reply } = await post('/api/library', home, { 'content-type': type })
      expect([status, reply.code]).toEqual([400, 'INVALID_INPUT'])
    },
  )

  it('takes JSON that names its character set', async () => {
    expect((await post('/api/library', home, { 'content-type': 'application/json; charset=utf-8' })).reply.ok).toBe(
      true,
    )
  })

  it('takes a sender who goes away for what it is, not for a fault of ours', async () => {
    const noted = new Promise<Line>((resolve) => {
      onLog = resolve
    })
    const head =
      'POST /api/library HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{'
    const socket = connect(port, '127.0.0.1', () => socket.write(head, () => socket.destroy()))
    expect((await noted).code).toBe('OFFLINE')
  })

  it('knows no other method', async () => {
    const told = await ask(port, '/api/library')
    expect([told.status, told.headers.allow]).toEqual([405, 'POST'])
    expect(
      (await ask(port, '/api/library', { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })).status,
    ).toBe(405)
  })
})

describe('who asks', () => {
  it.each([
    ['the shape of a session', `s_${'A'.repeat(43)}`],
    ['the shape of a device key', `d_${'A'.repeat(43)}`],
    ['no known shape', 'x_made-up'],
    ['nothing after its prefix', 's_'],
    ['far too many letters', 'a'.repeat(500)],
  ])('with a made-up bearer of %s is nobody', async (_, bearer) => {
    const { reply } = await post(
      '/api/people',
      { action: 'staff.list', data: {} },
      { authorization: `Bearer ${bearer}` },
    )
    expect(['SIGN_IN_NEEDED', 'NOT_ALLOWED']).toContain(reply.code)
  })

  it('is told to sign in again when a session is over, and reads as a visitor all the same', async () => {
    const authorization = `Bearer s_${'A'.repeat(43)}`
    expect((await post('/api/people', { action: 'staff.list', data: {} }, { authorization })).reply.code).toBe(
      'SIGN_IN_NEEDED',
    )
    expect((await post('/api/library', home, { authorization })).reply.ok).toBe(true)
  })

  it('is never believed from the request itself', async () => {
    const request = {
      action: 'staff.list',
      data: {},
      caller: { kind: 'staff', roles: ['manager'] },
      userInfo: { openId: 'o1' },
    }
    const { reply } = await post('/api/people', request, { 'x-wx-openid': 'o1', cookie: 'session=1' })
    expect(reply.code).toBe('NOT_ALLOWED')
  })

  it('with an enrolled device keeps favourites of their own', async () => {
    const { reply } = await post('/api/people', { action: 'devices.enrol', data: {} })
    const list = { action: 'favourites.list', data: {} }
    expect((await post('/api/library', list, { authorization: `Bearer ${reply.data.key}` })).reply.ok).toBe(true)
    expect((await post('/api/library', list)).reply.code).toBe('NOT_ALLOWED')
  })
})

describe('pages of other sites', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1:1',
    'https://127.0.0.1.evil.example',
    'file://',
    'chrome-extension://abc',
  ])('%s may not ask', async (origin) => {
    const { status, reply } = await post('/api/library', home, { origin })
    expect([status, reply.code]).toEqual([403, 'NOT_ALLOWED'])
  })

  it('may when they are our own or named in the settings, and no answer opens itself to others', async () => {
    for (const origin of [`http://127.0.0.1:${port}`, 'https://console.example.cn']) {
      const { reply, headers } = await post('/api/library', home, { origin, host: `127.0.0.1:${port}` })
      expect(reply.ok).toBe(true)
      expect(Object.keys(headers).filter((header) => header.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('every answer', () => {
  it.each(['/', '/admin/', '/nothing', '/files/nothing', '/api/library', '/healthz'])(
    '%s forbids what pages do not need',
    async (path) => {
      const { headers } = await ask(port, path)
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'self'; script-src 'self'; .*frame-ancestors 'none'/,
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-powered-by']).toBeUndefined()
    },
  )

  it('the app is at /, the console at /admin/', async () => {
    expect((await ask(port, '/')).body.toString()).toContain('心驿')
    expect((await ask(port, '/admin/')).body.toString()).toContain('后台')
    const bare = await ask(port, '/admin')
    expect([bare.status, bare.headers.location]).toEqual([301, '/admin/'])
  })

  it('GET /healthz says which version is well', async () => {
    const told = await ask(port, '/healthz')
    expect([told.status, JSON.parse(told.body.toString())]).toMatchObject([
      200,
      { ok: true, version: expect.any(String) },
    ])
  })
})

describe('when the database fails', () => {
  const broken = { open: fail, together: fail } as unknown as Database
  function fail(): never {
    throw new Error('the words of a person')
  }

  it('the answer says INTERNAL, and neither it nor the log says more', async () => {
    const lines: unknown[] = []
    const dataDir = join(folder, 'broken')
    const sick = await openServer({
      dataDir,
      database: broken,
      keys: generateKeys(),
      port: 0,
      seeded: false,
      links: false,
      clock: false,
      log: (entry) => lines.push(entry),
    })
    const sickPort = Number(new URL(sick.url).port)
    const asked = (headers: Record<string, string>) =>
      ask(sickPort, '/api/library', { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(home) })
    const tries = [await asked({}), await asked({ authorization: `Bearer d_${'A'.repeat(43)}` })]
    for (const told of tries) {
      expect(told.status).toBe(500)
      expect(JSON.parse(told.body.toString())).toEqual({ ok: false, code: 'INTERNAL', requestId: expect.any(String) })
    }
    const health = await ask(sickPort, '/healthz')
    expect([health.status, health.body.toString()]).toEqual([503, '{"ok":false}'])
    expect(lines).toHaveLength(3)
    expect(JSON.stringify(lines)).toContain('Error | at ')
    expect(JSON.stringify(lines)).not.toContain('words of a person')
    await sick.close()
  })
})
