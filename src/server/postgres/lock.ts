import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join, resolve } from 'node:path'

/** Another living process owns the folder. */
export class DataInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`${folder} is in use by process ${pid}: one process at a time may open it`)
  }
}

/** `startedAt` and `boot` tell a process from a later one with the same pid; null where the system does not say. */
type Owner = { pid: number; startedAt: string | null; boot: string | null }

const OWNER_FILE = /^owner\.(\d+)$/

const textOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

const bootNow = () => textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null

/** proc(5): the name may hold spaces and brackets; after it, the state is the first field and the start time the 20th. */
function processNow(pid: number): { state: string; startedAt: string } | null {
  const stat = textOf(`/proc/${pid}/stat`)
  if (stat === null) return null
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', startedAt: fields[19] ?? '' }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function lives({ pid, startedAt, boot }: Owner): boolean {
  if (boot !== bootNow() || !answers(pid)) return false
  const now = processNow(pid)
  if (!now || startedAt === null) return true
  return now.state !== 'Z' && now.startedAt === startedAt
}

/** Null for a folder that was given back, and for a file that a power cut left empty: nobody owns it. */
function ownerIn(path: string): Owner | null {
  const text = textOf(path)
  if (!text) return null
  const { pid, startedAt, boot } = JSON.parse(text) as Partial<Owner>
  return typeof pid === 'number' ? { pid, startedAt: startedAt ?? null, boot: boot ?? null } : null
}

const generations = (folder: string) =>
  readdirSync(folder)
    .flatMap((name) => OWNER_FILE.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b)

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, text)
  fsyncSync(file)
  closeSync(file)
}

/**
 * Takes a folder for this process. Owners are numbered files and the highest number counts. Whoever finds it dead or given back
 * makes the next number, which only one can; the number before is removed after that, and the highest never is, so that
 * somebody who was slow to look cannot take a folder that has changed hands since.
 */
export function ownFolder(given: string): { release(): void } {
  const folder = resolve(given)
  const me: Owner = { pid: process.pid, startedAt: processNow(process.pid)?.startedAt ?? null, boot: bootNow() }
  const draft = join(folder, `owner.${process.pid}-${randomBytes(6).toString('hex')}.draft`)
  const file = (generation: number) => join(folder, `owner.${generation}`)
  writeWhole(draft, JSON.stringify(me))
  try {
    for (;;) {
      const highest = generations(folder).at(-1) ?? 0
      const owner = highest > 0 ? ownerIn(file(highest)) : null
      if (owner && lives(owner)) throw new DataInUse(folder, owner.pid)
      const mine = highest + 1
      if (!linked(draft, file(mine))) continue
      const others = generations(folder).filter((generation) => generation !== mine)
      if (others.some((generation) => generation > mine)) {
        rmSync(file(mine), { force: true })
        continue
      }
      for (const generation of others) rmSync(file(generation), { force: true })
      return {
        release: () => {
          writeWhole(draft, '{}')
          renameSync(draft, file(mine))
        },
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
