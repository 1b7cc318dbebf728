import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Files } from '../../cloudfunctions/_kit/files'
import type { Keys } from '../../cloudfunctions/_kit/keys'
import { faultOf, type LogEntry } from '../../cloudfunctions/_kit/serve'
import { type JobEntry, runJobs } from '../../cloudfunctions/clock/run'
import { createApp } from './app'
import { anchorsIn, copyAnchors } from './backup/anchor-copies'
import { expire } from './backup/expire'
import { destroyedKeysIn, mergeDestroyed } from './backup/file-copies'
import { makePlaces } from './backup/places'
import { type Control, openControl } from './commands/control'
import type { Surroundings } from './door'
import { type Doorbell, openDoorbell } from './doorbell'
import { openFiles } from './files-on-disk'
import { refuseLostKeys } from './key-ring'
import { httpServer, listen, stopListening } from './listen'
import { seedMediaFolder } from './seed/media'
import { seed } from './seed/seed'
import { type SignInLink, signInLinks } from './sign-in-links'
import { givenStore, openStore } from './store'
import { everyDay, everyHour, everyMinute } from './timers'

export type ServerOptions = {
  /** Holds the embedded database, its keys and, unless `filesDir` says otherwise, the files. */
  dataDir: string
  /** A PostgreSQL server instead of the embedded database. */
  databaseUrl?: string | undefined
  /** A database that is open already; it stays open after `close`. */
  database?: Database | undefined
  filesDir?: string | undefined
  /** Where backups go: what has been kept there as long as was promised is removed each hour. */
  backupDir?: string | undefined
  /** JSON as `XINYI_KEYS` has it. Without it the embedded database's own keys are used, made at the first start. */
  keys?: string | undefined
  /** 0 takes any free port. */
  port: number
  host?: string | undefined
  publicUrl?: string | undefined
  trustedProxies?: number | undefined
  origins?: readonly string[] | undefined
  /** Where the built clients are; `dist` of this project unless given. */
  dist?: string | undefined
  now?: (() => Date) | undefined
  /** Whether an empty database is given its first staff and contents. */
  seeded?: boolean | undefined
  /** The folder of the recordings that come with the product. */
  media?: string | undefined
  /** Whether one-time links are made for staff without a password. */
  links?: boolean | undefined
  /** Whether the clock's jobs run each minute. */
  clock?: boolean | undefined
  log?: ((entry: LogEntry | JobEntry) => void) | undefined
  tell?: ((line: string) => void) | undefined
}

export type OpenServer = {
  url: string
  database: Database
  files: Files
  keys: Keys
  links: SignInLink[]
  close(): Promise<void>
}

/** `dist` of the project, seen from the source and from the bundle alike. */
export const builtClients = fileURLToPath(new URL('../../dist', import.meta.url))

/** Opens everything and listens. Throws a `StartRefused` when a person must put something right first. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { now = () => new Date(), log = () => {}, tell = () => {}, filesDir = join(options.dataDir, 'files') } = options
  const store = options.database ? givenStore(options.database, options) : await openStore(options, tell)
  const { database, ring, sql } = store
  const { keys } = ring
  let server: Server | undefined
  let control: Control | undefined
  try {
    if (sql) await refuseLostKeys(database, ring, options.keys ? undefined : options.dataDir)
    const files = await openFiles(filesDir)
    if (options.seeded ?? true)
      await seed({ database, files, media: options.media ?? seedMediaFolder, now: now(), tell })
    const host = options.host ?? '127.0.0.1'
    const fault = (job: string) => (error: unknown) => log({ job, done: 0, ms: 0, fault: faultOf(error) })
    const origins = options.publicUrl ? [...(options.origins ?? []), options.publicUrl] : (options.origins ?? [])
    const doorbell = openDoorbell({ database, now, origins, onFault: fault('doorbell') })
    const listening = serverFor({ ...options, database, files, keys, now, log, filesDir, origins, doorbell })
    server = listening
    const port = await listen(listening, options.port, host)
    const url = options.publicUrl ?? `http://${nameOf(host)}:${port}`
    const links = (options.links ?? true) ? await signInLinks(database, url, now()) : []
    if (sql?.embedded)
      control = await openControl(options.dataDir, { database, sql, ring, filesDir, now, url }).catch(
        (error: unknown) => {
          fault('control')(error)
          return undefined
        },
      )
    const work = () => runJobs({ database, files, keys, now: now(), log })
    const clock = options.clock === false ? undefined : everyMinute(work, fault('clock'))
    const vacuuming = store.vacuum && everyDay(told('vacuum', store.vacuum, log), fault('vacuum'))
    const expiring = options.backupDir && expireIn(options.backupDir, filesDir, now, log)
    const opened = control
    const close = once(async () => {
      await doorbell.close()
      await Promise.all([
        stopListening(listening),
        clock?.stop(),
        vacuuming?.stop(),
        expiring ? expiring.stop() : undefined,
        opened?.close(),
      ])
      await store.close()
    })
    return { url, database, files, keys, links, close }
  } catch (error) {
    if (server?.listening) await stopListening(server)
    await control?.close()
    await store.close()
    throw error
  }
}

/** «Seven days» must not wait for somebody to make the next backup; and what was destroyed is on the backups' list within the hour. */
function expireIn(folder: string, filesDir: string, now: () => Date, log: (entry: JobEntry) => void) {
  const job = 'expire-backups'
  const work = async () => {
    const places = makePlaces(folder)
    await mergeDestroyed(destroyedKeysIn(filesDir), places.destroyed)
    await copyAnchors(anchorsIn(filesDir), places.anchors)
    const { keys, dumps } = await expire(folder, now())
    return keys + dumps
  }
  const timer = everyHour(told(job, work, log), (error) => log({ job, done: 0, ms: 0, fault: faultOf(error) }))
  timer.beat()
  return timer
}

const told = (job: string, work: () => Promise<number>, log: (entry: JobEntry) => void) => async () => {
  const startedAt = performance.now()
  const done = await work()
  log({ job, done, ms: Math.round(performance.now() - startedAt) })
}

type Ready = Pick<ServerOptions, 'trustedProxies' | 'dist'> &
  Omit<Surroundings, 'trustedProxies'> & { filesDir: string; doorbell: Doorbell }

function serverFor({ trustedProxies = 0, dist = builtClients, ...ready }: Ready): Server {
  const app = createApp({ ...ready, trustedProxies, dist })
  return httpServer(app.fetch)
}

/** Everywhere is no name to go to: the machine itself is. */
const nameOf = (host: string) =>
  ['0.0.0.0', '::', ''].includes(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host

const once = (work: () => Promise<void>) => {
  let under: Promise<void> | undefined
  return () => {
    under ??= work()
    return under
  }
}
