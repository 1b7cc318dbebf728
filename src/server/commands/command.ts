import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { KEY_DAYS } from '../backup/places'
import { checkDump, restore } from '../backup/restore'
import { keysFileOf, keysFrom, keysIn } from '../keys-file'
import { DataInUse } from '../postgres/lock'
import { readSettings, type Settings } from '../settings'
import { StartRefused } from '../start-refused'
import { openStore } from '../store'
import { askRunning } from './ask-running'
import { type Asked, run } from './run'

const usage = `Usage:
  npm run backup [folder]                        default: BACKUP_DIR, or ./backups
  npm run restore <folder>/<time> [-- --replace]
  npm run rotate-keys [-- --drop-old]
  npm run verify-ledger
  npm run link <login>`

type Say = (line: string) => void
type Around = { settings: Settings; say: Say; now: () => Date }

/** One command with its words, as they stand on the command line. Gives the exit code; 2 when the words make no sense. */
export async function command(
  words: readonly string[],
  env: Record<string, string | undefined>,
  say: Say,
  now = () => new Date(),
): Promise<number> {
  const [name = '', ...rest] = words
  const flags = rest.filter((word) => word.startsWith('-'))
  const places = rest.filter((word) => !word.startsWith('-'))
  const wrong = () => {
    say(usage)
    return 2
  }
  const known: Record<string, { flags: string[]; places: number }> = {
    backup: { flags: [], places: 1 },
    restore: { flags: ['--replace'], places: 1 },
    'rotate-keys': { flags: ['--drop-old'], places: 0 },
    'verify-ledger': { flags: [], places: 0 },
    link: { flags: [], places: 1 },
  }
  const takes = Object.hasOwn(known, name) ? known[name] : undefined
  if (
    !takes ||
    (name === 'link' && places.length === 0) ||
    places.length > takes.places ||
    flags.some((flag) => !takes.flags.includes(flag))
  )
    return wrong()
  try {
    const around = { settings: readSettings(env), say, now }
    if (name !== 'restore') return await askOrRun(askedBy(name, places, flags, around.settings), around)
    return places[0] === undefined ? wrong() : await restoreFrom(places[0], flags.includes('--replace'), around)
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error
    say(error.message)
    return 1
  }
}

function askedBy(name: string, places: string[], flags: string[], settings: Settings): Asked {
  const { backupDir } = settings
  if (name === 'backup') return { command: name, folder: resolve(places[0] ?? backupDir ?? 'backups') }
  if (name === 'link')
    return {
      command: name,
      login: (places[0] ?? '').toLowerCase(),
      publicUrl: settings.publicUrl ?? null,
      port: settings.port,
    }
  return name === 'rotate-keys'
    ? { command: name, dropOld: flags.includes('--drop-old') }
    : { command: 'verify-ledger' }
}

/** Asks the server that holds the database; where none does, opens it. */
async function askOrRun(asked: Asked, { settings, say, now }: Around): Promise<number> {
  const { dataDir, databaseUrl, filesDir } = settings
  if (!databaseUrl && !existsSync(join(dataDir, 'postgres')))
    throw new StartRefused(`There is no database in ${dataDir}. Where is it? Say so with DATA_DIR or DATABASE_URL.`)
  try {
    const { database, ring, sql, close } = await openStore(settings, say)
    try {
      return await run(asked, { database, ring, sql, filesDir, now, say })
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof StartRefused && error.cause instanceof DataInUse)) throw error
    const exit = await askRunning(dataDir, asked, say)
    if (exit !== undefined) return exit
    throw new StartRefused(
      `${dataDir} is in use by process ${error.cause.pid}, which does not answer commands. Stop it, then try again.`,
    )
  }
}

async function restoreFrom(dump: string, replace: boolean, { settings, say, now }: Around): Promise<number> {
  const { dataDir, filesDir, keys: given } = settings
  if (!given && !existsSync(keysFileOf(dataDir)))
    throw new StartRefused(
      `Put ${keysFileOf(dataDir)} back first, from the copy that was kept apart from the backups: without it nothing of a person can be opened.`,
    )
  const { keys } = given ? keysFrom(given) : keysIn(dataDir, true)
  const checked = await checkDump(dump, keys, now())
  const { sql, close } = await openStore(settings, say)
  try {
    const restored = await restore(checked, { sql, keys, filesDir, replace })
    say(`Restored ${restored.stamp}: ${restored.documents} documents, ${restored.files} files.`)
    if (!restored.hadKeys)
      say(
        `  The data keys of this backup are gone: they are kept ${KEY_DAYS} days. All ${restored.dropped} documents that need them were left out: everything of people, and staff's second factors.`,
      )
    else if (restored.dropped > 0)
      say(`  ${restored.dropped} documents stay gone: what they belong to was destroyed since.`)
    if (restored.shutOut.length > 0)
      say(
        `  Their second factor is gone, so their old passwords open nothing: ${restored.shutOut.join(', ')}. For each who still works here: npm run link <login>`,
      )
    if (restored.signedOut > 0)
      say(`  Sessions and one-time links (${restored.signedOut}) were not restored: everybody signs in again.`)
    return 0
  } finally {
    await close()
  }
}
