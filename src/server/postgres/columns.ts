import { createHash } from 'node:crypto'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { type Kind, kindOf } from '../../../cloudfunctions/_kit/indexed-kind'

/** `numeric` holds every JavaScript number exactly, as jsonb does. */
const SQL_TYPES = { string: 'text', number: 'numeric', boolean: 'boolean' } as const satisfies Record<Kind, string>

/** Names stand in statements as text, so they come from declarations only and must be plain. */
export function plainName(name: string): string {
  if (!/^[a-zA-Z][a-zA-Z0-9]{0,40}$/.test(name)) throw new Error(`${JSON.stringify(name)} is not a plain name`)
  return name
}

export const tableOf = (declaration: AnyDeclaration) => `"${plainName(declaration.name)}"`

/**
 * The value of a field as it is indexed and compared: strings by code point ("C"), as MongoDB does. A stored value of another
 * kind, written by an older version, counts as absent and breaks no index.
 */
export function expressionOf(declaration: AnyDeclaration, field: string): string {
  const kind = kindOf(declaration, field)
  const name = plainName(field)
  if (kind === 'string') return `((doc->>'${name}') collate "C")`
  return `(case when jsonb_typeof(doc->'${name}') = '${kind}' then (doc->'${name}')::${SQL_TYPES[kind]} end)`
}

/** A parameter that is compared with the expression of its field. */
export const parameter = (position: number, kind: Kind) => `$${position}::${SQL_TYPES[kind]}`

export const boundValue = (value: string | number | boolean) => (typeof value === 'number' ? String(value) : value)

/** Ends in a digest of the definition, so that an index whose definition changed is another index. 63 bytes at most. */
export function indexesOf(declaration: AnyDeclaration): Map<string, string> {
  const table = tableOf(declaration)
  return new Map(
    Object.entries(declaration.indexes).map(([index, fields]) => {
      const columns = [...fields.map((field) => expressionOf(declaration, field)), 'id'].join(', ')
      const digest = createHash('sha256').update(`${declaration.name}.${index} ${columns}`).digest('hex').slice(0, 12)
      const name = `${declaration.name.slice(0, 24)}_${plainName(index).slice(0, 24)}_${digest}`
      return [name, `create index "${name}" on ${table} (${columns})`]
    }),
  )
}

export const isOurIndex = (name: string) => /^[a-zA-Z0-9]+_[a-zA-Z0-9]+_[0-9a-f]{12}$/.test(name)
