import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { version } from '../../package.json'
import { roleNames } from '../domain/staff/words'
import { builtClients, type OpenServer } from './server'
import type { Settings } from './settings'

/** Where to go now: the addresses of both clients, and the way in for staff who have no password yet. */
export function greeting(settings: Settings, { url, links }: Pick<OpenServer, 'url' | 'links'>): string[] {
  const port = new URL(url).port
  const nearby = settings.publicUrl ? [] : addressesFor(settings.host)
  const alone = !settings.publicUrl && settings.host === '127.0.0.1'
  return [
    '',
    `心驿 ${version}`,
    '',
    `  职工端 app       ${url}/`,
    ...nearby.map((address) => `    by network     http://${address}:${port}/`),
    `  后台 console     ${url}/admin/`,
    ...(alone ? ['', '  Only this machine can open them. For phones in the same network: HOST=0.0.0.0 npm start'] : []),
    ...(links.length > 0
      ? ['', '  First sign-in to the console (a link works once, for 3 days; every start replaces them):']
      : []),
    ...(links.some(({ guarded }) => guarded)
      ? [
          '  督导, 管理员 and 审计员 set up an authenticator app there; without one: npm run code -- <the secret it shows>',
        ]
      : []),
    ...links.map((link) => `  ${link.name} ${link.roles.map((role) => roleNames[role]).join('、')}  ${link.url}`),
    ...missingClients(),
    '',
  ]
}

/** How phones in the same network find this machine. */
function addressesFor(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return []
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.filter((each) => each.family === 'IPv4' && !each.internal).map((each) => each.address)
}

function missingClients(): string[] {
  const missing = ['h5', 'admin'].filter((client) => !existsSync(join(builtClients, client, 'index.html')))
  return missing.length > 0 ? ['', `  Not built yet: ${missing.join(' and ')}. Run npm run build first.`] : []
}
