import { describe, expect, it } from 'vitest'
import type { Reply } from '../../contract'
import type { Storage } from '../phone/storage'
import { createCounter, newBatchId } from './counter'
import { countingReads } from './countings'
import type { Batch as BatchOf } from './ledger'

type Batch = BatchOf<Parameters<(typeof countingReads)['key']>[0]>

const memory = (from?: Storage): Storage => {
  const values = new Map(from?.names().map((name) => [name, JSON.stringify(from.read(name))]))
  return {
    names: () => [...values.keys()],
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
    const counter = createCounter(countingReads, send, memory())
    counter.count({ pieceId: 'a', reads: 1 }, NOON)
    counter.count({ pieceId: 'a', seconds: 9 }, NOON + 5_000)
    await counter.flush(NOON + 6_000)
    await counter.flush(NOON + 7_000)
    expect(sent.map((batch) => batch.tallies)).toEqual([
      [{ pieceId: 'a', hour: '2026-11-22T12', reads: 1, seconds: 9 }],
    ])
  })

  it('keeps a batch with its id through a dead network and a new start', async () => {
    const storage = memory()
    const dead = answering(() => ({ ok: false, code: 'OFFLINE' }))
    const before = createCounter(countingReads, dead.send, storage)
    before.count({ pieceId: 'a', reads: 1 }, NOON)
    await before.flush(NOON)

    const alive = answering(() => ({ ok: true, data: {} }))
    await createCounter(countingReads, alive.send, storage).flush(NOON + 86_400_000)
    expect(alive.sent).toEqual(dead.sent)
    const later = answering(() => ({ ok: true, data: {} }))
    await createCounter(countingReads, later.send, storage).flush(NOON)
    expect(later.sent).toEqual([])
  })

  it('lets go of a batch the cloud can never take', async () => {
    const { sent, send } = answering(() => ({ ok: false, code: 'INVALID_INPUT' }))
    const counter = createCounter(countingReads, send, memory())
    counter.count({ pieceId: 'a', reads: 1 }, NOON)
    await counter.flush(NOON)
    await counter.flush(NOON)
    expect(sent).toHaveLength(1)
  })

  it('sends by itself after a minute of counting', async () => {
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    const counter = createCounter(countingReads, send, memory())
    counter.count({ pieceId: 'a', seconds: 5 }, NOON)
    counter.count({ pieceId: 'a', seconds: 5 }, NOON + 59_999)
    expect(sent).toHaveLength(0)
    counter.count({ pieceId: 'a', seconds: 5 }, NOON + 60_000)
    expect(sent).toHaveLength(1)
  })

  it('counts what was read once although two tabs of a browser hold it', async () => {
    const storage = memory()
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    const one = createCounter(countingReads, send, storage)
    const two = createCounter(countingReads, send, storage)
    one.count({ pieceId: 'a', reads: 1 }, NOON)
    two.count({ pieceId: 'b', reads: 1 }, NOON)
    one.count({ pieceId: 'a', seconds: 5 }, NOON)
    await Promise.all([one.flush(NOON), two.flush(NOON)])
    await two.flush(NOON)
    const once = new Map(sent.map((batch) => [batch.batchId, batch.tallies]))
    expect([...once.values()]).toEqual([
      [
        { pieceId: 'b', hour: '2026-11-22T12', reads: 1 },
        { pieceId: 'a', hour: '2026-11-22T12', reads: 1, seconds: 5 },
      ],
    ])
    expect(storage.names()).toEqual([])
  })

  it('sends the same counts under one id from two tabs that do not see what the other just wrote', async () => {
    const storage = memory()
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    createCounter(countingReads, send, storage).count({ pieceId: 'a', reads: 1 }, NOON)
    const tabs = [storage, memory(storage)].map((seen) => createCounter(countingReads, send, seen))
    await Promise.all(tabs.map((tab) => tab.flush(NOON)))
    expect(sent).toHaveLength(2)
    expect(sent[0]).toEqual(sent[1])
  })

  it('counts on in a phone without room', async () => {
    const { sent, send } = answering(() => ({ ok: true, data: {} }))
    const counter = createCounter(countingReads, send, { ...memory(), write: () => false })
    counter.count({ pieceId: 'a', reads: 1 }, NOON)
    counter.count({ pieceId: 'a', seconds: 5 }, NOON)
    await counter.flush(NOON)
    await counter.flush(NOON)
    expect(sent.map((batch) => batch.tallies)).toEqual([
      [{ pieceId: 'a', hour: '2026-11-22T12', reads: 1, seconds: 5 }],
    ])
  })

  it('forgets everything not yet sent, also what was about to follow a batch on its way', async () => {
    const storage = memory()
    const dead = createCounter(countingReads, async () => ({ ok: false, code: 'OFFLINE' }), storage)
    for (const piece of ['a', 'b']) {
      dead.count({ pieceId: piece, reads: 1 }, NOON)
      await dead.flush(NOON)
    }
    const sent: Batch[] = []
    let arrive: (reply: Reply<unknown, never>) => void = () => undefined
    const counter = createCounter(
      countingReads,
      (batch) => {
        sent.push(batch)
        return new Promise((resolve) => {
          arrive = resolve
        })
      },
      storage,
    )
    const flushed = counter.flush(NOON)
    counter.forget()
    arrive({ ok: true, data: {} })
    await flushed
    expect(sent).toHaveLength(1)
    expect(storage.names()).toEqual([])
  })

  it('makes ids the contract accepts', () => {
    const ids = Array.from({ length: 200 }, newBatchId)
    expect(new Set(ids).size).toBe(200)
    expect(ids.every((id) => /^[A-Za-z0-9_-]{16,40}$/.test(id))).toBe(true)
  })
})
