import { describe, expect, it } from 'vitest'
import { sendHttp } from './send'

const answering = (status: number, body: string) => async () => new Response(body, { status })
const ask = (fetcher: typeof fetch, token: string | null = null) =>
  sendHttp(fetcher, '', token, 'library', { action: 'desk.list', data: {} })

describe('sending over HTTP', () => {
  it('hands on a reply as the cloud said it', async () => {
    expect(await ask(answering(200, '{"ok":true,"data":{"rows":[]}}'))).toEqual({ ok: true, data: { rows: [] } })
    expect(await ask(answering(500, '{"ok":false,"code":"INTERNAL","requestId":"r1"}'))).toEqual({
      ok: false,
      code: 'INTERNAL',
      requestId: 'r1',
    })
  })

  it('never takes a stranger for the cloud', async () => {
    expect(await ask(answering(200, '<html>请先登录无线网</html>'))).toEqual({ ok: false, code: 'INTERNAL' })
    expect(await ask(answering(200, '{"status":"up"}'))).toEqual({ ok: false, code: 'INTERNAL' })
    expect(await ask(answering(413, 'too large'))).toEqual({ ok: false, code: 'TOO_LARGE' })
  })

  it('says whether it was cut off or waited too long', async () => {
    expect(await ask(() => Promise.reject(new TypeError('Failed to fetch')))).toEqual({ ok: false, code: 'OFFLINE' })
    for (const name of ['TimeoutError', 'AbortError'])
      expect(await ask(() => Promise.reject(new DOMException('late', name)))).toEqual({ ok: false, code: 'TIMED_OUT' })
  })

  it('lets a fault of its own through', async () => {
    await expect(ask(() => Promise.reject(new RangeError('ours')))).rejects.toThrow('ours')
  })

  it('shows the token in the header only, and none when there is none', async () => {
    const seen: { url: string; header: string | null }[] = []
    const watching: typeof fetch = async (url, init) => {
      seen.push({ url: String(url), header: new Headers(init?.headers).get('authorization') })
      return new Response('{"ok":true,"data":{}}')
    }
    await ask(watching, 's_secret')
    await ask(watching)
    expect(seen).toEqual([
      { url: '/api/library', header: 'Bearer s_secret' },
      { url: '/api/library', header: null },
    ])
  })
})
