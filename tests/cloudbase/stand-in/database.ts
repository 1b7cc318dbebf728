import { randomBytes } from 'node:crypto'
import type { Call } from './calls'
import type { ChaosSettings } from './chaos'
import {
  assertStorable,
  type Document,
  type Id,
  idOf,
  keyOf,
  readEjson,
  type ServerClock,
  sameValue,
  writeEjson,
} from './documents'
import { failure, isFailure, rejected, unsupported } from './failures'
import { describeQuery, isServed } from './indexes'
import { project } from './projection'
import { matcher, type Order, readOrder, sortDocuments } from './query'
import type { Collection, Store } from './store'
import type { Transaction } from './transactions'
import { updater } from './update'

export interface UncoveredQuery {
  collection: string
  action: string
  query: string
  invocation: string
}

export type Body = Record<string, unknown>
export type Reply = Record<string, unknown>

/** Cloud functions: 100 documents when no limit is named, never more than 1000. */
const DEFAULT_LIMIT = 100
const LARGEST_LIMIT = 1000

export interface DatabaseOptions {
  store: Store
  settings: () => Readonly<ChaosSettings>
  uncovered: UncoveredQuery[]
  searchInTransactions: boolean
}

/** All server dates of one request are one moment; a transaction takes none. */
function clockFor(transaction?: Transaction): ServerClock {
  const now = Date.now()
  return transaction ? undefined : () => now
}

export function openDatabase({ store, settings, uncovered, searchInTransactions }: DatabaseOptions) {
  const queryOf = (body: Body): Document => (body.query ? readEjson(body.query, clockFor()) : {})

  function mustSearchOutside(body: Body, transaction: Transaction | undefined): void {
    if (transaction && body.queryType !== 'DOC' && !searchInTransactions)
      throw failure('INVALID_PARAM', `where() is not supported inside a transaction (${String(body.action)})`)
  }

  function noteCoverage(body: Body, held: Collection, query: Document, order: Order, call: Call): void {
    if (body.queryType === 'DOC' || isServed(held.indexes, query, order)) return
    const described = describeQuery(query, order)
    uncovered.push({ collection: held.name, action: call.action, query: described, invocation: call.invocation })
  }

  function rows(held: Collection, query: Document, transaction?: Transaction): [string, Document][] {
    const matches = matcher(query)
    if (typeof query._id === 'string' || typeof query._id === 'number') {
      const key = keyOf(query._id)
      const document = store.read(held, key, transaction)
      return document && matches(document) ? [[key, document]] : []
    }
    return [...store.scan(held, transaction)].filter(([, document]) => matches(document))
  }

  async function insertDocument(body: Body, call: Call): Promise<Reply> {
    const transaction = store.join(body.transactionId)
    const held = store.collection(body.collectionName)
    if (!Array.isArray(body.data) || body.data.length === 0)
      throw rejected('insertDocument needs an array of documents')
    const clock = clockFor(transaction)
    const insertedIds: Id[] = []
    for (const text of body.data) {
      const given = readEjson(text, clock)
      assertStorable(given)
      const document = { ...given, _id: given._id === undefined ? randomBytes(16).toString('hex') : idOf(given) }
      await store.insert(held, document, transaction)
      call.documentsWritten += 1
      insertedIds.push(document._id)
    }
    return { data: { insertedIds } }
  }

  async function getDocument(body: Body, call: Call): Promise<Reply> {
    const transaction = store.join(body.transactionId)
    const held = store.collection(body.collectionName)
    mustSearchOutside(body, transaction)
    const query = queryOf(body)
    const order = body.order ? readOrder(readEjson(body.order)) : []
    noteCoverage(body, held, query, order, call)
    const found = rows(held, query, transaction).map(([, document]) => document)
    const sorted = order.length > 0 ? sortDocuments(found, order, (document) => document) : found
    const offset = Number(body.offset ?? 0)
    const limit = Math.min(Number(body.limit ?? DEFAULT_LIMIT), LARGEST_LIMIT)
    const page = sorted.slice(offset, offset + limit)
    call.documentsRead += page.length
    const shown = project(page, body.projection ? readEjson(body.projection) : undefined)
    return { data: { list: shown.map(writeEjson) } }
  }

  async function calculateDocument(body: Body, call: Call): Promise<Reply> {
    const held = store.collection(body.collectionName)
    const query = queryOf(body)
    noteCoverage(body, held, query, [], call)
    return { data: { total: rows(held, query).length } }
  }

  async function replaceDocument(body: Body, held: Collection, call: Call, transaction?: Transaction): Promise<Reply> {
    if (body.queryType !== 'DOC' || body.upsert !== true)
      throw unsupported('database.modifyDocument', 'a replacement other than doc.set')
    const id = idOf(queryOf(body))
    const content = readEjson(body.data, clockFor(transaction))
    assertStorable(content)
    const next = { ...content, _id: id }
    call.documentsWritten += 1
    for (;;) {
      if (await store.change(held, keyOf(id), () => next, transaction)) return { data: { updated: 1, upsert_id: null } }
      try {
        await store.insert(held, next, transaction)
        return { data: { updated: 0, upsert_id: id } }
      } catch (error) {
        const sameId = isFailure(error) && error.message.includes('index: _id_ ')
        if (!sameId || transaction) throw error
      }
    }
  }

  async function modifyDocument(body: Body, call: Call): Promise<Reply> {
    const transaction = store.join(body.transactionId)
    const held = store.collection(body.collectionName)
    mustSearchOutside(body, transaction)
    if (body.merge === false) return replaceDocument(body, held, call, transaction)
    if (body.upsert === true) throw unsupported('database.modifyDocument', 'an upsert other than doc.set')
    const query = queryOf(body)
    const update = updater(readEjson(body.data, clockFor(transaction)))
    noteCoverage(body, held, query, [], call)
    const matches = matcher(query)
    let updated = 0
    for (const [key] of rows(held, query, transaction)) {
      let counts = 0
      const compute = (document: Document) => {
        if (!matches(document)) return undefined
        const next = update(document)
        counts = sameValue(next, document) ? settings().identicalUpdateCounts : 1
        return next
      }
      if (!(await store.change(held, key, compute, transaction))) continue
      call.documentsWritten += 1
      updated += counts
      if (body.multi === false) break
    }
    return { data: { updated, upsert_id: null } }
  }

  async function modifyAndReturnDoc(body: Body, call: Call): Promise<Reply> {
    const transaction = store.join(body.transactionId)
    const held = store.collection(body.collectionName)
    mustSearchOutside(body, transaction)
    const query = queryOf(body)
    const update = updater(readEjson(body.data, clockFor(transaction)))
    noteCoverage(body, held, query, [], call)
    const matches = matcher(query)
    for (const [key] of rows(held, query, transaction)) {
      const compute = (document: Document) => (matches(document) ? update(document) : undefined)
      if (!(await store.change(held, key, compute, transaction))) continue
      call.documentsWritten += 1
      return { data: { updated: 1, doc: writeEjson(store.read(held, key, transaction)) } }
    }
    return { data: { updated: 0, doc: null } }
  }

  async function removeDocument(body: Body, call: Call): Promise<Reply> {
    const transaction = store.join(body.transactionId)
    const held = store.collection(body.collectionName)
    mustSearchOutside(body, transaction)
    const query = queryOf(body)
    noteCoverage(body, held, query, [], call)
    const matches = matcher(query)
    let deleted = 0
    for (const [key] of rows(held, query, transaction)) {
      const gone = await store.change(held, key, (document) => (matches(document) ? null : undefined), transaction)
      if (!gone) continue
      call.documentsWritten += 1
      deleted += 1
      if (body.multi === false) break
    }
    return { data: { deleted } }
  }

  async function addCollection(body: Body): Promise<Reply> {
    const name = String(body.collectionName)
    if (store.collections.has(name))
      throw failure('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable.ResourceExist] Table exist: ${name}.`)
    store.createCollection(name)
    return { data: {} }
  }

  /** MongoDB aborts a transaction in which any operation fails; what comes after finds no transaction. */
  function abandon(id: unknown): void {
    const transaction = store.transactions.open().find((open) => open.id === id)
    if (transaction) store.transactions.end(transaction)
  }

  const actions: Record<string, (body: Body, call: Call) => Promise<Reply>> = {
    'database.addCollection': addCollection,
    'database.insertDocument': insertDocument,
    'database.getDocument': getDocument,
    'database.calculateDocument': calculateDocument,
    'database.modifyDocument': modifyDocument,
    'database.modifyAndReturnDoc': modifyAndReturnDoc,
    'database.removeDocument': removeDocument,
    'database.startTransaction': async (_, call) => ({ transactionId: store.transactions.start(call.invocation).id }),
    'database.commitTransaction': async (body) => {
      store.commit(store.transactions.find(body.transactionId))
      return {}
    },
    'database.abortTransaction': async (body) => {
      store.transactions.end(store.transactions.find(body.transactionId))
      return {}
    },
  }
  return { actions, abandon }
}
