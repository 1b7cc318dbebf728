import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { indexesOf, isOurIndex, tableOf } from './columns'
import type { Query, Sql } from './sql'

/** "xinyi" in ASCII; replicas that start together provision one after the other. */
const PROVISIONING = 0x78696e7969

async function refuseUnfit(query: Query): Promise<void> {
  const [server] = await query(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
  )
  if (Number(server?.version) < 130_000) throw new Error('PostgreSQL 13 or later is needed')
  if (server?.encoding !== 'UTF8')
    throw new Error(`the database must be encoded in UTF8, not ${String(server?.encoding)}`)
}

async function provisionOne(query: Query, declaration: AnyDeclaration): Promise<void> {
  const table = tableOf(declaration)
  const wanted = indexesOf(declaration)
  await query(`create table if not exists ${table} (id text collate "C" primary key, doc jsonb not null)`)
  const rows = await query(`select indexname from pg_indexes where schemaname = current_schema() and tablename = $1`, [
    declaration.name,
  ])
  const present = new Set(rows.map((row) => String(row.indexname)))
  for (const name of present) if (isOurIndex(name) && !wanted.has(name)) await query(`drop index "${name}"`)
  const missing = [...wanted].filter(([name]) => !present.has(name))
  for (const [, statement] of missing) await query(statement)
  if (missing.length > 0) await query(`analyze ${table}`)
}

/** Brings the tables and indexes of the database to what is declared. Can be run at every start. */
export async function provision(sql: Sql, declarations: readonly AnyDeclaration[]): Promise<void> {
  await sql.transaction(async (query) => {
    await query(`set local lock_timeout = 0`)
    await query(`select pg_advisory_xact_lock($1)`, [String(PROVISIONING)])
    await refuseUnfit(query)
    for (const declaration of declarations) await provisionOne(query, declaration)
  })
}

/** What autovacuum would do: the room of what was written over is used again. Gives how many collections it went through. */
export async function vacuum(sql: Sql, declarations: readonly AnyDeclaration[]): Promise<number> {
  for (const declaration of declarations) await sql.query(`vacuum (analyze) ${tableOf(declaration)}`)
  return declarations.length
}
