import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, type ServerProcess, startServer } from './server-process'
import { survive } from './survive'

describe('the server, killed at any moment', () => {
  it('loses nothing it has acknowledged, its very first start included', async () => {
    const { acknowledged, lost, starts } = await survive(8)
    console.log(`killed ${starts} times, ${acknowledged} acknowledged writes, ${lost.length} lost`)
    expect(lost).toEqual([])
    expect(starts).toBe(8)
    expect(acknowledged).toBeGreaterThan(40)
  }, 600_000)
})

describe('one data folder', () => {
  let dataDir: string
  let first: ServerProcess
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'one-owner-'))
    first = startServer(dataDir, await freePort())
    await first.ready
  })
  afterAll(async () => {
    await first.kill()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('is refused to a second process, which says who has it', async () => {
    const second = startServer(dataDir, await freePort())
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/in use by process \d+/)
    expect((await fetch(`${first.url}/healthz`)).ok).toBe(true)
  })

  it('is given over after a clean end, with everything in it and no new links for those who have joined', async () => {
    const links = () => first.said().match(/#\/join\//g)?.length ?? 0
    const before = links()
    expect(before).toBeGreaterThan(1)
    const code = /#\/join\/([\w-]+)/.exec(first.said())?.[1]
    const ask = (server: ServerProcess, action: string, data: unknown) =>
      fetch(`${server.url}/api/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ action, data }),
      }).then((response) => response.json())
    expect(await ask(first, 'invitations.accept', { code, password: '竹子和雨声 2026' })).toMatchObject({ ok: true })
    expect(await first.stop()).toBe(0)
    first = startServer(dataDir, await freePort())
    await first.ready
    expect(links()).toBe(before - 1)
    expect(await ask(first, 'invitations.open', { code })).toMatchObject({ ok: false, code: 'INVITATION_NOT_VALID' })
  })
})
