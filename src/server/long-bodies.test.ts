import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sessionsStore } from '../../cloudfunctions/_kit/identity'
import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { openSession } from '../domain/staff/session'
import { type OpenServer, openServer } from './server'
import { ask } from './testing/ask'
import { memoryDatabase } from './testing/memory-database'

const dataDir = mkdtempSync(join(tmpdir(), 'xinyi-bodies-'))
const json = { 'content-type': 'application/json' }
let memory: Awaited<ReturnType<typeof memoryDatabase>>
let server: OpenServer
let port = 0

beforeAll(async () => {
  memory = await memoryDatabase()
  server = await openServer({ database: memory.database, dataDir, port: 0, seeded: false, clock: false })
  port = Number(new URL(server.url).port)
})
afterAll(async () => {
  await server.close()
  await memory.close()
  rmSync(dataDir, { recursive: true })
})

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const told = await ask(port, path, { method: 'POST', headers: { ...json, ...headers }, body: text })
  return { status: told.status, reply: JSON.parse(told.body.toString()) }
}
const home = { action: 'pieces.home', data: {} }
const KB = 1024
const padded = (bytes: number) => ({ ...home, padding: 'x'.repeat(bytes) })

/** What somebody who has just signed in carries, and the id of their session. */
async function signedIn() {
  const token = newSecret('s_')
  const member = {
    id: 'chenjing',
    name: '陈静',
    login: 'chenjing',
    grants: [{ role: 'editor' as const, branchId: 'city' }],
  }
  const whole = {
    ...member,
    active: true,
    passwordHash: '',
    createdAt: new Date().toISOString(),
    origin: '',
    waiting: null,
  }
  const session = openSession(secretId(token), whole, 'Firefox · Windows', new Date())
  await memory.database.open(sessionsStore).insert(session)
  return { sessionId: session.id, authorization: `Bearer ${token}` }
}

const chunked: Record<string, string> = { 'transfer-encoding': 'chunked' }

describe('a long body', () => {
  it('takes a part of an upload from staff, and nothing longer than 2 MB', async () => {
    const { authorization } = await signedIn()
    for (const headers of [{ authorization }, { ...chunked, authorization }]) {
      expect((await post('/api/library', padded(1_500_000), headers)).reply.ok).toBe(true)
      const { status, reply } = await post('/api/library', padded(2 * KB * KB), headers)
      expect([status, reply.code]).toEqual([413, 'TOO_LARGE'])
    }
  })

  it('takes 64 KB from everybody else', async () => {
    const device = (await post('/api/people', { action: 'devices.enrol', data: {} })).reply.data.key
    for (const headers of [{}, chunked, { authorization: `Bearer ${device}` }]) {
      expect((await post('/api/library', padded(63 * KB), headers)).reply.ok).toBe(true)
      const { status, reply } = await post('/api/library', padded(64 * KB), headers)
      expect([status, reply.code]).toEqual([413, 'TOO_LARGE'])
    }
  })

  it('takes no more from a bearer that only looks like one of staff, who may have been signed out', async () => {
    const headers = { authorization: `Bearer s_${'A'.repeat(43)}` }
    const { status, reply } = await post('/api/library', padded(64 * KB), headers)
    expect([status, reply.code]).toEqual([413, 'SIGN_IN_NEEDED'])
  })

  it.each([99, 100 * KB])('does nothing for a session that ends while %i bytes are on their way', async (length) => {
    const { sessionId, authorization } = await signedIn()
    const text = JSON.stringify({ action: 'sessions.me', data: {} }).padEnd(length)
    const code = await new Promise((resolve, reject) => {
      const headers = { ...json, authorization, expect: '100-continue', 'content-length': length }
      const asked = request({ port, host: '127.0.0.1', path: '/api/people', method: 'POST', headers, agent: false })
      asked.on('error', reject)
      asked.on('continue', () => {
        memory.database
          .open(sessionsStore)
          .remove(sessionId)
          .then(() => asked.end(text), reject)
      })
      asked.on('response', async (answer) => resolve(JSON.parse(Buffer.concat(await answer.toArray()).toString()).code))
      asked.flushHeaders()
    })
    expect(code).toBe('SIGN_IN_NEEDED')
  })

  it('counts what really comes when no length is told', async () => {
    const { status, reply } = await post('/api/library', 'x'.repeat(3 * KB * KB), chunked)
    expect([status, reply.code]).toEqual([413, 'TOO_LARGE'])
  })
})
