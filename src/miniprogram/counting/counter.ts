import type { Reply } from '../../contract'
import { hourOf } from '../../domain/time'
import type { Storage } from '../phone/storage'
import { add, type Batch, type Counting, empty, type Ledger, seal, settle } from './ledger'

const SEND_EVERY_MS = 60_000
/** The cloud will never take these, however often they are sent. */
const hopeless: readonly string[] = ['INVALID_INPUT', 'UNKNOWN_ACTION', 'TOO_LARGE', 'NOT_ALLOWED']

type Send<What> = (batch: Batch<What>) => Promise<Reply<unknown, never>>

/** Random and nothing else: it tells two batches apart and says nothing about a phone. */
export const newBatchId = () =>
  Array.from({ length: 3 }, () => Math.random().toString(36).slice(2, 10).padEnd(8, '0')).join('')

export const createCounter = <What>(
  counting: Counting<What>,
  send: Send<What>,
  storage: Storage,
  newId: () => string = newBatchId,
) => {
  /** Only what the phone had no room for: otherwise the ledger is read anew each time, since other tabs write it too. */
  let unwritten: Ledger<What> | null = null
  let sending: Promise<void> | null = null
  let sentAt = 0

  const held = (): Ledger<What> => unwritten ?? storage.read<Ledger<What>>(counting.name) ?? empty
  const forget = () => {
    unwritten = null
    storage.remove(counting.name)
  }
  const change = (by: (ledger: Ledger<What>) => Ledger<What>) => {
    const before = held()
    const next = by(before)
    if (next === before) return
    if (next.open.length === 0 && next.batches.length === 0) forget()
    else unwritten = storage.write(counting.name, next) ? null : next
  }

  const sendAll = async () => {
    change(seal)
    for (const { batchId } of held().batches) {
      // Forgotten meanwhile, or sent by another tab.
      const batch = held().batches.find((waiting) => waiting.batchId === batchId)
      if (!batch) continue
      const reply = await send(batch)
      if (!reply.ok && !hopeless.includes(reply.code)) return
      change((ledger) => settle(ledger, batchId))
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
    count: (what: What, now: number) => {
      if (sentAt === 0) sentAt = now
      change((ledger) => add(ledger, counting, hourOf(new Date(now)), what, newId))
      if (now - sentAt >= SEND_EVERY_MS) void flush(now)
    },
    flush,
    /** Drops what was not sent yet. */
    forget,
  }
}
