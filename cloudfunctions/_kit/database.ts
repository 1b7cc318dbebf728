import type { Result } from '../../src/domain/result'
import type { Declaration, Stored } from './declaration'

/** A page of documents in the order of the index; `next` continues after the last one, null at the end. */
export type Page<T> = { rows: T[]; next: string | null }

type Scalar = string | number | boolean

/**
 * A search by a declared index: equality on its leading fields, at most one range on the field after them, ordered by the
 * fields that are not fixed, then by id. `limit` 1 to 100. `after` is the `next` of the page before. There is no skip.
 */
export type Query = {
  index: string
  where?: Record<string, Scalar>
  range?: { from?: Scalar; before?: Scalar }
  order?: 'ascending' | 'descending'
  limit: number
  after?: string
}

/** Amounts by dotted path, such as `{ 'totals.reads': 1 }`; missing numbers count from 0. */
export type Increments = Record<string, number>

/**
 * The few things asked of a database; each implementation passes one conformance suite. Faults throw: a database that
 * cannot answer is never an empty one. `Busy` is thrown when conflicts outlast the retries.
 */
export type Collection<T extends Stored> = {
  get(id: string): Promise<T | undefined>
  /** At most 100 ids. In the order asked; those that are not there are left out. */
  getMany(ids: readonly string[]): Promise<T[]>
  find(query: Query): Promise<Page<T>>
  count(query: Pick<Query, 'index' | 'where' | 'range'>): Promise<number>
  insert(document: T): Promise<'inserted' | 'duplicate'>
  /** At most 500. Says which ids were there already; those are left as they were. */
  insertMany(documents: readonly T[]): Promise<{ duplicates: string[] }>
  /** Reads, asks the rule, writes what it gives, as one transaction. The rule may run again after a conflict. `null` removes. */
  change<Asked extends Result<Changed<T, unknown>, string>>(
    id: string,
    rule: (document: T | undefined) => Asked,
  ): Promise<Settled<Asked>>
  /**
   * Takes `places` of `pool` for `holder` in one conditional update: all of them or none. The pool is a field of the document:
   * `{ left: number, holders: string[] }`. Whoever holds already, however many, takes no more. `absent` when the document is
   * not there. Only for a collection declared `counter`.
   */
  spend(id: string, pool: string, holder: string, places?: number): Promise<'spent' | 'already' | 'short' | 'absent'>
  /** Gives back what `holder` took, once: as many `places`, into the pool they came from or into another of the document. */
  release(id: string, pool: string, holder: string, back?: Back): Promise<'released' | 'not-held' | 'absent'>
  /** Only for a collection declared `counter`. */
  add(id: string, increments: Increments): Promise<'added' | 'absent'>
  remove(id: string): Promise<'removed' | 'absent'>
  /** Names a document for `together`. */
  at(id: string): Ref<T>
}

/** One place, and the pool it came from, where it is not said. */
export type Back = { places?: number; into?: string }

/** `write`: the whole new document, `null` to remove it, absent to leave it; `reply`: what the caller hears. */
export type Changed<T, R> = { write?: T | null; reply: R }

/** What a rule answered, without what it wrote: the reply, or the refusal as it was. */
export type Settled<Asked> = Asked extends { ok: true; data: { reply: infer R } } ? { ok: true; data: R } : Asked

export type Ref<T extends Stored> = { declaration: Declaration<T>; id: string }

// biome-ignore lint/suspicious/noExplicitAny: references to documents of different collections stand side by side.
export type Refs = Record<string, Ref<any>>
export type Documents<R extends Refs> = { [K in keyof R]: (R[K] extends Ref<infer T> ? T : never) | undefined }
export type Writes<R extends Refs> = { [K in keyof R]?: (R[K] extends Ref<infer T> ? T : never) | null }

export type Database = {
  open<T extends Stored>(declaration: Declaration<T>): Collection<T>
  /** At most 5 documents, of any collections, as one transaction. */
  together<R extends Refs, Asked extends Result<{ write: Writes<R>; reply: unknown }, string>>(
    refs: R,
    rule: (documents: Documents<R>) => Asked,
  ): Promise<Settled<Asked>>
}

/** Conflicts outlasted every retry; told to the client as `BUSY`. */
export class Busy extends Error {}

export const MOST_IDS = 100
export const MOST_ROWS = 100
export const MOST_INSERTED = 500
/** A party or a class at the most; more in one update is a mistake. */
const MOST_PLACES = 10_000

/** Half a place, or none, would be a mistake of ours that no pool could be counted by afterwards. */
export function refusePlaces(collection: string, places: number): void {
  if (!Number.isInteger(places) || places < 1 || places > MOST_PLACES)
    throw new Error(`${collection}: ${places} places cannot be taken or given back`)
}

/** WeChat transactions are kept short: at most five documents. */
export const MOST_TOGETHER = 5
