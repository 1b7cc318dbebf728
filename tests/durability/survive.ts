import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { devicesStore } from '../../cloudfunctions/_kit/identity'
import { secretId } from '../../cloudfunctions/_kit/keys'
import { tallyBatchesStore } from '../../cloudfunctions/insights/store'
import { favouritesStore } from '../../cloudfunctions/library/store'
import { declarations } from '../../cloudfunctions/people/inventory'
import { openDatabase } from '../../src/server/postgres/database'
import { openPglite } from '../../src/server/postgres/pglite'
import { freePort, startServer } from './server-process'

type Reply = { ok: boolean; code?: string; data?: unknown }

/** undefined: cut off, so nobody knows. */
async function ask(
  url: string,
  name: string,
  action: string,
  data: unknown,
  bearer?: string,
): Promise<Reply | undefined> {
  try {
    const response = await fetch(`${url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify({ action, data }),
    })
    return (await response.json()) as Reply
  } catch {
    return undefined
  }
}

type Acknowledged = { batches: Set<string>; keys: Set<string>; favourites: Set<string> }

/** Writes of three kinds, as fast as they are answered, until the server is gone. */
async function write(url: string, pieceIds: string[], acknowledged: Acknowledged) {
  for (;;) {
    const batchId = nanoid(24)
    const hour = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 13)
    const counted = await ask(url, 'insights', 'tallies.record', {
      batchId,
      tallies: [{ pieceId: pieceIds[0], hour, reads: 1 }],
    })
    if (!counted) return
    if (counted.ok) acknowledged.batches.add(batchId)
    const enrolled = await ask(url, 'people', 'devices.enrol', {})
    if (!enrolled) return
    if (!enrolled.ok) continue
    const { key } = enrolled.data as { key: string }
    acknowledged.keys.add(key)
    const pieceId = pieceIds[acknowledged.keys.size % pieceIds.length] as string
    const kept = await ask(url, 'library', 'favourites.add', { pieceId }, key)
    if (!kept) return
    if (kept.ok) acknowledged.favourites.add(`${key} ${pieceId}`)
  }
}

const pieceIdsOf = async (url: string) => {
  const reply = await ask(url, 'library', 'pieces.list', {})
  return ((reply?.data ?? { cards: [] }) as { cards: { id: string }[] }).cards.map((card) => card.id)
}

/**
 * Kills the server with SIGKILL `rounds` times while writers are at work, the first creation of its data included, then
 * looks for every write it had acknowledged. Returns how many there were and which are gone.
 */
export async function survive(
  rounds: number,
  writers = 4,
): Promise<{ acknowledged: number; lost: string[]; starts: number }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'survive-'))
  const acknowledged: Acknowledged = { batches: new Set(), keys: new Set(), favourites: new Set() }
  let starts = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const server = startServer(dataDir, await freePort())
      starts++
      // The first rounds die while the database is created and seeded; the later ones at work.
      const dying = round < 5
      if (dying) await Promise.race([server.ready, wait(200 + round * 900)])
      else {
        await server.ready
        const pieceIds = await pieceIdsOf(server.url)
        const working = Array.from({ length: writers }, () => write(server.url, pieceIds, acknowledged))
        await more(acknowledged, 15 + Math.floor(Math.random() * 30))
        await server.kill()
        await Promise.all(working)
      }
      await server.kill()
    }
    return { acknowledged: amountOf(acknowledged), lost: await lostOf(dataDir, acknowledged), starts }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

const amountOf = ({ batches, keys, favourites }: Acknowledged) => batches.size + keys.size + favourites.size

/** Until so many further writes were acknowledged: a slow machine is killed as much at work as a fast one. */
async function more(acknowledged: Acknowledged, writes: number) {
  const enough = amountOf(acknowledged) + writes
  while (amountOf(acknowledged) < enough) await wait(5)
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function lostOf(dataDir: string, acknowledged: Acknowledged): Promise<string[]> {
  const sql = await openPglite(dataDir)
  try {
    const database = await openDatabase(sql, declarations)
    const lost: string[] = []
    for (const batchId of acknowledged.batches)
      if (!(await database.open(tallyBatchesStore).get(batchId))) lost.push(`batch ${batchId}`)
    const people = new Map<string, string>()
    for (const key of acknowledged.keys) {
      const device = await database.open(devicesStore).get(secretId(key))
      if (device) people.set(key, device.personId)
      else lost.push('device')
    }
    for (const pair of acknowledged.favourites) {
      const [key, pieceId] = pair.split(' ') as [string, string]
      if (!(await database.open(favouritesStore).get(`${people.get(key)}.${pieceId}`)))
        lost.push(`favourite ${pieceId}`)
    }
    return lost
  } finally {
    await sql.close()
  }
}
