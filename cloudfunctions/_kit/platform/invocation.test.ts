import { describe, expect, it } from 'vitest'
import { readInvocation } from './invocation'

const now = new Date('2026-03-10T02:00:00.000Z')
const nobody = { openid: '', source: '' }
const anna = { openid: 'o-anna', source: 'wx_client' }
const carrying = (environment: object) => ({ environment: JSON.stringify(environment), request_id: 'r-1' })
const read = (context: unknown, ambient = nobody) => readInvocation(context, ambient, now)

describe('who an invocation is for', () => {
  it('is whom it names itself', () => {
    const ben = carrying({ WX_OPENID: 'o-ben', TCB_SOURCE: 'wx_client' })
    const clear = { openid: 'o-ben', identity: 'own', source: 'wx_client', requestId: 'r-1', now }
    expect(read(ben)).toEqual(clear)
    expect(read(ben, { openid: 'o-ben', source: 'wx_trigger' })).toEqual(clear)
  })

  it('is nobody when it names nobody, whoever the process remembers', () => {
    expect(read(carrying({ TCB_SOURCE: 'wx_trigger' }), anna)).toMatchObject({
      openid: '',
      identity: 'own',
      source: 'wx_trigger',
    })
    expect(read(carrying({}), anna)).toMatchObject({ openid: '', identity: 'own', source: '' })
    expect(read(carrying({ WX_OPENID: null }), anna)).toMatchObject({ openid: '', identity: 'own' })
  })

  it('is unclear when the two name different people', () => {
    expect(read(carrying({ WX_OPENID: 'o-ben' }), anna)).toMatchObject({ openid: '', identity: 'unclear' })
  })

  it('is unclear when what it carries cannot be read', () => {
    for (const environment of ['{', 'null', '"o-ben"', '[]', '7', 7, [], true])
      expect(read({ environment }, anna)).toMatchObject({ openid: '', identity: 'unclear' })
  })

  it('is whom the process remembers only where it carries nothing', () => {
    for (const context of [undefined, null, {}, { environment: undefined }, { environment: '' }, 'text', []])
      expect(read(context, anna)).toMatchObject({ openid: 'o-anna', identity: 'ambient', source: 'wx_client' })
  })

  it('takes what it carries as an object too', () => {
    expect(read({ environment: { WX_OPENID: 'o-ben' } })).toMatchObject({ openid: 'o-ben', identity: 'own' })
  })

  it('has a request id in any case', () => {
    expect(read(undefined).requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(read({ request_id: '' }).requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(read({ request_id: {} }).requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})
