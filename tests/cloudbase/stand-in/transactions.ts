import { randomUUID } from 'node:crypto'
import type { Document } from './documents'
import { transactionGone } from './failures'

/** `database.startTransaction`: "transaction must be commit or abort in 30 seconds". */
export const LIFETIME_MS = 30_000

export interface Transaction {
  id: string
  invocation: string
  /** The store's clock at the first operation; unset until then. */
  snapshot: number | undefined
  /** Per collection, what this transaction alone sees; null is a removed document. */
  writes: Map<string, Map<string, Document | null>>
  ended: Promise<void>
  end: () => void
}

export interface Transactions {
  start: (invocation: string) => Transaction
  find: (id: unknown) => Transaction
  end: (transaction: Transaction) => void
  open: () => Transaction[]
  close: () => void
}

/** Transactions by id; one that outlives its time is ended as if it had been aborted. */
export function openTransactions(lifetimeMs: number, release: (transaction: Transaction) => void): Transactions {
  const running = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()

  function end(transaction: Transaction): void {
    const entry = running.get(transaction.id)
    if (!entry) return
    clearTimeout(entry.timer)
    running.delete(transaction.id)
    release(transaction)
    transaction.end()
  }

  return {
    start(invocation) {
      let finish = () => {}
      const ended = new Promise<void>((resolve) => {
        finish = resolve
      })
      const transaction: Transaction = {
        id: randomUUID(),
        invocation,
        snapshot: undefined,
        writes: new Map(),
        ended,
        end: finish,
      }
      running.set(transaction.id, { transaction, timer: setTimeout(() => end(transaction), lifetimeMs) })
      return transaction
    },
    find(id) {
      const entry = typeof id === 'string' ? running.get(id) : undefined
      if (!entry) throw transactionGone()
      return entry.transaction
    },
    end,
    open: () => [...running.values()].map(({ transaction }) => transaction),
    close() {
      for (const { transaction } of [...running.values()]) end(transaction)
    },
  }
}
