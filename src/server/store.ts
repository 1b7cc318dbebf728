import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../cloudfunctions/_kit/database'
import { declarations } from '../../cloudfunctions/people/inventory'
import { keysFrom, keysIn, type OpenRing } from './keys-file'
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
  ring: OpenRing
  sql?: Sql
  /** Only where nothing else takes back the room of what was written over. Gives how many collections it went through. */
  vacuum?: () => Promise<number>
  close(): Promise<void>
}

/** One that we opened ourselves. */
export type OwnStore = Store & { sql: Sql }

export type Where = {
  dataDir: string
  databaseUrl?: string | undefined
  keys?: string | undefined
}

/** Every collection of this deployment. */
export const stored = [...declarations, seedingsStore]

/** PostgreSQL allows 100 by default: room for several replicas and whoever looks after them. */
const CONNECTIONS = 10

/** A database that is open already and stays so, with its keys. */
export const givenStore = (database: Database, where: Where): Store => ({
  database,
  ring: ringOf(where),
  close: async () => {},
})

const embeddedIn = (dataDir: string) => join(dataDir, 'postgres')

function ringOf({ dataDir, keys }: Where): OpenRing {
  mkdirSync(dataDir, { recursive: true })
  return keys ? keysFrom(keys) : keysIn(dataDir, existsSync(embeddedIn(dataDir)))
}

/** Opens the database and its keys: a PostgreSQL server, or the embedded one in `dataDir`. */
export async function openStore(where: Where, tell: (line: string) => void): Promise<OwnStore> {
  const database = embeddedIn(where.dataDir)
  const ring = ringOf(where)
  if (!where.databaseUrl && !existsSync(database)) tell('Creating the database …')
  const sql = where.databaseUrl ? openPool(where.databaseUrl, CONNECTIONS) : await openEmbedded(where.dataDir)
  try {
    const opened = { database: await openDatabase(sql, stored), ring, sql, close: () => sql.close() }
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
      { cause: error },
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
