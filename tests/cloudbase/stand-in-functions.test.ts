import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCloud } from './stand-in/function-runner'
import { openStandIn, type StandIn } from './stand-in/open-stand-in'

const sdkPath = createRequire(import.meta.url).resolve('wx-server-sdk')

const PROBE = `
const cloud = require(${JSON.stringify(sdkPath)})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
let served = 0
const acts = {
  who: async (event, context) => ({
    wx: cloud.getWXContext(),
    env: context.environment ? JSON.parse(context.environment) : null,
    event, served: ++served, context: { name: context.function_name, id: context.request_id },
    names: Object.keys(process.env).filter((key) => /^(WX_|TCB_)/.test(key)),
    secret: process.env.PROBE_KEY,
  }),
  note: async ({ id }) => cloud.database().collection('notes').add({ data: { _id: id, by: cloud.getWXContext().OPENID } }),
  ask: async ({ to }) => (await cloud.callFunction({ name: to, data: { act: 'who' } })).result,
  fail: async () => { throw new Error('broken inside') },
  forever: () => new Promise(() => {}),
  size: async ({ bytes }) => 'x'.repeat(bytes),
  page: async () => ({ statusCode: 201, headers: { 'Content-Type': 'text/plain' }, isBase64Encoded: true,
    body: Buffer.from('你好').toString('base64') }),
  say: async () => { console.log('a line of the log'); return null },
}
exports.main = async (event, context) => {
  const act = event.act || (event.queryStringParameters || {}).act || 'who'
  return acts[act](event, context)
}
`

interface Seen {
  wx: Record<string, unknown>
  env: Record<string, string> | null
  event: Record<string, unknown>
  served: number
  names: string[]
  secret: string
  context: { name: string; id: string }
}

let folder = ''
let standIn: StandIn
let cloud: ReturnType<typeof openCloud>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stand-in-functions-'))
  for (const name of ['probe', 'other']) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'index.js'), PROBE)
  }
  standIn = await openStandIn()
  standIn.provision({ collections: [{ name: 'notes' }] })
  cloud = openCloud({ functionsDir: folder, standIn, env: { PROBE_KEY: 'k1' }, timeLimitMs: 5_000 })
})

afterEach(() => {
  cloud.stale(false)
  cloud.bareContext(false)
})

afterAll(async () => {
  await cloud.close()
  await standIn.close()
  rmSync(folder, { recursive: true })
})

const who = async (openid: string) => (await cloud.call('probe', { act: 'who', x: 1 }, { openid })) as Seen
const whoByHttp = async (): Promise<Seen> => JSON.parse((await cloud.http('probe', {})).body)
const whoByTimer = async () => (await cloud.timer('probe')) as Seen

describe('a function called from the mini-program', () => {
  it('knows the caller from process.env and from its context', async () => {
    const seen = await who('o-anna')
    expect(seen.wx).toMatchObject({ OPENID: 'o-anna', SOURCE: 'wx_client', ENV: standIn.envId })
    expect(seen.env).toMatchObject({ WX_OPENID: 'o-anna', TCB_SOURCE: 'wx_client', TCB_ENV: standIn.envId })
    expect(seen.event).toMatchObject({ act: 'who', x: 1, userInfo: { openId: 'o-anna' } })
    expect(seen.secret).toBe('k1')
    expect(seen.context).toEqual({ name: 'probe', id: cloud.invoked.at(-1)?.invocation })
  })

  it('stays warm from call to call', async () => {
    const first = await who('o-anna')
    const second = await who('o-ben')
    expect(second.served).toBe(first.served + 1)
    expect(second.wx.OPENID).toBe('o-ben')
  })

  it('never mixes callers, however many come at once', async () => {
    const callers = Array.from({ length: 40 }, (_, at) => `o-${at}`)
    await Promise.all(callers.map((openid) => cloud.call('probe', { act: 'note', id: openid }, { openid })))
    const notes = standIn.dump('notes')
    expect(notes).toHaveLength(40)
    expect(notes.every(({ _id, by }) => _id === by)).toBe(true)
    const writes = standIn.calls.list.filter(({ action }) => action === 'database.insertDocument')
    expect(writes.every(({ invocation }) => standIn.invocations.get(invocation)?.source === 'mini-program')).toBe(true)
    expect(new Set(writes.map(({ invocation }) => invocation)).size).toBe(40)
  })

  it('is refused more than 100 KB in and more than 1 MB out', async () => {
    const big = { act: 'who', text: 'x'.repeat(100 * 1024) }
    await expect(cloud.call('probe', big, { openid: 'o' })).rejects.toMatchObject({ errCode: -1 })
    const asked = cloud.call('probe', { act: 'size', bytes: 1024 * 1024 + 1 }, { openid: 'o' })
    await expect(asked).rejects.toMatchObject({ errCode: -604001 })
    expect(await cloud.call('probe', { act: 'size', bytes: 1000 * 1000 }, { openid: 'o' })).toHaveLength(1_000_000)
  })

  it('tells its faults as the platform does', async () => {
    const failed = cloud.call('probe', { act: 'fail' }, { openid: 'o' })
    await expect(failed).rejects.toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('broken inside') })
    await expect(cloud.call('nowhere', {}, { openid: 'o' })).rejects.toMatchObject({ errCode: -501000 })
  })

  it('is ended when its time is over, and the next call gets a fresh instance', async () => {
    const quick = openCloud({ functionsDir: folder, standIn, timeLimitMs: 2_000, instancesPerFunction: 1 })
    const late = quick.call('probe', { act: 'forever' }, { openid: 'o' })
    await expect(late).rejects.toMatchObject({ errCode: -504003 })
    expect(((await quick.call('probe', {}, { openid: 'o' })) as Seen).served).toBe(1)
    await quick.close()
  })

  it('has what it writes to the console kept for the test', async () => {
    await cloud.call('probe', { act: 'say' }, { openid: 'o' })
    await expect.poll(() => cloud.logs.join('')).toContain('a line of the log')
  })
})

describe('a function called another way', () => {
  it('has no WeChat identity over HTTP, and answers a whole response', async () => {
    const seen = await whoByHttp()
    expect(seen.wx).toEqual({})
    expect(seen.names.filter((key) => key.startsWith('WX_'))).toEqual([])
    expect(seen.event).toMatchObject({ path: '/', httpMethod: 'GET', headers: {}, isBase64Encoded: false })
    const page = await cloud.http('probe', { queryStringParameters: { act: 'page' } })
    expect(page).toMatchObject({ statusCode: 201, body: '你好', headers: { 'content-type': 'text/plain' } })
  })

  it('knows a timer by its source and its event', async () => {
    const seen = await whoByTimer()
    expect(seen.wx).toMatchObject({ SOURCE: 'wx_trigger' })
    expect(seen.wx).not.toHaveProperty('OPENID')
    expect(seen.env).toMatchObject({ TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' })
    expect(seen.event).toMatchObject({ Type: 'Timer', TriggerName: 'probe-timer', Time: expect.any(String) })
  })

  it('sees the caller and the chain when another function calls it', async () => {
    standIn.onInvoke(cloud.nested)
    const seen = (await cloud.call('probe', { act: 'ask', to: 'other' }, { openid: 'o-anna' })) as Seen
    expect(seen.wx).toMatchObject({ OPENID: 'o-anna', SOURCE: 'wx_client,scf' })
    expect(seen.context.name).toBe('other')
  })
})

describe('a stale environment', () => {
  it('leaves the previous caller in process.env for timers and HTTP', async () => {
    await who('o-anna')
    cloud.stale('where-absent')
    const byHttp = await whoByHttp()
    expect(byHttp.wx).toMatchObject({ OPENID: 'o-anna', SOURCE: 'wx_client' })
    expect(byHttp.env).not.toHaveProperty('WX_OPENID')
    expect((await whoByTimer()).wx).toMatchObject({ OPENID: 'o-anna', SOURCE: 'wx_trigger' })
    expect((await who('o-ben')).wx.OPENID).toBe('o-ben')
  })

  it('can leave the previous caller in the way of the next one too', async () => {
    await who('o-anna')
    cloud.stale(true)
    const seen = await who('o-ben')
    expect([seen.wx.OPENID, seen.env?.WX_OPENID]).toEqual(['o-anna', 'o-ben'])
  })

  it('is gone with the next clean invocation', async () => {
    await who('o-anna')
    expect((await whoByHttp()).wx).toEqual({})
  })

  it('can come without context.environment', async () => {
    cloud.bareContext(true)
    const seen = await who('o-anna')
    expect([seen.wx.OPENID, seen.env]).toEqual(['o-anna', null])
  })
})
