import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { resultsStore } from '../../cloudfunctions/assessments/store'
import { openServer } from '../../src/server/server'
import { talkersAt } from '../durability/talkers'
import { enrolBookers } from './bookers'
import { measureReveal } from './reveal'
import { fillShelves } from './shelves'
import { lookAtDoor, openDoor } from './signers'
import { enrolTakers } from './takers'
import { usage } from './usage'

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
  if (String(message).startsWith('bookers '))
    process.send?.(await enrolBookers(server.url, server.database, Number(String(message).split(' ')[1])))
  if (String(message).startsWith('talkers '))
    process.send?.(await talkersAt(server.url, server.database, Number(String(message).split(' ')[1])))
  if (String(message).startsWith('door ')) {
    const eventId = nanoid()
    const people = Number(String(message).split(' ')[1])
    process.send?.({ eventId, keys: await openDoor(server.url, server.database, eventId, people) })
  }
  if (String(message).startsWith('look '))
    process.send?.(await lookAtDoor(server.database, String(message).slice('look '.length)))
  if (message === 'results')
    process.send?.({ stored: await server.database.open(resultsStore).count({ index: 'byTime' }) })
  if (message === 'usage') process.send?.(usage())
  if (message === 'bills') process.send?.({ bills })
  if (message === 'end') {
    await server.close()
    process.exit(0)
  }
})
