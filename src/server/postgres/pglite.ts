import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { durable, fsyncPath, fsyncTree } from './durable-files'
import { ownFolder } from './lock'
import type { Query, Sql } from './sql'

const sqlOver = (pg: PGlite, close: () => Promise<void>): Sql => ({
  query: async (text, params = []) => (await pg.query<Record<string, unknown>>(text, [...params])).rows,
  transaction: <T>(work: (query: Query) => Promise<T>) =>
    pg.transaction((tx) =>
      work(async (text, params = []) => (await tx.query<Record<string, unknown>>(text, [...params])).rows),
    ),
  vacuumsItself: false,
  close,
})

/** The database appears under its name only when it is whole; a creation that was cut off is started over. */
async function createIn(folder: string, database: string): Promise<void> {
  const creating = `${database}.creating`
  rmSync(creating, { recursive: true, force: true })
  const pg = await PGlite.create(durable(creating))
  await pg.close()
  fsyncTree(creating)
  renameSync(creating, database)
  fsyncPath(folder)
}

/**
 * PostgreSQL in this process, kept in `<folder>/postgres`. Takes the folder for this process alone: throws `DataInUse` while
 * another one has it. What is acknowledged is on the disk.
 */
export async function openPglite(folder: string): Promise<Sql> {
  mkdirSync(folder, { recursive: true })
  const owned = ownFolder(folder)
  try {
    const database = join(folder, 'postgres')
    if (!existsSync(database)) await createIn(folder, database)
    const pg = await PGlite.create(durable(database))
    return sqlOver(pg, async () => {
      await pg.close()
      owned.release()
    })
  } catch (error) {
    owned.release()
    throw error
  }
}

/** Gone when it is closed. */
export async function openInMemory(): Promise<Sql> {
  const pg = await PGlite.create()
  return sqlOver(pg, () => pg.close())
}
