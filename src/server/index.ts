import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { fileURLToPath } from 'node:url'
import { version } from '../../package.json'
import { roleNames } from '../domain/staff/words'
import { type OpenServer, openServer } from './server'
import { readSettings, type Settings } from './settings'
import { StartRefused } from './start-refused'

const say = (line: string) => console.log(line)

try {
  const settings = readSettings(process.env)
  const server = await openServer({
    ...settings,
    log: (entry) => say(JSON.stringify({ at: new Date().toISOString(), ...entry })),
    tell: say,
  })
  for (const line of greeting(settings, server)) say(line)
  closeOn(['SIGTERM', 'SIGINT'], server)
} catch (error) {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exitCode = 1
}

function closeOn(signals: NodeJS.Signals[], server: OpenServer) {
  let asked = false
  for (const signal of signals)
    process.on(signal, () => {
      if (asked) process.exit(1)
      asked = true
      say('Stopping …')
      server.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
}

function greeting(settings: Settings, { url, links }: OpenServer): string[] {
  const lan = settings.publicUrl
    ? []
    : addressesFor(settings.host).map((address) => `  in this network  http://${address}:${new URL(url).port}/`)
  const reach = settings.host === '127.0.0.1' && !settings.publicUrl
  return [
    '',
    `心驿 ${version}`,
    '',
    `  职工端 app        ${url}/`,
    ...lan,
    `  后台 console      ${url}/admin/`,
    ...(reach ? ['', '  Only this machine can open it. For phones in the same network: HOST=0.0.0.0 npm start'] : []),
    ...(links.length > 0 ? ['', '  First sign-in (each link works once, for 3 days; a restart makes new ones):'] : []),
    ...links.map((link) => `  ${link.name} ${link.roles.map((role) => roleNames[role]).join('、')}  ${link.url}`),
    ...missingClients(),
    '',
  ]
}

/** Addresses by which phones in the same network find this machine. */
const addressesFor = (host: string) =>
  host !== '0.0.0.0' && host !== '::'
    ? []
    : Object.values(networkInterfaces()).flatMap((cards) =>
        (cards ?? []).filter((card) => card.family === 'IPv4' && !card.internal).map((card) => card.address),
      )

function missingClients(): string[] {
  const missing = ['h5', 'admin'].filter(
    (client) => !existsSync(fileURLToPath(new URL(`../../dist/${client}/index.html`, import.meta.url))),
  )
  return missing.length > 0 ? ['', `  Not built yet: ${missing.join(', ')}. Run npm run build first.`] : []
}
