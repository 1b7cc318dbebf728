import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Keys } from '../../../cloudfunctions/_kit/keys'
import { anchorsStore, notePutBack } from '../../../cloudfunctions/_kit/ledger-anchors'
import { openFiles, pathOf } from '../files-on-disk'
import { tableOf } from '../postgres/columns'
import { APPLICATION } from '../postgres/pool'
import type { Sql } from '../postgres/sql'
import { StartRefused } from '../start-refused'
import { stored } from '../store'
import { anchorsIn, bringBackAnchors } from './anchor-copies'
import { expire } from './expire'
import { allDestroyed, copyContent, destroyedKeysIn, isWhole, mergeDestroyed } from './file-copies'
import { hashOfFile } from './lines'
import { type Manifest, readManifest } from './manifest'
import { DATA, FILE_NAMES, placesIn } from './places'
import { type Inserted, insertAll } from './restore-rows'

export type Restored = Inserted & { stamp: string; files: number; hadKeys: boolean; destroyed: number }

type Checked = { dump: string; folder: string; manifest: Manifest; names: string[]; keysPath: string | undefined }

/**
 * Holds a dump against its manifest, before anything is opened or written. Throws a `StartRefused` when it is cut off or was
 * changed. Data keys that have been kept seven days are removed here too, if nobody else did.
 */
export async function checkDump(given: string, keys: Keys, now: Date): Promise<Checked> {
  const dump = resolve(given)
  const folder = dirname(dump)
  const manifest = await readManifest(dump, keys)
  await expire(folder, now)
  const places = placesIn(folder)
  const refuseChanged = async (path: string, expected: string) => {
    if ((await hashIfThere(path)) !== expected)
      throw new StartRefused(`${path} is cut off or was changed since it was made. Nothing was written.`)
  }
  await refuseChanged(join(dump, DATA), manifest.sha256.data)
  await refuseChanged(join(dump, FILE_NAMES), manifest.sha256.files)
  const keysPath = places.keysOf(manifest.stamp)
  const hasKeys = (await hashIfThere(keysPath)) !== undefined
  if (hasKeys) await refuseChanged(keysPath, manifest.sha256.keys)
  const names = (await readFile(join(dump, FILE_NAMES), 'utf8')).split('\n').filter(Boolean)
  for (const name of names)
    if (!(await isWhole(pathOf(places.files, name), name)))
      throw new StartRefused(`${pathOf(places.files, name)} is missing or damaged. Nothing was written.`)
  if (basename(dump) !== manifest.stamp)
    throw new StartRefused(`${dump} is the dump ${manifest.stamp} under another name. Nothing was written.`)
  return { dump, folder, manifest, names, keysPath: hasKeys ? keysPath : undefined }
}

async function hashIfThere(path: string): Promise<string | undefined> {
  const there = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return there && hashOfFile(path)
}

type Around = { sql: Sql; keys: Keys; filesDir: string; replace: boolean }

/**
 * Puts a checked dump into the database, as one transaction: cut off anywhere, the database is as it was. What has been
 * destroyed since stays destroyed.
 */
export async function restore(checked: Checked, { sql, keys, filesDir, replace }: Around): Promise<Restored> {
  const { dump, folder, manifest, names, keysPath } = checked
  const places = placesIn(folder)
  await refuseBusy(sql)
  if (!replace) await refuseFull(sql)
  const files = await openFiles(filesDir)
  await mergeDestroyed(places.destroyed, destroyedKeysIn(filesDir))
  const destroyed = await allDestroyed([destroyedKeysIn(filesDir), places.destroyed])
  await bringBackAnchors(places.anchors, anchorsIn(filesDir))
  for (const name of names) await copyContent(name, places.files, filesDir)
  // Before the database: where it was put back after all, this says so. Where it was not, the clock takes it away again.
  await notePutBack(files)
  const inserted = await sql.transaction(async (query) => {
    for (const declaration of stored) await query(`truncate ${tableOf(declaration)}`)
    const rows = await insertAll({ data: join(dump, DATA), keysPath, stamp: manifest.stamp }, destroyed, query, keys)
    // No ledger came back, so none of what is known of them outside can be asked for.
    if (!keysPath) await query(`truncate ${tableOf(anchorsStore)}`)
    return rows
  })
  await sql.query('analyze')
  return {
    ...inserted,
    stamp: manifest.stamp,
    files: names.length,
    hadKeys: keysPath !== undefined,
    destroyed: destroyed.size,
  }
}

/** An embedded database is held by its lock; of a PostgreSQL server its sessions tell. */
async function refuseBusy(sql: Sql) {
  if (sql.embedded) return
  const others = await sql.query(
    `select 1 from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [APPLICATION],
  )
  if (others.length > 0)
    throw new StartRefused(
      'A server of 心驿 is running on this database. Stop every replica, then restore. Nothing was written.',
    )
}

async function refuseFull(sql: Sql) {
  for (const declaration of stored) {
    const [row] = await sql.query(`select 1 from ${tableOf(declaration)} limit 1`)
    if (row)
      throw new StartRefused(
        `There is data in the database already (${declaration.name}). To put the backup in its place, add: -- --replace. Nothing was written.`,
      )
  }
}
