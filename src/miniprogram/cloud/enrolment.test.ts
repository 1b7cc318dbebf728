import { describe, expect, it } from 'vitest'
import type { Request } from '../../contract/client'
import type { AnyReply } from './cut-off'
import { withEnrolment } from './enrolment'

const keyStore = (held: string | null = null) => {
  let value = held
  return {
    read: () => value,
    keep: (key: string) => {
      value = key
    },
    drop: () => {
      value = null
    },
  }
}

/** A cloud that knows the keys it gave out. */
const cloud = () => {
  const known = new Set<string>()
  const calls: { action: string; key: string | null }[] = []
  const send = async (_: string, request: Request, key: string | null): Promise<AnyReply> => {
    calls.push({ action: request.action, key })
    if (key !== null && !known.has(key)) return { ok: false, code: 'SIGN_IN_NEEDED' }
    if (request.action === 'devices.enrol') {
      const given = `d_${known.size + 1}`
      known.add(given)
      return { ok: true, data: { key: given } }
    }
    if (request.action.startsWith('favourites.') && key === null) return { ok: false, code: 'NOT_ALLOWED' }
    return { ok: true, data: {} }
  }
  return { calls, send }
}

const add: Request = { action: 'favourites.add', data: { pieceId: 'p' } }

describe('enrolment of a browser', () => {
  it('reads as a visitor without a key', async () => {
    const { calls, send } = cloud()
    await withEnrolment(send, keyStore())('library', { action: 'pieces.home', data: {} })
    expect(calls).toEqual([{ action: 'pieces.home', key: null }])
  })

  it('is given a key at the first need and asks again', async () => {
    const { calls, send } = cloud()
    const key = keyStore()
    expect(await withEnrolment(send, key)('library', add)).toEqual({ ok: true, data: {} })
    expect(calls.map((c) => c.action)).toEqual(['favourites.add', 'devices.enrol', 'favourites.add'])
    expect(key.read()).toBe('d_1')
  })

  it('enrols once for two needs at the same moment', async () => {
    const { calls, send } = cloud()
    const ask = withEnrolment(send, keyStore())
    const replies = await Promise.all([ask('library', add), ask('library', add)])
    expect(replies.every((reply) => reply.ok)).toBe(true)
    expect(calls.filter((c) => c.action === 'devices.enrol')).toHaveLength(1)
  })

  it('drops a key the cloud does not know and enrols anew when needed', async () => {
    const { send } = cloud()
    const key = keyStore('d_lost')
    expect((await withEnrolment(send, key)('library', { action: 'pieces.home', data: {} })).ok).toBe(true)
    expect(key.read()).toBeNull()
    expect((await withEnrolment(send, key)('library', add)).ok).toBe(true)
    expect(key.read()).toBe('d_1')
  })

  it('gives no key for asking what is stored, and none for having it destroyed', async () => {
    const { calls, send } = cloud()
    const refusing = async (name: never, request: Request, key: string | null): Promise<AnyReply> => {
      const reply = await send(name, request, key)
      return key === null && request.action.startsWith('privacy.') ? { ok: false, code: 'NOT_ALLOWED' } : reply
    }
    const key = keyStore('d_lost')
    const ask = withEnrolment(refusing as never, key)
    for (const action of ['privacy.stored', 'privacy.destroy'])
      expect(await ask('people', { action, data: {} })).toEqual({ ok: false, code: 'SIGN_IN_NEEDED' })
    expect(key.read()).toBeNull()
    expect(calls.map((call) => call.action)).not.toContain('devices.enrol')
  })

  it('tells why when no key is given', async () => {
    const send = async (_: string, request: Request): Promise<AnyReply> => ({
      ok: false,
      code: request.action === 'devices.enrol' ? 'TOO_MANY_TRIES' : 'NOT_ALLOWED',
    })
    expect(await withEnrolment(send, keyStore())('library', add)).toEqual({ ok: false, code: 'TOO_MANY_TRIES' })
  })

  it.each(['tallies.record', 'uses.record'])('never shows the key with %s', async (action) => {
    const { calls, send } = cloud()
    await withEnrolment(send, keyStore('d_1'))('insights', { action, data: {} })
    expect(calls).toEqual([{ action, key: null }])
  })
})
