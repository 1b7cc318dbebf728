import { isDeepStrictEqual } from 'node:util'
import { type AnyDeclaration, checked, lift, type Stored } from '../../../cloudfunctions/_kit/declaration'
import { Overtaken } from './again'
import { tableOf } from './columns'
import type { Query } from './sql'

export type Held = { declaration: AnyDeclaration; id: string }

/** The document to write, `null` to remove it, undefined to leave it. */
export type Write = Stored | null | undefined

export type Documents = Record<string, Stored | undefined>
export type Decided<Outcome> = { outcome: Outcome; writes: Record<string, Write> }

/** The documents that are held while `decide` is asked what becomes of them; it may be asked again after a conflict. */
export type Change<Outcome = unknown> = {
  refs: Record<string, Held>
  decide: (documents: Documents) => Decided<Outcome>
}

/** `locked`: somebody else holds a document of this change, which therefore was not asked. */
export type Answer = { outcome: unknown } | { fault: unknown } | 'locked'

/** One document as text: as the database has it, and as it will be. */
type Standing = Held & { before: string | undefined; now: string | undefined }

/** Names of collections are plain, so that no two documents share a name. */
export const nameOf = ({ declaration, id }: Held) => `${declaration.name} ${id}`

const inLockOrder = (a: Held, b: Held) => {
  const [left, right] =
    a.declaration.name === b.declaration.name ? [a.id, b.id] : [a.declaration.name, b.declaration.name]
  return left < right ? -1 : 1
}

function byTable<T extends Held>(held: readonly T[]): [string, T[]][] {
  const tables = new Map<string, T[]>()
  for (const one of held) {
    const table = tableOf(one.declaration)
    tables.set(table, [...(tables.get(table) ?? []), one])
  }
  return [...tables]
}

/** One statement for all: an embedded database answers each for the price of several documents. */
async function look(query: Query, held: readonly Held[], lock: string): Promise<Map<string, string>> {
  const tables = byTable(held)
  const each = tables.map(([table], at) => {
    const some = `select ${at} as at, id, doc::text as doc from ${table} where id = any($${at + 1}::text[]) order by id`
    return `select * from (${some} ${lock}) as d${at}`
  })
  const rows = await query(
    each.join(' union all '),
    tables.map(([, some]) => some.map(({ id }) => id)),
  )
  const names = tables.map(([, some]) => new Map(some.map((one) => [one.id, nameOf(one)])))
  return new Map(rows.map(({ at, id, doc }) => [names[Number(at)]?.get(String(id)) ?? '', String(doc)]))
}

/** What a change decides, seen after all that were asked before it. Throws without a trace. */
function decided({ refs, decide }: Change, standing: ReadonlyMap<string, Standing>): { outcome: unknown } {
  const documents: Documents = {}
  for (const [key, ref] of Object.entries(refs)) {
    const text = standing.get(nameOf(ref))?.now
    documents[key] = text === undefined ? undefined : lift<Stored>(ref.declaration, JSON.parse(text))
  }
  const { outcome, writes } = decide(documents)
  const become: [Standing, string | undefined][] = Object.entries(writes).flatMap(([key, write]) => {
    const one = refs[key] && standing.get(nameOf(refs[key]))
    if (!one) throw new Error(`${key} was not asked for`)
    if (write === undefined) return []
    if (write && write.id !== one.id)
      throw new Error(`${one.declaration.name}: ${write.id} cannot be written as ${one.id}`)
    return [[one, write ? JSON.stringify(checked(one.declaration, write)) : undefined]]
  })
  for (const [one, now] of become) one.now = now
  return { outcome }
}

/** It is held as it is until the transaction ends: to write the same again would add nothing. */
const isSame = ({ before, now }: Standing) =>
  before === now ||
  (before !== undefined && now !== undefined && isDeepStrictEqual(JSON.parse(before), JSON.parse(now)))

/** One statement for all, each table's documents in the order of ids. */
async function writeAll(query: Query, changed: readonly Standing[]): Promise<void> {
  const params: unknown[] = []
  const expected: number[] = []
  const parts: string[] = []
  const param = (value: unknown) => `$${params.push(value)}`
  const add = (rows: readonly Standing[], statement: () => string) => {
    if (rows.length === 0) return
    parts.push(`w${parts.length} as (${statement()} returning 1)`)
    expected.push(rows.length)
  }
  for (const [table, rows] of byTable(changed)) {
    const fresh = rows.filter(({ before }) => before === undefined)
    const removed = rows.filter(({ now }) => now === undefined)
    const kept = rows.filter(({ before, now }) => before !== undefined && now !== undefined)
    add(fresh, () => {
      const given = `jsonb_array_elements(${param(`[${fresh.map(({ now }) => now).join(',')}]`)}::jsonb) as row`
      const inOrder = `order by (row->>'id') collate "C" on conflict (id) do nothing`
      return `insert into ${table} (id, doc) select row->>'id', row from ${given} ${inOrder}`
    })
    add(kept, () => {
      const given = param(`{${kept.map(({ id, now }) => `${JSON.stringify(id)}:${now}`).join(',')}}`)
      return `update ${table} set doc = ${given}::jsonb->id where id = any(${param(kept.map(({ id }) => id))}::text[])`
    })
    add(removed, () => `delete from ${table} where id = any(${param(removed.map(({ id }) => id))}::text[])`)
  }
  if (parts.length === 0) return
  const counts = parts.map((_, at) => `(select count(*)::int from w${at}) as w${at}`)
  const [row] = await query(`with ${parts.join(', ')} select ${counts.join(', ')}`, params)
  for (const [at, count] of expected.entries())
    if (row?.[`w${at}`] !== count) throw new Overtaken('a document that was absent is there')
}

/**
 * Asks these changes one after the other within a transaction, and writes what they decide: each sees what those before it
 * wrote, as if it had come after them. `wait` for documents that somebody else holds, or leave out the changes that need one.
 */
export async function settle(
  query: Query,
  changes: readonly Change[],
  { wait, alone }: { wait: boolean; alone: boolean },
): Promise<Answer[]> {
  const named = new Map(changes.flatMap(({ refs }) => Object.values(refs)).map((ref) => [nameOf(ref), ref]))
  const held = [...named.values()].sort(inLockOrder)
  const found = await look(query, held, wait ? 'for update' : 'for update skip locked')
  // The first look saw the database as it was before it held anything. Where nobody else works nothing has come since.
  const absent = alone || (wait && held.length === 1) ? [] : held.filter((one) => !found.has(nameOf(one)))
  const late = absent.length > 0 ? await look(query, absent, wait ? 'for update' : '') : new Map<string, string>()
  const standing = new Map(
    held.map((one) => {
      const before = found.get(nameOf(one)) ?? late.get(nameOf(one))
      return [nameOf(one), { ...one, before, now: before }]
    }),
  )
  const answers = changes.map((change): Answer => {
    if (!wait && Object.values(change.refs).some((ref) => late.has(nameOf(ref)))) return 'locked'
    try {
      return decided(change, standing)
    } catch (fault) {
      return { fault }
    }
  })
  await writeAll(
    query,
    [...standing.values()].filter((one) => !isSame(one)),
  )
  return answers
}
