import { Query } from 'mingo'
import { compareValues, type Document, isPlain, valueAt } from './documents'
import { rejected, unsupported } from './failures'

const LOGIC = new Set(['$and', '$or', '$nor'])
const COMPARE = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$all', '$size', '$mod'])
const LISTS = new Set(['$in', '$nin', '$all'])

export const isOperators = (value: unknown): value is Document =>
  isPlain(value) && Object.keys(value).some((key) => key.startsWith('$'))

function checkOperators(field: string, operators: Document): void {
  for (const [operator, operand] of Object.entries(operators)) {
    if (operator === '$not') {
      if (isOperators(operand)) checkOperators(field, operand)
      else if (!(operand instanceof RegExp)) throw rejected('$not needs a regex or a document')
    } else if (operator === '$elemMatch') {
      if (!isPlain(operand)) throw rejected('$elemMatch needs an Object')
      if (isOperators(operand) && !Object.keys(operand).some((key) => LOGIC.has(key))) checkOperators(field, operand)
      else checkQuery(operand)
    } else if (!COMPARE.has(operator)) {
      throw unsupported('database query', `the operator ${operator} on "${field}"`)
    } else if (LISTS.has(operator) && !Array.isArray(operand)) {
      throw rejected(`${operator} needs an array`)
    }
  }
}

export function checkQuery(query: Document): void {
  for (const [key, value] of Object.entries(query)) {
    if (LOGIC.has(key)) {
      if (!Array.isArray(value) || value.length === 0) throw rejected(`${key} must be a nonempty array`)
      for (const branch of value) {
        if (!isPlain(branch)) throw rejected(`${key} entries need to be full objects`)
        checkQuery(branch)
      }
    } else if (key.startsWith('$')) {
      throw unsupported('database query', `the operator ${key}`)
    } else if (isOperators(value)) {
      checkOperators(key, value)
    }
  }
}

export function matcher(query: Document): (document: Document) => boolean {
  checkQuery(query)
  const compiled = new Query(query, {})
  return (document) => compiled.test(document)
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

export function project(documents: Document[], projection: Document | undefined): Document[] {
  if (!projection || Object.keys(projection).length === 0) return documents
  for (const [field, wanted] of Object.entries(projection)) {
    if (wanted !== 0 && wanted !== 1) throw unsupported('database.getDocument', `the projection of "${field}"`)
  }
  const shown = Object.entries(projection).filter(([field]) => field !== '_id')
  if (new Set(shown.map(([, wanted]) => wanted)).size > 1)
    throw rejected('Cannot do exclusion on a field in inclusion projection')
  return new Query({}, {}).find<Document>(documents, projection as Record<string, 0 | 1>).all()
}
