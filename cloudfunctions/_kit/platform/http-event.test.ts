import { describe, expect, it } from 'vitest'
import { allowedOrigin, type HttpEvent, httpAnswer, isHttp, preflight, readHttp } from './http-event'

const event = (more: Partial<HttpEvent> = {}): HttpEvent => ({ httpMethod: 'POST', headers: {}, body: '{}', ...more })
const ours = ['https://console.example.cn', 'https://h5.example.cn']

describe('an HTTP event', () => {
  it('is told from every other event by its method and its headers', () => {
    expect(isHttp(event())).toBe(true)
    for (const other of [undefined, null, 'POST', {}, { httpMethod: 'POST' }, { httpMethod: 1, headers: {} }])
      expect(isHttp(other)).toBe(false)
    expect(isHttp({ httpMethod: 'POST', headers: null })).toBe(false)
  })

  it('carries JSON, plain or in base64', () => {
    const text = JSON.stringify({ action: 'pieces.home', data: { title: '心驿' } })
    const encoded = Buffer.from(text).toString('base64')
    for (const more of [
      { body: text },
      { body: text, isBase64Encoded: 'false' },
      { body: encoded, isBase64Encoded: true },
      { body: encoded, isBase64Encoded: 'true' },
    ])
      expect(readHttp(event(more))).toMatchObject({ ok: true, data: { body: JSON.parse(text) } })
  })

  it('is refused without a body that is JSON, or by another method', () => {
    for (const more of [{ body: '' }, { body: '{' }, { body: undefined }, { body: {} }, { httpMethod: 'GET' }])
      expect(readHttp(event(more))).toEqual({ ok: false, code: 'INVALID_INPUT' })
    expect(readHttp(event({ body: '{}', isBase64Encoded: true }))).toMatchObject({ ok: false })
  })

  it('names a bearer only in the one shape there is', () => {
    const bearer = (authorization: string | undefined) => {
      const read = readHttp(event({ headers: { Authorization: authorization } }))
      return read.ok ? read.data.bearer : 'refused'
    }
    expect(bearer('Bearer s_abcdefghijk-_')).toBe('s_abcdefghijk-_')
    for (const wrong of [
      undefined,
      '',
      's_abcdefghijk',
      'Basic s_abcdefghijk',
      'Bearer  s_abcdefghijk',
      'Bearer short',
    ])
      expect(bearer(wrong)).toBeUndefined()
    expect(bearer(`Bearer s_${'a'.repeat(300)}`)).toBeUndefined()
    expect(bearer('Bearer s_abcdefghijk, Bearer s_lmnopqrstuv')).toBeUndefined()
  })

  it('takes the address from the platform alone, never from a header', () => {
    const headers = { 'x-forwarded-for': '198.51.100.1', 'x-real-ip': '198.51.100.1' }
    expect(readHttp(event({ headers }))).toMatchObject({ data: { address: '' } })
    const known = event({ headers, requestContext: { sourceIp: '203.0.113.9' } })
    expect(readHttp(known)).toMatchObject({ data: { address: '203.0.113.9' } })
  })

  it('keeps a few words about the browser', () => {
    const read = readHttp(event({ headers: { 'user-agent': 'x'.repeat(1000) } }))
    expect(read.ok && read.data.client).toHaveLength(200)
  })

  it('comes from a page of ours, or from no page', () => {
    const origin = (given?: string) => allowedOrigin(event({ headers: { Origin: given } }), ours)
    expect(origin()).toBe('')
    expect(origin(ours[1])).toBe(ours[1])
    for (const foreign of ['null', 'https://console.example.cn.elsewhere.cn', 'http://console.example.cn'])
      expect(origin(foreign)).toBeUndefined()
  })
})

describe('an HTTP answer', () => {
  it('is never kept, and names the page that may read it', () => {
    const answer = httpAnswer(200, { ok: true, data: {} }, 'https://console.example.cn')
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'access-control-allow-origin': 'https://console.example.cn',
      vary: 'origin',
    })
    expect(httpAnswer(403, {}, '').headers).not.toHaveProperty('access-control-allow-origin')
  })

  it('allows beforehand only what the contract needs', () => {
    const { statusCode, headers } = preflight('https://console.example.cn')
    expect([statusCode, headers['access-control-allow-methods']]).toEqual([204, 'POST'])
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
  })
})
