import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { tableOf } from './columns'
import type { Sql } from './sql'

/** A stored document as it lies there; undefined when it does not. */
export type Read = (id: string) => Promise<unknown>

export async function readMany(
  sql: Sql,
  declaration: AnyDeclaration,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const rows = await sql.query(`select id, doc from ${tableOf(declaration)} where id = any($1::text[])`, [[...ids]])
  return new Map(rows.map((row) => [String(row.id), row.doc]))
}
