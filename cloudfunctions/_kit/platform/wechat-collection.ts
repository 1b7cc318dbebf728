import type { Result } from '../../../src/domain/result'
import type { Changed, Collection, Increments, Query, Ref, Settled } from '../database'
import { MOST_IDS, MOST_INSERTED } from '../database'
import { checked, type Declaration, lift, type Stored } from '../declaration'
import { cursorOf, type Plan, plan } from '../query'
import { isDuplicate } from './failure'
import { AGAIN, untilSettled } from './retry'
import type { SdkCommand, SdkDatabase } from './sdk'

/** Grows with every write of a document: `change` writes only over the one it read. Not part of the document. */
export const REVISION = 'r'

export const toStored = (document: Record<string, unknown>, revision: number) => {
  const { id, ...rest } = document
  return { ...rest, [REVISION]: revision }
}

export function fromStored<T extends Stored>(declaration: Declaration<T>, stored: Record<string, unknown>): T {
  const { _id, [REVISION]: _, ...rest } = stored
  return lift(declaration, { ...rest, id: _id })
}

export const mustBeCounter = (declaration: { name: string; counter: boolean }, counter: boolean) => {
  if (declaration.counter !== counter)
    throw new Error(`${declaration.name}: ${counter ? 'only a counter is spent from or added to' : 'a counter is never part of a transaction'}`)
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
      const { data } = await documents.where({ _id: _.in([...new Set(ids)]) }).limit(MOST_IDS).get()
      const byId = new Map(data.map((stored) => [stored._id, read(stored)]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    find: async (query) => {
      const asked = plan(declaration, query)
      const direction = asked.descending ? 'desc' : 'asc'
      const filtered = documents.where(conditionOf(asked, _))
      const sorted = asked.ordered ? filtered.orderBy(asked.ordered, direction) : filtered
      const { data } = await sorted.orderBy('_id', direction).limit(asked.limit + 1).get()
      const rows = data.slice(0, asked.limit).map(read)
      const last = rows.at(-1)
      return { rows, next: data.length > asked.limit && last ? cursorOf(asked, last as Record<string, unknown>) : null }
    },

    count: async (query: Pick<Query, 'index' | 'where' | 'range'>) => {
      const asked = plan(declaration, { ...query, limit: 1 })
      return (await documents.where(conditionOf(asked, _)).count()).total
    },

    insert: async (document) => {
      try {
        await documents.add({ data: { _id: document.id, ...toStored(checked(declaration, document), 1) } })
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate'
        throw error
      }
    },

    insertMany: (many) => insertMany(many, collection, declaration, (stored) => documents.add({ data: stored })),

    change: <Asked extends Result<Changed<T, unknown>, string>>(id: string, rule: (document: T | undefined) => Asked) => {
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
        const next = toStored(checked(declaration, write), Number(stored[REVISION]) + 1)
        return (await asRead.update({ data: replacement(stored, next, _) })).stats.updated === 1 ? settled : AGAIN
      })
    },

    spend: async (id, pool, holder) => {
      mustBeCounter(declaration, true)
      const { stats } = await documents
        .where({ _id: id, [`${pool}.left`]: _.gt(0), [`${pool}.holders`]: _.neq(holder) })
        .update({ data: { [`${pool}.left`]: _.inc(-1), [`${pool}.holders`]: _.push([holder]) } })
      if (stats.updated === 1) return 'spent'
      const { data } = await documents.doc(id).get()
      if (!data) return 'absent'
      return holdersOf(data, pool).includes(holder) ? 'already' : 'short'
    },

    release: async (id, pool, holder) => {
      mustBeCounter(declaration, true)
      const { stats } = await documents
        .where({ _id: id, [`${pool}.holders`]: holder })
        .update({ data: { [`${pool}.left`]: _.inc(1), [`${pool}.holders`]: _.pull(holder) } })
      if (stats.updated === 1) return 'released'
      return (await documents.doc(id).get()).data ? 'not-held' : 'absent'
    },

    add: async (id, increments: Increments) => {
      mustBeCounter(declaration, true)
      for (const path of Object.keys(increments)) if (!/^[A-Za-z0-9]\w*(\.[A-Za-z0-9]\w*)*$/.test(path)) throw new Error(`${declaration.name}: ${path} is not a path`)
      const data = Object.fromEntries(Object.entries(increments).map(([path, amount]) => [path, _.inc(amount)]))
      const { stats } = await documents.where({ _id: id }).update({ data })
      return stats.updated === 1 ? 'added' : 'absent'
    },

    remove: async (id) => ((await documents.where({ _id: id }).remove()).stats.removed === 1 ? 'removed' : 'absent'),
  }
  return collection
}

const holdersOf = (stored: Record<string, unknown>, pool: string): unknown[] => {
  const { holders } = (stored[pool] ?? {}) as { holders?: unknown }
  return Array.isArray(holders) ? holders : []
}

/** Whole fields, never merged; a field the new document lacks is taken away. */
function replacement(before: Record<string, unknown>, after: Record<string, unknown>, _: SdkCommand) {
  const set = Object.entries(after).flatMap(([field, value]) => (value === undefined ? [] : [[field, _.set(value)] as const]))
  const gone = Object.keys(before).filter((field) => field !== '_id' && after[field] === undefined)
  return Object.fromEntries([...set, ...gone.map((field) => [field, _.remove()] as const)])
}

function conditionOf(asked: Plan, _: SdkCommand): object {
  const fixed = Object.fromEntries(asked.fixed.map(({ field, value }) => [field, value]))
  const { ordered, after } = asked
  const inRange = rangeOf(asked, _)
  const base = { ...fixed, ...(ordered && inRange ? { [ordered]: inRange } : {}) }
  if (!after) return base
  const beyond = asked.descending ? _.lt : _.gt
  if (!ordered) return { ...base, _id: beyond(after.id) }
  const further = beyond(after.value)
  return _.or([
    { ...fixed, [ordered]: inRange ? inRange.and(further) : further },
    { ...fixed, [ordered]: after.value, _id: beyond(after.id) },
  ])
}

function rangeOf({ range }: Plan, _: SdkCommand) {
  const from = range.from === undefined ? undefined : _.gte(range.from)
  const before = range.before === undefined ? undefined : _.lt(range.before)
  return from && before ? from.and(before) : (from ?? before)
}

/** The platform inserts in order and stops at the first that is there; what is there is looked up first, and again after a race. */
async function insertMany<T extends Stored>(
  many: readonly T[],
  collection: Collection<T>,
  declaration: Declaration<T>,
  add: (stored: object[]) => Promise<unknown>,
): Promise<{ duplicates: string[] }> {
  if (many.length > MOST_INSERTED) throw new Error(`${declaration.name}: more than ${MOST_INSERTED} documents`)
  const stored = many.map((document) => ({ _id: document.id, ...toStored(checked(declaration, document), 1) }))
  const there = new Set<string>()
  for (let from = 0; from < many.length; from += MOST_IDS)
    for (const found of await collection.getMany(many.slice(from, from + MOST_IDS).map((document) => document.id))) there.add(found.id)
  const fresh = stored.filter((document, index) => !there.has(document._id) && stored.findIndex((other) => other._id === document._id) === index)
  const twice = stored.filter((document, index) => !there.has(document._id) && stored.findIndex((other) => other._id === document._id) !== index)
  const duplicates = stored.filter((document) => there.has(document._id)).map((document) => document._id)
  duplicates.push(...twice.map((document) => document._id))
  if (fresh.length === 0) return { duplicates }
  try {
    await add(fresh)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    // Somebody inserted one of them just now. One by one, each says for itself; ours from the broken-off call are told apart by their place.
    const inserted = await prefixInserted(fresh, collection, error)
    for (const document of many) {
      if (!fresh.some((candidate) => candidate._id === document.id) || inserted.has(document.id)) continue
      if ((await collection.insert(document)) === 'duplicate') duplicates.push(document.id)
    }
  }
  return { duplicates }
}

/** Everything before the document the error names was inserted by our call. */
async function prefixInserted<T extends Stored>(fresh: { _id: string }[], collection: Collection<T>, error: unknown): Promise<Set<string>> {
  const text = String((error as { message?: unknown; errMsg?: unknown }).message ?? (error as { errMsg?: unknown }).errMsg)
  const named = fresh.findIndex((document) => text.includes(`"${document._id}"`) || text.includes(`'${document._id}'`))
  if (named < 0) throw error
  const ours = fresh.slice(0, named).map((document) => document._id)
  const seen = new Set<string>()
  for (let from = 0; from < ours.length; from += MOST_IDS)
    for (const found of await collection.getMany(ours.slice(from, from + MOST_IDS))) seen.add(found.id)
  return seen
}
