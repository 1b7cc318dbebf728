import type { Result } from '../../../src/domain/result'
import type { Changed, Collection, Increments, Query, Ref, Settled } from '../database'
import { MOST_IDS, refusePlaces } from '../database'
import type { AnyDeclaration, Declaration, Stored } from '../declaration'
import { cursorOf, plan } from '../query'
import { isDuplicate } from './failure'
import { AGAIN, untilSettled } from './retry'
import type { SdkCommand, SdkDatabase } from './sdk'
import { fromStored, REVISION, toStored } from './stored'
import { insertMany } from './wechat-insert-many'
import { conditionOf } from './wechat-query'

export const mustBeCounter = (declaration: { name: string; counter: boolean }, counter: boolean) => {
  if (declaration.counter !== counter)
    throw new Error(
      `${declaration.name}: ${counter ? 'only a counter is spent from or added to' : 'a counter is never part of a transaction'}`,
    )
}

export function wechatCollection<T extends Stored>(database: SdkDatabase, declaration: Declaration<T>): Collection<T> {
  const documents = database.collection(declaration.name)
  const _ = database.command
  const read = (stored: Record<string, unknown>) => fromStored(declaration, stored)

  const collection: Collection<T> = {
    at: (id): Ref<T> => ({ declaration, id }),

    get: async (id) => {
      const { data } = await documents.doc(id).get()
      return data ? read(data) : undefined
    },

    getMany: async (ids) => {
      if (ids.length > MOST_IDS) throw new Error(`${declaration.name}: more than ${MOST_IDS} ids`)
      if (ids.length === 0) return []
      const { data } = await documents
        .where({ _id: _.in([...new Set(ids)]) })
        .limit(MOST_IDS)
        .get()
      const byId = new Map(data.map((stored) => [stored._id, read(stored)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    find: async (query) => {
      const asked = plan(declaration, query)
      const direction = asked.descending ? 'desc' : 'asc'
      const filtered = documents.where(conditionOf(asked, _))
      const sorted = asked.ordered ? filtered.orderBy(asked.ordered, direction) : filtered
      const { data } = await sorted
        .orderBy('_id', direction)
        .limit(asked.limit + 1)
        .get()
      const rows = data.slice(0, asked.limit).map(read)
      const last = rows.at(-1)
      return {
        rows,
        next: data.length > asked.limit && last ? cursorOf(asked, last as Record<string, unknown>) : null,
      }
    },

    count: async (query: Pick<Query, 'index' | 'where' | 'range'>) => {
      const asked = plan(declaration, { ...query, limit: 1 })
      return (await documents.where(conditionOf(asked, _)).count()).total
    },

    insert: async (document) => {
      try {
        await documents.add({ data: { _id: document.id, ...toStored(declaration, document) } })
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate'
        throw error
      }
    },

    insertMany: (many) => insertMany(declaration, documents, many, _),

    change: <Asked extends Result<Changed<T, unknown>, string>>(
      id: string,
      rule: (document: T | undefined) => Asked,
    ) => {
      mustBeCounter(declaration, false)
      return untilSettled<Settled<Asked>>(async () => {
        const { data: stored } = await documents.doc(id).get()
        const result = rule(stored ? read(stored) : undefined)
        if (!result.ok) return result as never
        const { write, reply } = result.data
        const settled = { ok: true, data: reply } as never
        if (write === undefined || (write === null && !stored)) return settled
        if (write !== null && write.id !== id) throw new Error(`${declaration.name}: a change may not move a document`)
        if (!stored) return (await collection.insert(write as T)) === 'inserted' ? settled : AGAIN
        const asRead = documents.where({ _id: id, [REVISION]: stored[REVISION] })
        if (write === null) return (await asRead.remove()).stats.removed === 1 ? settled : AGAIN
        const next = replacement(stored, toStored(declaration, write), _)
        return (await asRead.update({ data: next })).stats.updated === 1 ? settled : AGAIN
      })
    },

    spend: async (id, pool, holder, places = 1) => {
      mustBeCounter(declaration, true)
      mustBePool(declaration, pool)
      refusePlaces(declaration.name, places)
      const { stats } = await documents
        .where({ _id: id, [`${pool}.left`]: _.gte(places), [`${pool}.holders`]: _.neq(holder) })
        .update({ data: { [`${pool}.left`]: _.inc(-places), [`${pool}.holders`]: _.push([holder]) } })
      if (stats.updated === 1) return 'spent'
      const { data } = await documents.doc(id).get()
      if (!data) return 'absent'
      return holdersOf(data, pool).includes(holder) ? 'already' : 'short'
    },

    release: async (id, pool, holder, { places = 1, into = pool } = {}) => {
      mustBeCounter(declaration, true)
      for (const named of [pool, into]) mustBePool(declaration, named)
      refusePlaces(declaration.name, places)
      const { stats } = await documents
        .where({ _id: id, [`${pool}.holders`]: holder, [`${into}.left`]: _.gte(0) })
        .update({ data: { [`${into}.left`]: _.inc(places), [`${pool}.holders`]: _.pull(holder) } })
      if (stats.updated === 1) return 'released'
      const { data } = await documents.doc(id).get()
      if (!data) return 'absent'
      if (!isPool(data[into])) throw new Error(`${declaration.name}: ${into} is not what can be counted with`)
      return 'not-held'
    },

    add: async (id, increments: Increments) => {
      mustBeCounter(declaration, true)
      for (const path of Object.keys(increments))
        if (!isPathIn(declaration, path)) throw new Error(`${declaration.name}: ${path} is not a path`)
      const data = Object.fromEntries(Object.entries(increments).map(([path, amount]) => [path, _.inc(amount)]))
      const { stats } = await documents.where({ _id: id }).update({ data })
      if (stats.updated === 1) return 'added'
      // Nothing added to what is there changes nothing, and may be counted as no update.
      const addsNothing = Object.values(increments).every((amount) => amount === 0)
      return addsNothing && (await documents.doc(id).get()).data ? 'added' : 'absent'
    },

    remove: async (id) => ((await documents.where({ _id: id }).remove()).stats.removed === 1 ? 'removed' : 'absent'),
  }
  return collection
}

/** Inside a declared field: `_id`, the revision and the version are not to be counted up, and no update operator gets in. */
const isPathIn = ({ schema }: { schema: { shape: object } }, path: string) =>
  /^[A-Za-z0-9]\w*(\.[A-Za-z0-9]\w*)*$/.test(path) &&
  !/^id(\.|$)/.test(path) &&
  Object.hasOwn(schema.shape, path.split('.', 1)[0] ?? '')

function mustBePool(declaration: AnyDeclaration, pool: string): void {
  if (!Object.hasOwn(declaration.schema.shape, pool)) throw new Error(`${declaration.name} has no ${pool}`)
}

const holdersOf = (stored: Record<string, unknown>, pool: string): unknown[] => {
  const { holders } = (stored[pool] ?? {}) as { holders?: unknown }
  return Array.isArray(holders) ? holders : []
}

const isPool = (value: unknown) => {
  const { left, holders } = (value ?? {}) as { left?: unknown; holders?: unknown }
  return typeof left === 'number' && left >= 0 && Array.isArray(holders)
}

/** Whole fields, never merged; a field the new document lacks is taken away. */
function replacement(before: Record<string, unknown>, after: Record<string, unknown>, _: SdkCommand) {
  const set = Object.entries(after).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, _.set(value)] as const],
  )
  const gone = Object.keys(before).filter((field) => field !== '_id' && after[field] === undefined)
  return Object.fromEntries([...set, ...gone.map((field) => [field, _.remove()] as const)])
}
