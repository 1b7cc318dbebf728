import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../../cloudfunctions/_kit/acts'
import { invitationsStore, secondFactorsStore, sessionsStore, staffStore } from '../../../cloudfunctions/_kit/identity'
import { secretId } from '../../../cloudfunctions/_kit/keys'
import { openSession } from '../../domain/staff/session'
import type { StaffMember } from '../../domain/staff/staff'
import { type OpenServer, openServer } from '../server'
import { ask } from '../testing/ask'
import { command } from './command'

const PATIENCE = 180_000
const root = mkdtempSync(join(tmpdir(), 'xinyi-link-'))
const dataDir = join(root, 'data')
const env = { DATA_DIR: dataDir, PUBLIC_URL: 'https://xinyi.example.cn' }
let server: OpenServer

const wang: StaffMember = {
  id: 'wang',
  name: '王建国',
  login: 'wang',
  grants: [{ role: 'manager', branchId: 'city' }],
  active: true,
  passwordHash: 'scrypt$forgotten$forgotten',
  createdAt: '2026-03-10T00:00:00.000Z',
  origin: '',
  waiting: null,
}

beforeAll(async () => {
  server = await openServer({ dataDir, port: 0, clock: false, seeded: false })
  await server.database.open(staffStore).insert(wang)
  await server.database.open(staffStore).insert({ ...wang, id: 'gone', login: 'gone', active: false })
  await server.database.open(sessionsStore).insert(openSession(secretId('s_x'), wang, 'Firefox', new Date()))
}, PATIENCE)
afterAll(async () => {
  await server.close()
  rmSync(root, { recursive: true })
}, PATIENCE)

const told = async (...words: string[]) => {
  const lines: string[] = []
  const exit = await command(['link', ...words], env, (line) => lines.push(line))
  return { exit, lines }
}

describe('the command that makes a link', () => {
  it('lets a sole manager in again: the old password, factor and sessions end, and it is on record', async () => {
    const { exit, lines } = await told('wang')
    expect(exit).toBe(0)
    const code = /https:\/\/xinyi\.example\.cn\/admin\/#\/join\/(i_[\w-]{43})$/.exec(lines[1] ?? '')?.[1] ?? ''
    const reply = await ask(Number(new URL(server.url).port), '/api/people', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'invitations.accept', data: { code, password: 'green-kettle-and-boat' } }),
    })
    expect(JSON.parse(reply.body.toString())).toMatchObject({ ok: true, data: { name: '王建国', joining: true } })
    expect(await server.database.open(sessionsStore).get(secretId('s_x'))).toBeUndefined()
    expect(await server.database.open(secondFactorsStore).get('wang')).toBeUndefined()
    const acts = (await server.database.open(actsStore).find({ index: 'byTime', limit: 10 })).rows
    expect(acts).toMatchObject([{ what: 'relinked', by: 'server', about: '王建国', branchId: 'city' }])
  })

  it('makes none for a login nobody has, nor for somebody who has left', async () => {
    expect(await told('nobody')).toEqual({ exit: 1, lines: ['Nobody has the login nobody.'] })
    expect((await told('gone')).exit).toBe(1)
    expect(await server.database.open(invitationsStore).count({ index: 'byStaff', where: { staffId: 'gone' } })).toBe(0)
    expect((await told()).exit).toBe(2)
  })
})
