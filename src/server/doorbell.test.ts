import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { type Api, createApi } from '../contract/client'
import { CITY } from '../domain/branches/words'
import { currentVersion } from '../domain/consents/texts'
import { openSession } from '../domain/staff/session'
import type { Role } from '../domain/staff/words'
import { type OpenServer, openServer } from './server'
import { memoryDatabase } from './testing/memory-database'

const folder = mkdtempSync(join(tmpdir(), 'xinyi-doorbell-'))
let memory: Awaited<ReturnType<typeof memoryDatabase>>
let server: OpenServer
const hangUps: (() => void)[] = []

beforeAll(async () => {
  for (const name of ['admin', 'h5']) {
    mkdirSync(join(folder, 'dist', name), { recursive: true })
    writeFileSync(join(folder, 'dist', name, 'index.html'), '<title>心驿</title>')
  }
  memory = await memoryDatabase()
  const { database } = memory
  const dataDir = join(folder, 'data')
  server = await openServer({ database, dataDir, dist: join(folder, 'dist'), port: 0, seeded: false, clock: false })
})
afterEach(() => {
  for (const hangUp of hangUps.splice(0)) hangUp()
})
afterAll(async () => {
  await server.close()
  await memory.close()
  rmSync(folder, { recursive: true })
})

const bearing = (bearer: string): Api =>
  createApi(async (name, request) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
    const init = { method: 'POST', headers, body: JSON.stringify(request) }
    return (await fetch(`${server.url}/api/${name}`, init)).json() as never
  })

async function employee() {
  const enrolled = await bearing('none').devices.enrol({})
  if (!enrolled.ok) throw new Error(enrolled.code)
  const api = bearing(enrolled.data.key)
  await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') })
  return { api, bearer: enrolled.data.key }
}

async function colleague(id: string, role: Role) {
  const now = new Date()
  const member = {
    id,
    name: '何静',
    login: id,
    grants: [{ role, branchId: CITY }],
    active: true,
    passwordHash: `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`,
    createdAt: now.toISOString(),
    origin: id,
    waiting: null,
  }
  const bearer = newSecret('s_')
  await memory.database.open(staffStore).insert(member)
  await memory.database.open(sessionsStore).insert(openSession(secretId(bearer), member, 'Firefox', now))
  return { api: bearing(bearer), bearer }
}

/** Listens, and gives what waits for the next ring. */
async function listen(bearer?: string) {
  const cut = new AbortController()
  hangUps.push(() => cut.abort())
  const headers = bearer ? { authorization: `Bearer ${bearer}` } : undefined
  const answer = await fetch(`${server.url}/api/doorbell`, { signal: cut.signal, ...(headers && { headers }) })
  const reader = answer.body?.getReader()
  let heard = ''
  const rung = async () => {
    for (;;) {
      const at = heard.indexOf('\n\n')
      if (at >= 0) {
        const event = heard.slice(0, at)
        heard = heard.slice(at + 2)
        if (event.startsWith('event: ring')) return event
        continue
      }
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return 'closed'
      heard += new TextDecoder().decode(chunk.value)
    }
  }
  return { status: answer.status, rung }
}

const id = () =>
  newSecret('s_')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 24)

describe('the doorbell', () => {
  it('rings whoever it is for when somebody writes, and says nothing of what', async () => {
    const lin = await employee()
    const he = await colleague('he', 'counsellor')
    const bell = { lin: await listen(lin.bearer), he: await listen(he.bearer) }
    expect(await bell.lin.rung()).toBe('event: ring\ndata: ')
    expect(await bell.he.rung()).toBe('event: ring\ndata: ')

    const chatId = id()
    expect((await lin.api.chats.ask({ chatId })).ok).toBe(true)
    await bell.lin.rung()
    expect(await bell.he.rung()).toBe('event: ring\ndata: ')
    expect((await he.api.workbench.accept({ chatId })).ok).toBe(true)
    expect(await bell.lin.rung()).toBe('event: ring\ndata: ')
    expect((await he.api.workbench.send({ chatId, messageId: id(), text: '您好，我在' })).ok).toBe(true)
    const ring = await bell.lin.rung()
    expect(ring).toBe('event: ring\ndata: ')
    const pulled = await lin.api.chats.pull({ chatId, after: 0 })
    expect(pulled).toMatchObject({ ok: true, data: { messages: [{ text: '您好，我在' }] } })
  })
  it('is for nobody who has shown nothing, and for no other staff', async () => {
    const editor = await colleague('chen', 'editor')
    expect([(await listen()).status, (await listen(editor.bearer)).status, (await listen('made-up')).status]).toEqual([
      403, 403, 403,
    ])
  })
  it('is not heard by one caller any number of times', async () => {
    const lin = await employee()
    const heard = []
    for (let time = 0; time < 7; time++) heard.push((await listen(lin.bearer)).status)
    expect(heard).toEqual([200, 200, 200, 200, 200, 200, 429])
  })
  it('is not heard by a page of another site', async () => {
    const { bearer } = await employee()
    const headers = { authorization: `Bearer ${bearer}`, origin: 'https://elsewhere.example' }
    expect((await fetch(`${server.url}/api/doorbell`, { headers })).status).toBe(403)
  })
  it('hangs up when the server stops', async () => {
    const memoryOfTheirs = await memoryDatabase()
    const dataDir = join(folder, 'other')
    const options = { dataDir, dist: join(folder, 'dist'), port: 0, seeded: false, clock: false }
    const other = await openServer({ ...options, database: memoryOfTheirs.database })
    const enrol = JSON.stringify({ action: 'devices.enrol', data: {} })
    const headers = { 'content-type': 'application/json' }
    const reply = await (await fetch(`${other.url}/api/people`, { method: 'POST', headers, body: enrol })).json()
    const answer = await fetch(`${other.url}/api/doorbell`, { headers: { authorization: `Bearer ${reply.data.key}` } })
    const all = answer.text()
    await other.close()
    expect(await all).toBe('event: ring\ndata: \n\n')
    await memoryOfTheirs.close()
  })
})
