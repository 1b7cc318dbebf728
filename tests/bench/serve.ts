import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { resultsStore } from '../../cloudfunctions/assessments/store'
import { openServer } from '../../src/server/server'
import { measureReveal } from './reveal'
import { fillShelves } from './shelves'
import { enrolTakers } from './takers'

/** A server of its own process, so that those who ask do not share its thread. Tells its address and each action's bill. */
const REVEALS = 1000
const amount = Number(process.argv[2])
const bills: Record<string, Bill> = {}
const keys = generateKeys()
const server = await openServer({
  dataDir: mkdtempSync(join(tmpdir(), 'bench-')),
  databaseUrl: process.env.BENCH_DATABASE_URL || undefined,
  keys,
  port: 0,
  seeded: false,
  links: false,
  clock: false,
  trustedProxies: 1,
  log: (entry) => {
    if ('action' in entry && entry.code === 'OK') bills[entry.action] = entry.bill
  },
})
const ids = await fillShelves(server.database, amount)
process.send?.({ url: server.url, ids: ids.filter((_, index) => index % 37 === 0) })
process.on('message', async (message) => {
  if (message === 'reveals') {
    const measured = []
    for (const atOnce of [1, 16]) measured.push(await measureReveal(server.database, readKeys(keys), atOnce, REVEALS))
    process.send?.({ measured })
  }
  if (message === 'takers') process.send?.({ keys: await enrolTakers(server.url, server.database) })
  if (message === 'results')
    process.send?.({ stored: await server.database.open(resultsStore).count({ index: 'byTime' }) })
  if (message === 'bills') process.send?.({ bills })
  if (message === 'end') {
    await server.close()
    process.exit(0)
  }
})
