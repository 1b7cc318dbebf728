import { openInMemory } from '../../src/server/postgres/pglite'
import type { Sql } from '../../src/server/postgres/sql'

/** Creating a database takes seconds, emptying one hardly any time: what a file gave back, the next file takes. */
const givenBack: Sql[] = []

async function empty(sql: Sql): Promise<void> {
  const tables = await sql.query("select table_name from information_schema.tables where table_schema = 'public'")
  await sql.query(`truncate ${tables.map(({ table_name: name }) => `"${String(name)}"`).join(', ')}`)
}

/** A real PostgreSQL with nothing in its tables; closing it empties it for whoever comes next. */
export async function emptyDatabase(): Promise<Sql> {
  const sql = givenBack.pop() ?? (await openInMemory())
  const close = async () => {
    await empty(sql)
    givenBack.push(sql)
  }
  return { ...sql, close }
}
