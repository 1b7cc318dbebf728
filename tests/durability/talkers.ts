import type { Database } from '../../cloudfunctions/_kit/database'
import { sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { createApi } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { AT_ONCE } from '../../src/domain/chats/queue'
import { openSession } from '../../src/domain/staff/session'
import { openServer } from '../../src/server/server'
import { enrol } from '../bench/takers'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'

/** Who shows this bearer, and the conversations they are in. */
export type Someone = { bearer: string; chatIds: string[] }
export type Talkers = { people: Someone[]; counsellors: Someone[] }

const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`
const TOGETHER = 16

/** A data folder in which so many people talk with a counsellor each, as many to a counsellor as one can hold. */
export async function seatTalkers(dataDir: string, amount: number): Promise<Talkers> {
  const server = await openServer({ dataDir, port: 0, clock: false, links: false, trustedProxies: 1 })
  try {
    return await talkersAt(server.url, server.database, amount)
  } finally {
    await server.close()
  }
}

/** As `seatTalkers`, at a server that is open. */
export async function talkersAt(url: string, database: Database, amount: number): Promise<Talkers> {
  const keys = await enrol(url, amount, 'counselling')
  const counsellors: Someone[] = []
  while (counsellors.length < amount / AT_ONCE) counsellors.push(await counsellorIn(database))
  const people = keys.map((bearer) => ({ bearer, chatIds: [newId()] }))
  for (let from = 0; from < amount; from += TOGETHER)
    await Promise.all(
      people.slice(from, from + TOGETHER).map(async ({ bearer, chatIds: [chatId = ''] }, index) => {
        const counsellor = counsellors[Math.floor((from + index) / AT_ONCE)] as Someone
        dataOf(await bearing(url, bearer).chats.ask({ chatId }))
        dataOf(await bearing(url, counsellor.bearer).workbench.accept({ chatId }))
        counsellor.chatIds.push(chatId)
      }),
    )
  return { people, counsellors }
}

async function counsellorIn(database: Database): Promise<Someone> {
  const now = new Date()
  const id = newId()
  const member = {
    ...{ id, name: '咨询师', login: id, grants: [{ role: 'counsellor' as const, branchId: CITY }], active: true },
    ...{ passwordHash: NO_PASSWORD, createdAt: now.toISOString(), origin: id, waiting: null },
  }
  const bearer = newSecret('s_')
  await database.open(staffStore).insert(member)
  await database.open(sessionsStore).insert(openSession(secretId(bearer), member, 'Firefox · Linux', now))
  return { bearer, chatIds: [] }
}

const bearing = (url: string, bearer: string) =>
  createApi(async (name, request) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
    return (
      await fetch(`${url}/api/${name}`, { method: 'POST', headers, body: JSON.stringify(request) })
    ).json() as never
  })
