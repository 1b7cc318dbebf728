import { closeSync, existsSync, fsyncSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataKeysStore } from '../../../cloudfunctions/_kit/data-keys'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import type { Keys } from '../../../cloudfunctions/_kit/keys'
import { EVERYTHING_HAS_A_KEY } from '../../../cloudfunctions/people/replay-destroyed'
import { version } from '../../../package.json'
import { tableOf } from '../postgres/columns'
import { fsyncPath } from '../postgres/durable-files'
import { DataInUse, ownFolder } from '../postgres/lock'
import type { Query, Sql } from '../postgres/sql'
import { StartRefused } from '../start-refused'
import { stored } from '../store'
import { anchorsIn, copyAnchors } from './anchor-copies'
import { type Expired, expire } from './expire'
import { contentFiles, copyContent, destroyedKeysIn, mergeDestroyed } from './file-copies'
import { hashOfFile, type LineFile, writeLines, writeNew } from './lines'
import { sealed } from './manifest'
import { close, dataKeyIdOf, dataKeysAmong, hasDataKeys, type Row } from './person-rows'
import { DATA, FILE_NAMES, MANIFEST, makePlaces, stampOf, UNFINISHED } from './places'

/** Bodies of pieces have several kilobytes. */
const ROWS_A_PAGE = 200

export type BackedUp = {
  stamp: string
  documents: number
  dataKeys: number
  files: number
  /** Documents whose data key was gone already: they count as destroyed and are in no backup. */
  left: number
  expired: Expired
}

type Around = { sql: Sql; keys: Keys; filesDir: string; now: Date }

/**
 * One dump of everything, as it was at one moment, into a folder of its own below `folder`, with the data keys apart from it.
 * It has its name only when it is whole. Throws a `StartRefused` while another is being made.
 */
export async function backup(folder: string, { sql, keys, filesDir, now }: Around): Promise<BackedUp> {
  const places = makePlaces(folder)
  const owned = own(folder)
  const stamp = stampOf(now)
  const dump = places.dump(stamp)
  const draft = `${dump}${UNFINISHED}`
  const keysDraft = `${places.keysOf(stamp)}${UNFINISHED}`
  try {
    if (existsSync(dump)) throw new StartRefused(`${dump} is there already: try again in a moment.`)
    mkdirSync(draft, { mode: 0o700 })
    const dumped = await dumpAll(join(draft, DATA), keysDraft, stamp, sql, keys)
    if (dumped.left > 0) refuseBeforeKeys(filesDir)
    const files = await copyFiles(join(draft, FILE_NAMES), filesDir, places.files)
    // After the snapshot, so that the list has every key that the dump no longer has.
    await mergeDestroyed(destroyedKeysIn(filesDir), places.destroyed)
    await copyAnchors(anchorsIn(filesDir), places.anchors)
    const sha256 = {
      data: await hashOfFile(join(draft, DATA)),
      files: await hashOfFile(join(draft, FILE_NAMES)),
      keys: await hashOfFile(keysDraft),
    }
    const { counts, dataKeys, left } = dumped
    const manifest = sealed({ version, stamp, counts, dataKeys, files, sha256 }, keys)
    writeThrough(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(keysDraft, places.keysOf(stamp))
    fsyncFolders(draft, places.keys)
    renameSync(draft, dump)
    fsyncFolders(places.folder)
    const documents = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { stamp, documents, dataKeys, files, left, expired: await expire(folder, now) }
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    rmSync(keysDraft, { force: true })
    throw error
  } finally {
    owned.release()
  }
}

/** What an older version stored has no data key until the clock has gone round once, and is not destroyed for that. */
function refuseBeforeKeys(filesDir: string) {
  if (existsSync(join(destroyedKeysIn(filesDir), EVERYTHING_HAS_A_KEY))) return
  throw new StartRefused(
    'Some of what an older version stored has no data key yet and would be left out. Start the server, let it run for a few minutes, then make the backup again. Nothing was written.',
  )
}

function own(folder: string) {
  try {
    return ownFolder(folder)
  } catch (error) {
    if (!(error instanceof DataInUse)) throw error
    throw new StartRefused(`Another backup into ${folder} is being made by process ${error.pid}. Wait for it to end.`)
  }
}

const writeThrough = (path: string, text: string) => {
  const file = writeNew(path, text)
  fsyncSync(file)
  closeSync(file)
}

/** Windows opens no folders and needs none written. */
function fsyncFolders(...folders: string[]) {
  if (process.platform !== 'win32') for (const folder of folders) fsyncPath(folder)
}

type Dumped = { counts: Record<string, number>; dataKeys: number; left: number }

/** Documents and data keys as one transaction sees them: no key is younger or older than what it opens. */
async function dumpAll(dataPath: string, keysPath: string, stamp: string, sql: Sql, keys: Keys): Promise<Dumped> {
  const data = await writeLines(dataPath)
  const dataKeys = await writeLines(keysPath)
  try {
    const dumped = await sql.transaction(async (query) => {
      await query('set transaction isolation level repeatable read, read only')
      const counts: Record<string, number> = {}
      let left = 0
      for (const declaration of stored) {
        if (declaration.name === dataKeysStore.name) continue
        const count = await dumpOne(declaration, stamp, data, query, keys)
        counts[declaration.name] = count.written
        left += count.left
      }
      let keyRows = 0
      for await (const rows of pagesOf(dataKeysStore, query)) {
        for (const row of rows) await dataKeys.write(row)
        keyRows += rows.length
      }
      return { counts, dataKeys: keyRows, left }
    })
    await Promise.all([data.end(), dataKeys.end()])
    return dumped
  } catch (error) {
    data.abandon()
    dataKeys.abandon()
    throw error
  }
}

async function dumpOne(declaration: AnyDeclaration, stamp: string, to: LineFile, query: Query, keys: Keys) {
  const count = { written: 0, left: 0 }
  for await (const rows of pagesOf(declaration, query)) {
    if (!hasDataKeys(declaration)) {
      for (const row of rows) await to.write([declaration.name, row])
      count.written += rows.length
      continue
    }
    const keyIds = rows.map((row) => dataKeyIdOf(declaration, row, keys))
    const dataKeys = await dataKeysAmong(keyIds, query, keys)
    for (const [at, row] of rows.entries()) {
      const keyId = keyIds[at] ?? ''
      const key = dataKeys.get(keyId)
      if (!key) {
        count.left++
        continue
      }
      await to.write([declaration.name, keyId, close(declaration, row, key, stamp)])
      count.written++
    }
  }
  return count
}

async function* pagesOf(declaration: AnyDeclaration, query: Query): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const found = await query(`select id, doc from ${tableOf(declaration)} where id > $1 order by id limit $2::int`, [
      after,
      ROWS_A_PAGE,
    ])
    if (found.length > 0) yield found.map(({ doc }) => doc as Row)
    if (found.length < ROWS_A_PAGE) return
    after = String(found.at(-1)?.id)
  }
}

/** Copies what is not there yet, and writes down the names. */
async function copyFiles(list: string, from: string, to: string): Promise<number> {
  const names: string[] = []
  for await (const name of contentFiles(from)) {
    const copied = await copyContent(name, from, to).catch(ifSwept)
    if (copied === 'swept') continue
    names.push(name)
  }
  writeThrough(list, names.map((name) => `${name}\n`).join(''))
  return names.length
}

/** A file may go between being listed and being copied: nothing needs it then. */
const ifSwept = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return 'swept' as const
  throw error
}
