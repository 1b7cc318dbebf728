import type { AnyDeclaration } from './declaration'

/** What an indexed field holds; decides how it is compared. */
export type Kind = 'string' | 'number' | 'boolean'

type Definition = {
  type: string
  innerType?: unknown
  out?: unknown
  entries?: Record<string, unknown>
  values?: unknown[]
  options?: unknown[]
}

const WRAPPERS = ['optional', 'nullable', 'nonoptional', 'default', 'prefault', 'catch', 'readonly']

const oneKind = (kinds: (string | undefined)[]) => (new Set(kinds).size === 1 ? kinds[0] : undefined)

function kindIn(schema: unknown): string | undefined {
  const { type, innerType, out, entries, values, options } = (schema as { def: Definition }).def
  if (WRAPPERS.includes(type)) return kindIn(innerType)
  if (type === 'pipe') return kindIn(out)
  if (type === 'enum' && entries) return oneKind(Object.values(entries).map((entry) => typeof entry))
  if (type === 'literal' && values) return oneKind(values.map((value) => typeof value))
  if (type === 'union' && options) return oneKind(options.map(kindIn))
  return type === 'template_literal' ? 'string' : type
}

/** Read from the declared schema. Throws for a field that has no single scalar kind: it cannot be indexed. */
export function kindOf(declaration: AnyDeclaration, field: string): Kind {
  const schema = Object.hasOwn(declaration.schema.shape, field) ? declaration.schema.shape[field] : undefined
  const kind = schema && kindIn(schema)
  if (kind !== 'string' && kind !== 'number' && kind !== 'boolean')
    throw new Error(`${declaration.name}.${field} cannot be indexed: it is ${kind ?? 'of no single kind'}`)
  return kind
}
