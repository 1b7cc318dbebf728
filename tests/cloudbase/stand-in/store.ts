import { type Document, type Id, idOf, keyOf } from './documents'
import { conflict, duplicate, noSuchCollection } from './failures'
import { type IndexDeclaration, indexEntry, shownEntry } from './indexes'
import { openTransactions, type Transaction } from './transactions'

interface Version {
  at: number
  document: Document | null
}

export interface Collection {
  name: string
  indexes: IndexDeclaration[]
  versions: Map<string, Version[]>
  locks: Map<string, Transaction>
}

export type Store = ReturnType<typeof openStore>

/** Documents in versions: a transaction reads the versions of its snapshot, everybody else the last committed ones. */
export function openStore(options: { lifetimeMs: number; autoCreate: boolean; duplicateCode: () => string }) {
  const collections = new Map<string, Collection>()
  let clock = 0

  const transactions = openTransactions(options.lifetimeMs, (transaction) => {
    for (const { locks } of collections.values()) {
      for (const [key, holder] of locks) if (holder === transaction) locks.delete(key)
    }
  })

  function createCollection(name: string, indexes: IndexDeclaration[] = []): Collection {
    const collection: Collection = { name, indexes, versions: new Map(), locks: new Map() }
    collections.set(name, collection)
    return collection
  }

  function collection(name: unknown): Collection {
    const found = collections.get(String(name))
    if (found) return found
    if (options.autoCreate) return createCollection(String(name))
    throw noSuchCollection(String(name))
  }

  const latest = (held: Collection, key: string) => held.versions.get(key)?.at(-1)

  function read(held: Collection, key: string, transaction?: Transaction): Document | null {
    const own = transaction?.writes.get(held.name)?.get(key)
    if (own !== undefined) return own
    const snapshot = transaction ? (transaction.snapshot ?? clock) : clock
    return held.versions.get(key)?.findLast(({ at }) => at <= snapshot)?.document ?? null
  }

  function* scan(held: Collection, transaction?: Transaction): Generator<[string, Document]> {
    const own = transaction?.writes.get(held.name) ?? new Map<string, null>()
    for (const key of new Set([...held.versions.keys(), ...own.keys()])) {
      const document = read(held, key, transaction)
      if (document) yield [key, document]
    }
  }

  /** Versions that no running transaction can still see are forgotten. */
  function prune(held: Collection, key: string): void {
    const oldest = Math.min(clock, ...transactions.open().map(({ snapshot }) => snapshot ?? clock))
    const versions = held.versions.get(key) ?? []
    const seen = versions.filter((_, at) => (versions[at + 1]?.at ?? Number.POSITIVE_INFINITY) > oldest)
    const last = seen.at(-1)
    if (seen.length === 1 && last?.document === null && last.at <= oldest) held.versions.delete(key)
    else held.versions.set(key, seen)
  }

  function append(held: Collection, key: string, at: number, document: Document | null): void {
    held.versions.set(key, [...(held.versions.get(key) ?? []), { at, document }])
    clock = Math.max(clock, at)
    prune(held, key)
  }

  function write(held: Collection, key: string, document: Document | null, transaction?: Transaction): void {
    if (!transaction) {
      append(held, key, clock + 1, document)
      return
    }
    assertWritable(held, key, transaction)
    held.locks.set(key, transaction)
    const own = transaction.writes.get(held.name) ?? new Map<string, Document | null>()
    transaction.writes.set(held.name, own.set(key, document))
  }

  /** A transaction never waits: a document another one has locked, or that changed since its snapshot, is a conflict. */
  function assertWritable(held: Collection, key: string, transaction: Transaction): void {
    const holder = held.locks.get(key)
    if (holder && holder !== transaction) throw conflict()
    if ((latest(held, key)?.at ?? 0) > (transaction.snapshot ?? clock)) throw conflict()
  }

  /** A write outside transactions waits until no transaction holds the document. */
  async function unlocked(held: Collection, key: string): Promise<void> {
    for (let holder = held.locks.get(key); holder; holder = held.locks.get(key)) await holder.ended
  }

  /** Who else's uncommitted write has the same entry in a unique index. */
  function rival(held: Collection, index: IndexDeclaration, id: Id, entry: string, transaction?: Transaction) {
    return transactions
      .open()
      .find(
        (other) =>
          other !== transaction &&
          [...(other.writes.get(held.name)?.values() ?? [])].some(
            (written) => written && idOf(written) !== id && indexEntry(index, written) === entry,
          ),
      )
  }

  /** Throws E11000; hands back the transaction a plain write has to wait for. */
  function checkUnique(held: Collection, document: Document, transaction?: Transaction): Transaction | undefined {
    const key = keyOf(idOf(document))
    for (const index of held.indexes.filter(({ unique }) => unique)) {
      const entry = indexEntry(index, document)
      const other = rival(held, index, idOf(document), entry, transaction)
      if (other && transaction) throw conflict()
      if (other) return other
      const sameEntry = (found: Document | null) => found !== null && indexEntry(index, found) === entry
      for (const [otherKey] of held.versions) {
        if (otherKey === key || !sameEntry(latest(held, otherKey)?.document ?? null)) continue
        const seen = read(held, otherKey, transaction)
        if (sameEntry(seen))
          throw duplicate(options.duplicateCode(), held.name, index.name, shownEntry(index, document))
        if (transaction && !transaction.writes.get(held.name)?.has(otherKey)) throw conflict()
      }
      for (const [otherKey, own] of transaction?.writes.get(held.name) ?? []) {
        if (otherKey !== key && sameEntry(own))
          throw duplicate(options.duplicateCode(), held.name, index.name, shownEntry(index, document))
      }
    }
    return undefined
  }

  async function insert(held: Collection, document: Document, transaction?: Transaction): Promise<void> {
    const key = keyOf(idOf(document))
    for (;;) {
      if (transaction) assertWritable(held, key, transaction)
      else await unlocked(held, key)
      if (read(held, key, transaction))
        throw duplicate(options.duplicateCode(), held.name, '_id_', `{ _id: ${JSON.stringify(document._id)} }`)
      const rivalTransaction = checkUnique(held, document, transaction)
      if (!rivalTransaction) break
      await rivalTransaction.ended
    }
    write(held, key, document, transaction)
  }

  /** Applies a change to one document as it is when it can be written; false when the change no longer wants it. */
  async function change(
    held: Collection,
    key: string,
    compute: (document: Document) => Document | null | undefined,
    transaction?: Transaction,
  ): Promise<boolean> {
    for (;;) {
      if (!transaction) await unlocked(held, key)
      const document = read(held, key, transaction)
      if (!document) return false
      if (transaction) assertWritable(held, key, transaction)
      const next = compute(document)
      if (next === undefined) return false
      const rivalTransaction = next ? checkUnique(held, next, transaction) : undefined
      if (!rivalTransaction) {
        write(held, key, next, transaction)
        return true
      }
      await rivalTransaction.ended
    }
  }

  function commit(transaction: Transaction): void {
    const at = clock + 1
    for (const [name, written] of transaction.writes) {
      const held = collection(name)
      for (const [key, document] of written) append(held, key, at, document)
    }
    transactions.end(transaction)
  }

  /** The transaction an operation belongs to; its snapshot is taken by its first operation. */
  function join(id: unknown): Transaction | undefined {
    if (id === undefined || id === null || id === '') return undefined
    const transaction = transactions.find(id)
    transaction.snapshot ??= clock
    return transaction
  }

  return { collections, collection, createCollection, transactions, read, scan, insert, change, commit, join }
}
