import { describe, expect, it } from 'vitest'
import type { Reply } from '../../contract'
import type { Storage } from '../phone/storage'
import { createCounter, newBatchId } from './counter'
import type { Batch } from './ledger'

const memory = (): Storage => {
  const values = new Map<string, string>()
  return {
    read: (name) => (values.has(name) ? JSON.parse(values.get(name) as string) : null),
    write: (name, value) => {
      values.set(name, JSON.stringify(value))
      return true
    },
    remove: (name) => {
      values.delete(name)
    },
  }
}

const answering = (reply: () => Reply<unknown, never>) => {
  const sent: Batch[] = []
  return {
    sent,
    send: async (batch: Batch) => {
      sent.push(batch)
      return reply()
    },
  }
}

const NOON = Date.parse('2026-11-22T04:00:00.000Z')

describe('the counter', () => {
  it('sends what was counted as one batch and forgets it when acknowledged', async () => {
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    const counter = createCounter(send, memory())
    counter.count('a', { reads: 1 }, NOON)
    counter.count('a', { seconds: 9 }, NOON + 5_000)
    await counter.flush(NOON + 6_000)
    await counter.flush(NOON + 7_000)
    expect(sent.map((batch) => batch.tallies)).toEqual([
      [{ pieceId: 'a', hour: '2026-11-22T12', reads: 1, seconds: 9 }],
    ])
  })

  it('keeps a batch with its id through a dead network and a new start', async () => {
    const storage = memory()
    const dead = answering(() => ({ ok: false, code: 'OFFLINE' }))
    const before = createCounter(dead.send, storage)
    before.count('a', { reads: 1 }, NOON)
    await before.flush(NOON)

    const alive = answering(() => ({ ok: true, data: {} }))
    await createCounter(alive.send, storage).flush(NOON + 86_400_000)
    expect(alive.sent).toEqual(dead.sent)
    const later = answering(() => ({ ok: true, data: {} }))
    await createCounter(later.send, storage).flush(NOON)
    expect(later.sent).toEqual([])
  })

  it('lets go of a batch the cloud can never take', async () => {
    const { sent, send } = answering(() => ({ ok: false, code: 'INVALID_INPUT' }))
    const counter = createCounter(send, memory())
    counter.count('a', { reads: 1 }, NOON)
    await counter.flush(NOON)
    await counter.flush(NOON)
    expect(sent).toHaveLength(1)
  })

  it('sends by itself after a minute of counting', async () => {
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    const counter = createCounter(send, memory())
    counter.count('a', { seconds: 5 }, NOON)
    counter.count('a', { seconds: 5 }, NOON + 59_999)
    expect(sent).toHaveLength(0)
    counter.count('a', { seconds: 5 }, NOON + 60_000)
    expect(sent).toHaveLength(1)
  })

  it('makes ids the contract accepts', () => {
    const ids = Array.from({ length: 200 }, newBatchId)
    expect(new Set(ids).size).toBe(200)
    expect(ids.every((id) => /^[A-Za-z0-9_-]{16,40}$/.test(id))).toBe(true)
  })
})
