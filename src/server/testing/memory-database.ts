import type { Database } from '../../../cloudfunctions/_kit/database'
import { openDatabase } from '../postgres/database'
import { openInMemory } from '../postgres/pglite'
import { stored } from '../store'

/** A real PostgreSQL with every collection, gone when it is closed; creating one on disk takes many times as long. */
export async function memoryDatabase(): Promise<{ database: Database; close(): Promise<void> }> {
  const sql = await openInMemory()
  return { database: await openDatabase(sql, stored), close: () => sql.close() }
}
