import { constants } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nanoid } from 'nanoid'
import { pathOf } from '../files-on-disk'
import { hashOfFile } from './lines'

const CONTENT = /^[0-9a-f]{64}\.[a-z0-9]{2,4}$/
const KEY_ID = /^[A-Za-z0-9_-]{10,40}$/

const namesIn = (folder: string) =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [] as string[]
    throw error
  })

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )

/** The stored files that are named by their content, a folder at a time. */
export async function* contentFiles(folder: string): AsyncGenerator<string> {
  for (const two of (await namesIn(folder)).sort())
    if (/^[0-9a-f]{2}$/.test(two))
      for (const name of (await namesIn(join(folder, two))).sort()) if (CONTENT.test(name)) yield name
}

/** Whole or not there at all. On one disk it costs no room: a file that is named by its content is never written again. */
export async function copyWhole(from: string, to: string): Promise<'copied' | 'there'> {
  if (await isThere(to)) return 'there'
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const draft = `${to}.${nanoid()}`
  try {
    await link(from, draft).catch(() => copyThrough(from, draft))
    await rename(draft, to)
  } finally {
    await rm(draft, { force: true })
  }
  return 'copied'
}

async function copyThrough(from: string, to: string) {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const file = await open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether a file is there and is what its name says. */
export const isWhole = async (path: string, name: string) =>
  (await isThere(path)) && (await hashOfFile(path)) === name.split('.')[0]

/** What is in a folder of files, below its root or already stored by name. */
export const copyContent = (name: string, from: string, to: string) => copyWhole(pathOf(from, name), pathOf(to, name))

const destroyedIn = (folder: string) => namesIn(folder).then((names) => names.filter((name) => KEY_ID.test(name)))

export const destroyedKeysIn = (filesDir: string) => join(filesDir, 'destroyed-keys')

/** Everything either list has. */
export async function allDestroyed(folders: readonly string[]): Promise<Set<string>> {
  const all = new Set<string>()
  for (const folder of folders) for (const keyId of await destroyedIn(folder)) all.add(keyId)
  return all
}

/** Adds what one list has to the other; neither ever loses one. Gives how many were new. */
export async function mergeDestroyed(from: string, to: string): Promise<number> {
  const known = new Set(await destroyedIn(to))
  const added = (await destroyedIn(from)).filter((keyId) => !known.has(keyId))
  for (const keyId of added) await copyWhole(join(from, keyId), join(to, keyId))
  return added.length
}

/** Removes the copies that no dump names any more. Gives how many. */
export async function removeUnnamed(folder: string, lists: readonly string[]): Promise<number> {
  const named = new Set<string>()
  for (const list of lists) for (const name of (await readFile(list, 'utf8')).split('\n')) named.add(name)
  let removed = 0
  for await (const name of contentFiles(folder))
    if (!named.has(name)) {
      await rm(pathOf(folder, name), { force: true })
      removed++
    }
  return removed
}
