import { type Document, isPlain, valueAt, writeEjson } from './documents'
import { unsupported } from './failures'
import { isOperators, type Order } from './query'

export interface IndexDeclaration {
  name: string
  unique?: boolean
  keys: { name: string; direction: 1 | -1 | '1' | '-1' }[]
}

/** The values a document has in an index; a missing field counts as null, because the platform has no sparse index. */
export function indexEntry(index: IndexDeclaration, document: Document): string {
  return writeEjson(
    index.keys.map(({ name }) => {
      const value = valueAt(document, name) ?? null
      if (Array.isArray(value)) throw unsupported('unique index', `the array in "${name}" of index ${index.name}`)
      return value
    }),
  )
}

export const shownEntry = (index: IndexDeclaration, document: Document) =>
  `{ ${index.keys.map(({ name }) => `${name}: ${JSON.stringify(valueAt(document, name) ?? null)}`).join(', ')} }`

interface Filter {
  equal: Set<string>
  range: Set<string>
}

const EQUALITY = new Set(['$eq', '$in'])

/** A query as the alternatives of its `$or`s, each reduced to the fields compared for equality and the others. */
function alternatives(query: Document): Filter[] {
  let found: Filter[] = [{ equal: new Set(), range: new Set() }]
  const both = (others: Filter[]) => {
    found = found.flatMap((a) =>
      others.map((b) => ({ equal: new Set([...a.equal, ...b.equal]), range: new Set([...a.range, ...b.range]) })),
    )
  }
  for (const [key, value] of Object.entries(query)) {
    if (key === '$and' || key === '$nor') for (const branch of value as Document[]) both(alternatives(branch))
    else if (key === '$or') both((value as Document[]).flatMap(alternatives))
    else if (isOperators(value) && !Object.keys(value).every((operator) => EQUALITY.has(operator)))
      both([{ equal: new Set(), range: new Set([key]) }])
    else if (value instanceof RegExp) both([{ equal: new Set(), range: new Set([key]) }])
    else both([{ equal: new Set([key]), range: new Set() }])
  }
  return found.map(({ equal, range }) => ({ equal, range: new Set([...range].filter((field) => !equal.has(field))) }))
}

const ID_INDEX: IndexDeclaration = { name: '_id_', unique: true, keys: [{ name: '_id', direction: 1 }] }

/** Equality fields first in any order, then the sort in the index's direction or all of it turned round, then ranges. */
function serves(index: IndexDeclaration, { equal, range }: Filter, order: Order): boolean {
  const prefix = index.keys.slice(0, equal.size)
  if (!prefix.every(({ name }) => equal.has(name)) || prefix.length < equal.size) return false
  const rest = index.keys.slice(equal.size)
  const sort = order.filter(([field]) => !equal.has(field))
  const turns = sort.map(([field, direction], at) => {
    const key = rest[at]
    return key?.name === field ? Number(key.direction) * direction : 0
  })
  if (turns.some((turn) => turn === 0 || turn !== turns[0])) return false
  const sorted = new Set(sort.map(([field]) => field))
  const unsorted = [...range].filter((field) => !sorted.has(field))
  const next = rest.slice(sort.length, sort.length + unsorted.length).map(({ name }) => name)
  return unsorted.every((field) => next.includes(field))
}

const oneById = (filter: Filter) => filter.equal.has('_id')

export function isServed(indexes: IndexDeclaration[], query: Document, order: Order): boolean {
  return alternatives(query).every((filter) => {
    if (oneById(filter)) return true
    if (filter.equal.size + filter.range.size + order.length === 0) return false
    return [ID_INDEX, ...indexes].some((index) => serves(index, filter, order))
  })
}

function shapeOf(query: Document): string {
  return Object.entries(query)
    .map(([key, value]) => {
      if (Array.isArray(value) && key.startsWith('$'))
        return `${key}[${value.map((branch) => (isPlain(branch) ? shapeOf(branch) : '?')).join(' | ')}]`
      return isOperators(value) ? `${key} ${Object.keys(value).join(' ')}` : `${key} =`
    })
    .join(', ')
}

export const describeQuery = (query: Document, order: Order) =>
  `where {${shapeOf(query)}} order {${order.map(([field, direction]) => `${field} ${direction}`).join(', ')}}`
