import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Keys } from '../../cloudfunctions/_kit/keys'
import { declarations } from '../../cloudfunctions/people/inventory'
import { keysFrom, keysIn } from './keys-file'
import { openDatabase } from './postgres/database'
import { DataInUse } from './postgres/lock'
import { openPglite } from './postgres/pglite'
import { openPool } from './postgres/pool'
import { vacuum } from './postgres/provision'
import type { Sql } from './postgres/sql'
import { seedingsStore } from './seed/marker'
import { StartRefused } from './start-refused'

export type Store = {
  database: Database
  keys: Keys
  /** Only where nothing else takes back the room of what was written over. Gives how many collections it went through. */
  vacuum?: () => Promise<number>
  close(): Promise<void>
}

export type Where = {
  dataDir: string
  databaseUrl?: string | undefined
  database?: Database | undefined
  keys?: string | undefined
}

/** Every collection of this deployment. */
export const stored = [...declarations, seedingsStore]

/** PostgreSQL allows 100 by default: room for several replicas and whoever looks after them. */
const CONNECTIONS = 10

/** Opens the database and its keys: one that is open already, a PostgreSQL server, or the embedded one in `dataDir`. */
export async function openStore(where: Where, tell: (line: string) => void): Promise<Store> {
  const database = join(where.dataDir, 'postgres')
  mkdirSync(where.dataDir, { recursive: true })
  const keys = where.keys ? keysFrom(where.keys) : keysIn(where.dataDir, existsSync(database))
  if (where.database) return { database: where.database, keys, close: async () => {} }
  if (!where.databaseUrl && !existsSync(database)) tell('Creating the database …')
  const sql = where.databaseUrl ? openPool(where.databaseUrl, CONNECTIONS) : await openEmbedded(where.dataDir)
  try {
    const opened = { database: await openDatabase(sql, stored), keys, close: () => sql.close() }
    return sql.embedded ? { ...opened, vacuum: () => vacuum(sql, stored) } : opened
  } catch (error) {
    await sql.close()
    throw where.databaseUrl ? refusalOf(error) : error
  }
}

const openEmbedded = (dataDir: string): Promise<Sql> =>
  openPglite(dataDir).catch((error: unknown) => {
    if (!(error instanceof DataInUse)) throw error
    throw new StartRefused(
      `${error.folder} is in use by process ${error.pid}, which is probably this server started earlier. Go on with that one, or stop it first: kill ${error.pid}`,
    )
  })

const sentences: Record<string, string> = {
  ECONNREFUSED: 'The PostgreSQL server of DATABASE_URL does not answer. Is it running, and is the port right?',
  ENOTFOUND: 'The host of DATABASE_URL is not known.',
  ETIMEDOUT: 'The PostgreSQL server of DATABASE_URL cannot be reached.',
  EHOSTUNREACH: 'The PostgreSQL server of DATABASE_URL cannot be reached.',
  '28000': 'The PostgreSQL server refuses the user of DATABASE_URL.',
  '28P01': 'The PostgreSQL server refuses the password of DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist.',
}

/** The address holds a password: it is never repeated. */
function refusalOf(error: unknown): unknown {
  const sentence = sentences[String((error as { code?: unknown } | null)?.code)]
  return sentence ? new StartRefused(sentence) : error
}
