import { compareValues, type Document, isPlain, sameRank, valueAt } from './documents'
import { rejected, unsupported } from './failures'

type Test = (document: unknown) => boolean

const LOGIC = new Set(['$and', '$or', '$nor'])

export const isOperators = (value: unknown): value is Document =>
  isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'))

const equal = (a: unknown, b: unknown) => sameRank(a, b) && compareValues(a, b) === 0

/** What a path leads to, through every document of the arrays on its way; undefined where a field is missing. */
function leaves(value: unknown, parts: string[]): unknown[] {
  const [part, ...rest] = parts
  if (part === undefined) return [value]
  if (Array.isArray(value)) {
    const placed = /^\d+$/.test(part) && Number(part) < value.length ? leaves(value[Number(part)], rest) : []
    return [...placed, ...value.filter(isPlain).flatMap((item) => leaves(item, parts))]
  }
  return isPlain(value) ? leaves(value[part], rest) : [undefined]
}

/** A comparison looks at an array itself and at each of its members. */
const candidates = (found: unknown[]) => found.flatMap((leaf) => (Array.isArray(leaf) ? [leaf, ...leaf] : [leaf]))

function matchesOne(wanted: unknown): Test {
  if (!(wanted instanceof RegExp)) return (value) => equal(value ?? null, wanted ?? null)
  return (value) => (typeof value === 'string' && wanted.test(value)) || equal(value, wanted)
}

type Operator = (operand: unknown) => (found: unknown[]) => boolean

const any =
  (operator: (operand: unknown) => Test): Operator =>
  (operand) => {
    const test = operator(operand)
    return (found) => candidates(found).some(test)
  }

const not =
  (operator: Operator): Operator =>
  (operand) => {
    const test = operator(operand)
    return (found) => !test(found)
  }

const ordered = (holds: (sign: number) => boolean) =>
  any((operand) => (value) => sameRank(value ?? null, operand) && holds(compareValues(value ?? null, operand)))

function listOf(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw rejected(`${operator} needs an array`)
  return operand
}

const within = any((operand) => {
  const tests = listOf('$in', operand).map(matchesOne)
  return (value) => tests.some((test) => test(value))
})

function memberTest(operand: unknown): Test {
  if (!isPlain(operand)) throw rejected('$elemMatch needs an Object')
  const ofValues = isOperators(operand) && !Object.keys(operand).some((key) => LOGIC.has(key))
  if (!ofValues) return matcher(operand)
  const test = fieldTest('$elemMatch', operand)
  return (item) => test([item])
}

const elemMatch: Operator = (operand) => {
  const test = memberTest(operand)
  return (found) => found.some((leaf) => Array.isArray(leaf) && leaf.some(test))
}

const all: Operator = (operand) => {
  const tests = listOf('$all', operand).map((item) =>
    isPlain(item) && '$elemMatch' in item ? elemMatch(item.$elemMatch) : any(matchesOne)(item),
  )
  return (found) => tests.length > 0 && tests.every((test) => test(found))
}

const mod = any((operand) => {
  const [divisor, remainder] = listOf('$mod', operand)
  if (typeof divisor !== 'number' || typeof remainder !== 'number') throw rejected('malformed mod')
  return (value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder
})

const OPERATORS: Record<string, Operator> = {
  $eq: any(matchesOne),
  $ne: not(any(matchesOne)),
  $gt: ordered((sign) => sign > 0),
  $gte: ordered((sign) => sign >= 0),
  $lt: ordered((sign) => sign < 0),
  $lte: ordered((sign) => sign <= 0),
  $in: within,
  $nin: not(within),
  $exists: (operand) => (found) => found.some((leaf) => leaf !== undefined) === Boolean(operand),
  $size: (operand) => (found) => found.some((leaf) => Array.isArray(leaf) && leaf.length === operand),
  $mod: mod,
  $all: all,
  $elemMatch: elemMatch,
  $not: (operand) => {
    if (operand instanceof RegExp) return not(any(matchesOne))(operand)
    if (!isOperators(operand)) throw rejected('$not needs a regex or a document')
    const test = fieldTest('$not', operand)
    return (found) => !test(found)
  },
}

function fieldTest(field: string, condition: unknown): (found: unknown[]) => boolean {
  if (!isOperators(condition)) return any(matchesOne)(condition)
  const tests = Object.entries(condition).map(([name, operand]) => {
    const operator = OPERATORS[name]
    if (!operator) throw unsupported('database query', `the operator ${name} on "${field}"`)
    return operator(operand)
  })
  return (found) => tests.every((test) => test(found))
}

function logicTest(name: string, branches: unknown): Test {
  if (!Array.isArray(branches) || branches.length === 0) throw rejected(`${name} must be a nonempty array`)
  const tests = branches.map((branch) => {
    if (!isPlain(branch)) throw rejected(`${name} entries need to be full objects`)
    return matcher(branch)
  })
  if (name === '$and') return (document) => tests.every((test) => test(document))
  return (document) => tests.some((test) => test(document)) === (name === '$or')
}

/** MongoDB's meaning of a query, for the operators known here; any other is refused before a document is looked at. */
export function matcher(query: Document): Test {
  const tests = Object.entries(query).map(([key, condition]): Test => {
    if (LOGIC.has(key)) return logicTest(key, condition)
    if (key.startsWith('$')) throw unsupported('database query', `the operator ${key}`)
    const test = fieldTest(key, condition)
    const parts = key.split('.')
    return (document) => test(leaves(document, parts))
  })
  return (document) => tests.every((test) => test(document))
}

export type Order = [field: string, direction: 1 | -1][]

export function readOrder(order: Document): Order {
  return Object.entries(order).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw rejected(`order of "${field}" must be 1 or -1`)
    return [field, direction]
  })
}

/** An array sorts by its smallest member ascending, by its largest descending. */
function sortKey(document: Document, field: string, direction: 1 | -1): unknown {
  const value = valueAt(document, field)
  if (!Array.isArray(value)) return value
  return [...value].sort((a, b) => direction * compareValues(a, b))[0]
}

export function sortDocuments<T>(rows: T[], order: Order, documentOf: (row: T) => Document): T[] {
  return [...rows].sort((a, b) => {
    for (const [field, direction] of order) {
      const by = compareValues(sortKey(documentOf(a), field, direction), sortKey(documentOf(b), field, direction))
      if (by !== 0) return by * direction
    }
    return 0
  })
}
