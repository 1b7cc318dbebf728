import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { nanoid } from 'nanoid'
import { type Files, safeName } from '../../cloudfunctions/_kit/files'

const DAY = 24 * 60 * 60 * 1000

/** Where a stored file lies. Two first letters make a folder, so that none grows without end. Throws when the name is none of ours. */
export function pathOf(folder: string, name: string): string {
  const safe = safeName(name)
  return safe.includes('/') ? join(folder, safe) : join(folder, safe.slice(0, 2), safe)
}

/** Files in a folder, which several replicas may share: a file is there whole or not at all, whoever stops when. */
export async function openFiles(folder: string): Promise<Files> {
  const drafts = join(folder, 'drafts')
  await mkdir(drafts, { recursive: true })
  await sweepDrafts(drafts)
  return {
    async put(name, bytes) {
      const target = pathOf(folder, name)
      const draft = join(drafts, nanoid())
      await writeThrough(draft, bytes)
      await mkdir(dirname(target), { recursive: true })
      await rename(draft, target)
      await syncFolder(dirname(target))
    },
    async read(name) {
      return readFile(pathOf(folder, name)).catch(ifMissing(undefined))
    },
    async has(name) {
      return stat(pathOf(folder, name)).then((found) => found.isFile(), ifMissing(false))
    },
    async links(names) {
      return Object.fromEntries(names.map((name) => [name, `/files/${safeName(name)}`]))
    },
    async remove(names) {
      for (const name of names) await rm(pathOf(folder, name), { force: true })
      const emptied = new Set(
        names.filter((name) => name.startsWith('uploads/')).map((name) => dirname(pathOf(folder, name))),
      )
      for (const upload of emptied) await rmdir(upload).catch(ifMissing(undefined, ['ENOENT', 'ENOTEMPTY', 'EEXIST']))
    },
  }
}

/** What a process that was killed left half-written. Another replica may be writing now: only what is a day old goes. */
async function sweepDrafts(drafts: string) {
  for (const draft of await readdir(drafts)) {
    const found = await stat(join(drafts, draft)).catch(ifMissing(undefined))
    if (found && Date.now() - found.mtimeMs > DAY) await rm(join(drafts, draft), { force: true })
  }
}

async function writeThrough(path: string, bytes: Uint8Array) {
  const handle = await open(path, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename survives a loss of power only when its folder has been written too. Windows opens no folders and needs none. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const ifMissing =
  <T>(value: T, codes = ['ENOENT']) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code && codes.includes(error.code)) return value
    throw error
  }
