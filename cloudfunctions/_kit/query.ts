import type { Query } from './database'
import { MOST_ROWS } from './database'
import type { AnyDeclaration } from './declaration'
import { type Kind, kindOf } from './indexed-kind'
import { isStorable } from './storable'

export type Plan = {
  /** Fields fixed by equality, in index order. */
  fixed: { field: string; value: string | number | boolean }[]
  /** The field a range applies to and rows are ordered by; undefined when every field is fixed: then by id alone. */
  ordered: string | undefined
  range: { from?: string | number | boolean; before?: string | number | boolean }
  descending: boolean
  limit: number
  /** The order field's value, of its declared kind and null where none is ordered by, and the id of the row to continue after. */
  after: { value: string | number | boolean | null; id: string } | undefined
}

/** Holds a query against the declared index. Throws when the index does not serve it: such a query would scan. */
export function plan(declaration: AnyDeclaration, query: Query): Plan {
  const fields = declaration.indexes[query.index]
  if (!fields) throw new Error(`${declaration.name}: no index ${query.index}`)
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MOST_ROWS)
    throw new Error(`${declaration.name}: limit ${query.limit} is not 1 to ${MOST_ROWS}`)
  const where = query.where ?? {}
  for (const [field, value] of Object.entries(where))
    if (!fields.includes(field) || value === undefined || value === null)
      throw new Error(`${declaration.name}.${query.index}: ${field} cannot be asked for`)
  const fixed: Plan['fixed'] = []
  for (const field of fields) {
    const value = where[field]
    if (value === undefined) break
    fixed.push({ field, value })
  }
  if (fixed.length !== Object.keys(where).length)
    throw new Error(`${declaration.name}.${query.index}: the leading fields must be given first`)
  if (fields.length - fixed.length > 1)
    throw new Error(`${declaration.name}.${query.index}: only the last field may be left open`)
  const ordered = fields[fixed.length]
  if (query.range && !ordered) throw new Error(`${declaration.name}.${query.index}: no field is left for a range`)
  return {
    fixed,
    ordered,
    range: query.range ?? {},
    descending: query.order === 'descending',
    limit: query.limit,
    after:
      query.after === undefined
        ? undefined
        : readCursor(query.after, ordered === undefined ? undefined : kindOf(declaration, ordered)),
  }
}

export const cursorOf = (plan: Plan, row: Record<string, unknown>) =>
  Buffer.from(JSON.stringify([plan.ordered ? row[plan.ordered] : null, row.id])).toString('base64url')

/** A cursor comes back from a client: it can be anything, and databases differ in what they make of a wrong one. */
export class BadCursor extends Error {}

function readCursor(cursor: string, kind: Kind | undefined): NonNullable<Plan['after']> {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const isOfKind =
      kind === undefined ? value === null : typeof value === kind && (kind !== 'number' || Number.isFinite(value))
    if (isOfKind && typeof id === 'string' && isStorable([value, id])) return { value, id }
  } catch {
    // falls through: what cannot be read is not a cursor
  }
  throw new BadCursor('not a cursor of ours')
}
