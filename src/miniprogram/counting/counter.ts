import type { Reply } from '../../contract'
import type { Counts } from '../../domain/figures/counts'
import { hourOf } from '../../domain/time'
import type { Storage } from '../phone/storage'
import { add, type Batch, empty, type Ledger, seal, settle } from './ledger'

const NAME = 'tallies'
const SEND_EVERY_MS = 60_000
/** The cloud will never take these, however often they are sent. */
const hopeless: readonly string[] = ['INVALID_INPUT', 'UNKNOWN_ACTION', 'TOO_LARGE', 'NOT_ALLOWED']

type Send = (batch: Batch) => Promise<Reply<unknown, never>>

/** Random and nothing else: it tells two batches apart and says nothing about a phone. */
export const newBatchId = () =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('')

export const createCounter = (send: Send, storage: Storage, newId: () => string = newBatchId) => {
  let ledger: Ledger | null = null
  let sending: Promise<void> | null = null
  let sentAt = 0

  const held = () => {
    ledger ??= storage.read<Ledger>(NAME) ?? empty
    return ledger
  }
  const hold = (next: Ledger) => {
    if (next === ledger) return
    ledger = next
    storage.write(NAME, next)
  }

  const sendAll = async () => {
    hold(seal(held(), newId))
    for (const batch of held().batches) {
      const reply = await send(batch)
      if (!reply.ok && !hopeless.includes(reply.code)) return
      hold(settle(held(), batch.batchId))
    }
  }

  /** Sends what is waiting, one batch after another; what does not arrive waits for the next time. */
  const flush = (now: number): Promise<void> => {
    if (held().open.length === 0 && held().batches.length === 0) return Promise.resolve()
    sentAt = now
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  return {
    count: (pieceId: string, counts: Partial<Counts>, now: number) => {
      if (sentAt === 0) sentAt = now
      hold(add(held(), pieceId, hourOf(new Date(now)), counts))
      if (now - sentAt >= SEND_EVERY_MS) void flush(now)
    },
    flush,
    forget: () => {
      ledger = empty
      storage.remove(NAME)
    },
  }
}
