import { type Collection, MOST_IDS, MOST_INSERTED } from '../../../cloudfunctions/_kit/database'
import { checked, type Declaration, lift, type Stored } from '../../../cloudfunctions/_kit/declaration'
import { again } from './again'
import { tableOf } from './columns'
import { countingOver } from './counter'
import type { Transact } from './gather-changes'
import { type Read, readMany } from './read'
import { count, find } from './search'
import type { Sql } from './sql'
import { refuseCounter, settled } from './together'

/** `read` gives one stored document, `transact` makes a change; both gather what is asked at the same time. */
export function collectionOver<T extends Stored>(
  sql: Sql,
  declaration: Declaration<T>,
  { read, transact }: { read: Read; transact: Transact },
): Collection<T> {
  const table = tableOf(declaration)
  const lifted = (stored: unknown) => lift<T>(declaration, stored as Record<string, unknown>)
  const { spend, release, add } = countingOver(sql, declaration)

  /** Those that were not there already. In the order of ids, so that two of these never wait for each other. */
  const insertAll = async (documents: readonly T[]): Promise<Set<string>> => {
    const rows = JSON.stringify(documents.map((document) => checked(declaration, document)))
    const inserted = await again(() =>
      sql.query(
        `insert into ${table} (id, doc) select row->>'id', row from jsonb_array_elements($1::jsonb) as row
         order by (row->>'id') collate "C" on conflict (id) do nothing returning id`,
        [rows],
      ),
    )
    return new Set(inserted.map((row) => String(row.id)))
  }

  return {
    spend,
    release,
    add,
    at: (id) => ({ declaration, id }),
    get: async (id) => {
      const stored = await read(id)
      return stored === undefined ? undefined : lifted(stored)
    },
    getMany: async (ids) => {
      if (ids.length > MOST_IDS)
        throw new Error(`${declaration.name}: ${ids.length} ids at once, ${MOST_IDS} are possible`)
      if (ids.length === 0) return []
      const found = await readMany(sql, declaration, ids)
      return ids.flatMap((id) => (found.has(id) ? [lifted(found.get(id))] : []))
    },
    find: (search) => find<T>(sql.query, declaration, search),
    count: (search) => count(sql.query, declaration, search),
    insert: async (document) => ((await insertAll([document])).has(document.id) ? 'inserted' : 'duplicate'),
    insertMany: async (documents) => {
      if (documents.length > MOST_INSERTED)
        throw new Error(`${declaration.name}: ${documents.length} documents at once, ${MOST_INSERTED} are possible`)
      if (documents.length === 0) return { duplicates: [] }
      const inserted = await insertAll(documents)
      return { duplicates: documents.map(({ id }) => id).filter((id) => !inserted.delete(id)) }
    },
    change: async (id, rule) => {
      refuseCounter(declaration)
      return transact({
        refs: { it: { declaration, id } },
        decide: ({ it }) => {
          const asked = rule(it as T | undefined)
          return { outcome: settled(asked), writes: { it: asked.ok ? asked.data.write : undefined } }
        },
      })
    },
    remove: async (id) => {
      const removed = await again(() => sql.query(`delete from ${table} where id = $1 returning id`, [id]))
      return removed.length > 0 ? 'removed' : 'absent'
    },
  }
}
