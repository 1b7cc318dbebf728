import { BSONRegExp, EJSON, ObjectId } from 'bson'
import { rejected, unsupported } from './failures'

export type Document = { [field: string]: unknown }
export type Id = string | number

/** What `$tcb_server_date` becomes; absent where the platform does not support server dates. */
export type ServerClock = (() => number) | undefined

export const isPlain = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function plain(value: unknown, clock: ServerClock): unknown {
  if (value === null || value instanceof Date) return value
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace('g', ''))
  if (value instanceof RegExp) return new RegExp(value.source, value.flags.replace('g', ''))
  if (value instanceof ObjectId) return value.toHexString()
  if (Array.isArray(value)) return value.map((item) => plain(item, clock))
  if (!isPlain(value)) {
    if (typeof value === 'object') throw unsupported('EJSON', `values of type ${value.constructor.name}`)
    return value
  }
  if (isPlain(value.$tcb_server_date)) {
    if (!clock) throw rejected('serverDate is not supported in a transaction')
    return new Date(clock() + Number(value.$tcb_server_date.offset ?? 0))
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item, clock)]))
}

/** Canonical EJSON, as the SDK writes it, to plain values: numbers, Dates, RegExps; object ids become hex strings. */
export function readEjson(text: unknown, clock?: ServerClock): Document {
  if (typeof text !== 'string') throw rejected('expected a string of EJSON')
  const value = plain(EJSON.parse(text, { relaxed: true }), clock)
  if (!isPlain(value)) throw rejected('expected an EJSON document')
  return value
}

export const writeEjson = (value: unknown) => EJSON.stringify(value, { relaxed: false })

export const sameValue = (a: unknown, b: unknown) => writeEjson([a]) === writeEjson([b])

export const keyOf = (id: Id) => `${typeof id}:${id}`

export function idOf(document: Document): Id {
  const id = document._id
  if (typeof id !== 'string' && typeof id !== 'number') throw rejected('_id must be a string or a number')
  return id
}

/** MongoDB refuses stored fields that start with `$`. */
export function assertStorable(value: unknown, path = ''): void {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) assertStorable(item, `${path}${at}.`)
  } else if (isPlain(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key.startsWith('$'))
        throw rejected(`The dollar ($) prefixed field '${key}' in '${path}${key}' is not valid for storage.`)
      assertStorable(item, `${path}${key}.`)
    }
  }
}

export function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'missing'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value
}

const RANK = ['missing', 'null', 'number', 'string', 'object', 'array', 'bool', 'date', 'regex']
const rank = (value: unknown) => {
  const name = typeName(value)
  return RANK.indexOf(name === 'int' || name === 'double' ? 'number' : name === 'missing' ? 'null' : name)
}

export const sameRank = (a: unknown, b: unknown) => rank(a) === rank(b)

/** NaN comes before every other number. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a === b ? 0 : a - b
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** BSON's order between types and inside them; text by its UTF-8 bytes. */
export function compareValues(a: unknown, b: unknown): number {
  const byType = rank(a) - rank(b)
  if (byType !== 0) return byType
  if (typeof a === 'string') return compareText(a, b as string)
  if (typeof a === 'number' || typeof a === 'boolean') return compareNumbers(Number(a), Number(b))
  if (a instanceof Date) return a.getTime() - (b as Date).getTime()
  if (a === null || a === undefined) return 0
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isPlain(a) && isPlain(b)) return compareLists(Object.entries(a).flat(), Object.entries(b).flat())
  return compareText(String(a), String(b))
}

function compareLists(a: unknown[], b: unknown[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const here = compareValues(a[at], b[at])
    if (here !== 0) return here
  }
  return a.length - b.length
}

export function valueAt(document: unknown, path: string): unknown {
  let here = document
  for (const part of path.split('.')) {
    if (isPlain(here)) here = here[part]
    else if (Array.isArray(here))
      here = /^\d+$/.test(part) ? here[Number(part)] : here.map((item) => valueAt(item, part))
    else return undefined
  }
  return here
}
