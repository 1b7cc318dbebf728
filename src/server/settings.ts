import { join, resolve } from 'node:path'
import { readHours } from '../domain/chats/promise'
import { regions } from '../domain/retention/floors'
import { StartRefused } from './start-refused'

export type Settings = {
  port: number
  host: string
  dataDir: string
  filesDir: string
  /** Where backups go; undefined unless the environment says so. */
  backupDir: string | undefined
  /** A PostgreSQL server; without it the database is embedded in `dataDir`. */
  databaseUrl: string | undefined
  /** JSON as `XINYI_KEYS` has it; undefined only for an embedded database, which makes its own. */
  keys: string | undefined
  /** How many proxies of ours stand in front; what further ones claim in X-Forwarded-For is not believed. */
  trustedProxies: number
  /** How people reach this server, where that differs from where it listens. */
  publicUrl: string | undefined
  /** Origins besides our own whose pages may ask, such as the console's under a second name. */
  origins: string[]
  /** Whether one-time links for staff without a password are made and printed. */
  links: boolean
}

/** Reads the environment. An embedded database listens on this machine alone unless HOST says otherwise. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const databaseUrl = env.DATABASE_URL || undefined
  const keys = env.XINYI_KEYS || undefined
  if (databaseUrl && !keys)
    throw new StartRefused(
      'DATABASE_URL is set but XINYI_KEYS is not. With a PostgreSQL server the keys must come from the environment, the same for every replica.',
    )
  regionKnown(env.XINYI_REGION)
  hoursKnown(env.XINYI_CHAT_HOURS)
  const dataDir = resolve(env.DATA_DIR || 'data')
  const publicUrl = env.PUBLIC_URL ? originOf('PUBLIC_URL', env.PUBLIC_URL) : undefined
  return {
    port: wholeNumber('PORT', env.PORT || '8080', 65_535),
    host: env.HOST || '127.0.0.1',
    dataDir,
    filesDir: resolve(env.FILES_DIR || join(dataDir, 'files')),
    backupDir: env.BACKUP_DIR ? resolve(env.BACKUP_DIR) : undefined,
    databaseUrl,
    keys,
    trustedProxies: wholeNumber('TRUSTED_PROXY', env.TRUSTED_PROXY || '0', 10),
    publicUrl,
    origins: (env.ORIGINS ?? '')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((origin) => originOf('ORIGINS', origin)),
    links: switched('SIGN_IN_LINKS', env.SIGN_IN_LINKS, databaseUrl === undefined),
  }
}

/** Where the union works decides how long the law keeps some records: a wrong word must not wait for the first of them. */
function regionKnown(named: string | undefined): void {
  if (named && !(regions as readonly string[]).includes(named))
    throw new StartRefused(`XINYI_REGION must be one of ${regions.join(', ')}.`)
}

function hoursKnown(named: string | undefined): void {
  if (named && !readHours(named))
    throw new StartRefused('XINYI_CHAT_HOURS must be two whole hours of Shanghai time such as 10-24.')
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > most) throw new StartRefused(`${name} must be a whole number from 0 to ${most}.`)
  return number
}

function originOf(name: string, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!isOrigin) throw new StartRefused(`${name} must be an address such as https://xinyi.example.cn, without a path.`)
  return url.origin
}

function switched(name: string, text: string | undefined, unless: boolean): boolean {
  if (!text) return unless
  if (text === '1' || text === '0') return text === '1'
  throw new StartRefused(`${name} must be 1 or 0.`)
}
