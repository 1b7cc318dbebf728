import { type Database, type Documents, MOST_TOGETHER, type Settled } from '../../../cloudfunctions/_kit/database'
import { type AnyDeclaration, checked, lift, type Stored } from '../../../cloudfunctions/_kit/declaration'
import { done, type Result } from '../../domain/result'
import { again, Overtaken } from './again'
import { tableOf } from './columns'
import type { Query, Sql } from './sql'

type Held = { declaration: AnyDeclaration; id: string }

/** The document to write, `null` to remove it, undefined to leave it. */
type Write = Stored | null | undefined

const bodyOf = (declaration: AnyDeclaration, document: Stored) => JSON.stringify(checked(declaration, document))

async function write(query: Query, { declaration, id }: Held, existed: boolean, document: Write): Promise<void> {
  if (document === undefined) return
  const table = tableOf(declaration)
  if (document === null) {
    if (existed) await query(`delete from ${table} where id = $1`, [id])
    return
  }
  if (document.id !== id) throw new Error(`${declaration.name}: ${document.id} cannot be written as ${id}`)
  const params = [id, bodyOf(declaration, document)]
  if (existed) {
    await query(`update ${table} set doc = $2::jsonb where id = $1`, params)
    return
  }
  const inserted = await query(
    `insert into ${table} (id, doc) values ($1, $2::jsonb) on conflict (id) do nothing returning id`,
    params,
  )
  if (inserted.length === 0) throw new Overtaken(`${declaration.name}: inserted by somebody else`)
}

const inLockOrder = (a: Held, b: Held) => {
  const [left, right] =
    a.declaration.name === b.declaration.name ? [a.id, b.id] : [a.declaration.name, b.declaration.name]
  return left < right ? -1 : 1
}

/** Locks the documents in one order for everybody, asks, and writes; `decide` may be asked again after a conflict. */
export function transact<Outcome>(
  sql: Sql,
  refs: Record<string, Held>,
  decide: (documents: Record<string, Stored | undefined>) => { outcome: Outcome; writes: Record<string, Write> },
): Promise<Outcome> {
  const held = Object.entries(refs).sort(([, a], [, b]) => inLockOrder(a, b))
  return again(() =>
    sql.transaction(async (query) => {
      const documents: Record<string, Stored | undefined> = {}
      const existed = new Set<string>()
      for (const [key, { declaration, id }] of held) {
        const [row] = await query(`select doc from ${tableOf(declaration)} where id = $1 for update`, [id])
        if (row) existed.add(key)
        documents[key] = row && lift<Stored>(declaration, row.doc as Record<string, unknown>)
      }
      const { outcome, writes } = decide(documents)
      for (const key of Object.keys(writes)) if (!refs[key]) throw new Error(`${key} was not asked for`)
      for (const [key, ref] of held) await write(query, ref, existed.has(key), writes[key])
      return outcome
    }),
  )
}

export function refuseCounter(declaration: AnyDeclaration): void {
  if (declaration.counter) throw new Error(`${declaration.name} is a counter: it is never part of a transaction`)
}

function refuseMisuse(held: Held[]): void {
  if (held.length < 1 || held.length > MOST_TOGETHER)
    throw new Error(`${held.length} documents together: 1 to ${MOST_TOGETHER} are possible`)
  for (const { declaration } of held) refuseCounter(declaration)
  const names = new Set(held.map(({ declaration, id }) => JSON.stringify([declaration.name, id])))
  if (names.size < held.length) throw new Error('the same document stands twice in one transaction')
}

/** What the caller hears of a rule's answer. */
export const settled = <Asked extends Result<{ reply: unknown }, string>>(asked: Asked) =>
  (asked.ok ? done(asked.data.reply) : asked) as Settled<Asked>

export const togetherOver =
  (sql: Sql, refuseUndeclared: (declaration: AnyDeclaration) => void): Database['together'] =>
  async (refs, rule) => {
    const held: Held[] = Object.values(refs)
    refuseMisuse(held)
    for (const { declaration } of held) refuseUndeclared(declaration)
    return transact(sql, refs, (documents) => {
      const asked = rule(documents as Documents<typeof refs>)
      return { outcome: settled(asked), writes: asked.ok ? asked.data.write : {} }
    })
  }
