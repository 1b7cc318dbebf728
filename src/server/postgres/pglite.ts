import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { durable, fsyncPath, fsyncTree, MOST_LOG_MB } from './durable-files'
import { ownFolder } from './lock'
import type { Query, Sql } from './sql'

type Rows = Record<string, unknown>

const sqlOver = (pg: PGlite, settle: () => Promise<void>, close: () => Promise<void>): Sql => ({
  query: async (text, params = []) => {
    // It answers within the turn of the event loop that asks: who asks again and again would let nobody else have a turn.
    await setImmediate()
    const { rows } = await pg.query<Rows>(text, [...params])
    await settle()
    return rows
  },
  transaction: async <T>(work: (query: Query) => Promise<T>) => {
    const result = await pg.transaction((tx) =>
      work(async (text, params = []) => (await tx.query<Rows>(text, [...params])).rows),
    )
    await settle()
    return result
  },
  embedded: true,
  close,
})

const LOOK_EVERY = 200

/** PGlite has no checkpointer, whatever its settings say: until it is closed its write-ahead log would only grow. */
function checkpoints(pg: PGlite): () => Promise<void> {
  let sinceLook = 0
  return async () => {
    if (++sinceLook < LOOK_EVERY) return
    sinceLook = 0
    const { rows } = await pg.query<Rows>(
      `select pg_current_wal_lsn() - redo_lsn as bytes from pg_control_checkpoint()`,
    )
    if (Number(rows[0]?.bytes) > (MOST_LOG_MB / 2) * 1024 * 1024) await pg.exec('checkpoint')
  }
}

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
    return sqlOver(pg, checkpoints(pg), async () => {
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
  return sqlOver(
    pg,
    async () => {},
    () => pg.close(),
  )
}
