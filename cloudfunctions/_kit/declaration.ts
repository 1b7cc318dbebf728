import type * as z from 'zod'
import type { SubjectKind } from '../../src/domain/notices/words'
import type { FloorName } from '../../src/domain/retention/floors'

export type Stored = { id: string }

/**
 * Whose a document is. `person`: the field that holds the personId, so that export and destroy find it; an index must begin
 * with it. `destroyed`: whether the person can destroy this kind alone, or only with the whole account.
 */
export type PersonOwner = { kind: 'person'; field: string; destroyed: 'alone' | 'with-account' }
export type Owner = { kind: 'union' } | { kind: 'staff'; field: string } | PersonOwner

/** How long a document is kept, and in which words that is explained. */
export type Keep = { until: 'removed'; why: string } | { days: number; since: string; why: string }

/**
 * Everything the house must know about a collection. Provisioning of both databases, the inventory, and the sweeps come
 * from here alone; a collection without a declaration cannot be opened.
 */
export type Declaration<T extends Stored> = {
  name: string
  /** What it is called where people read of it, such as 「收藏」. */
  title: string
  /** One plain Chinese sentence: what is in it. */
  about: string
  schema: z.ZodType<T> & { shape: Record<string, z.ZodType> }
  version: number
  /** `migrations[n]` lifts a document stored at version n to n + 1; applied when it is read. */
  migrations: Record<number, (old: Record<string, unknown>) => Record<string, unknown>>
  /**
   * Equality fields first, then the one field that orders. Top-level fields only, never absent or null. `id` is always
   * the last tie-break and is not named. Platform limit: 20 indexes a collection.
   */
  indexes: Record<string, readonly [...string[]]>
  owner: Owner
  sensitivity: 'public' | 'internal' | 'personal' | 'sensitive'
  /** Fields kept encrypted: their schema is `SealedText`, and only `_kit` can open them. */
  sealed: readonly string[]
  keep: Keep
  /** Who sees a person's documents besides the person, in plain words; nobody where it is not said. */
  seenBy?: string
  /** The kind whose data key it shares, where one is nothing without the other. */
  keyedWith?: string
  /** The field that names whose data key it is sealed with, where that is not its owner: a conversation has one of its own. */
  keyedBy?: string
  /** Kinds that say the same, or are nothing without it: they go when the person destroys it alone. */
  goesWith: readonly string[]
  /** As what notices speak of a document, and by which of its fields: they are forgotten when it is destroyed. */
  spokenOf?: { as: SubjectKind; field: string }
  /** A law under which destroyed documents stay sealed for a time. */
  floor?: FloorName
  /** What fields are called in the person's own export; those without a name are ours and stay out of it. */
  fields: Record<string, string>
  /** Spent from or added to by many at once: never part of a transaction. */
  counter: boolean
}

/** Declares a collection; the defaults are the plain case. */
export const declare = <T extends Stored>(
  declaration: Pick<Declaration<T>, 'name' | 'title' | 'about' | 'schema' | 'owner' | 'sensitivity' | 'keep'> &
    Partial<
      Pick<
        Declaration<T>,
        | 'version'
        | 'migrations'
        | 'indexes'
        | 'counter'
        | 'floor'
        | 'fields'
        | 'keyedWith'
        | 'keyedBy'
        | 'seenBy'
        | 'goesWith'
        | 'spokenOf'
      >
    > & {
      sealed?: readonly (keyof T & string)[]
    },
): Declaration<T> => ({
  version: 1,
  migrations: {},
  indexes: {},
  sealed: [],
  counter: false,
  fields: {},
  goesWith: [],
  ...declaration,
})

// biome-ignore lint/suspicious/noExplicitAny: a list of declarations of different documents has no narrower type.
export type AnyDeclaration = Declaration<any>

/** What a database stores beside the document: the version it was written at. */
export const VERSION_FIELD = 'v'

/** Brings a stored document to today's shape. Throws when it fits no known shape: a wrong document must not be read as a right one. */
export function lift<T extends Stored>(declaration: Declaration<T>, stored: Record<string, unknown>): T {
  const { [VERSION_FIELD]: version, ...rest } = stored
  let document: Record<string, unknown> = rest
  for (let at = Number(version); at < declaration.version; at++) {
    const step = declaration.migrations[at]
    if (!step) throw new Error(`${declaration.name}: no migration from version ${at}`)
    document = step(document)
  }
  if (Number.isNaN(Number(version)) || Number(version) > declaration.version)
    throw new Error(`${declaration.name}: stored version ${String(version)} is unknown here`)
  return document as T
}

/** Checks a document before it is written, so that nothing undeclared is ever stored. Throws on a fault of ours. */
export function checked<T extends Stored>(declaration: Declaration<T>, document: T): Record<string, unknown> {
  const parsed = declaration.schema.safeParse(document)
  if (!parsed.success)
    throw new Error(
      `${declaration.name}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
    )
  const fields = parsed.data as Record<string, unknown>
  for (const field of Object.values(declaration.indexes).flat())
    if (fields[field] === undefined || fields[field] === null)
      throw new Error(`${declaration.name}: ${field} is indexed and has no value`)
  return { ...fields, [VERSION_FIELD]: declaration.version }
}
