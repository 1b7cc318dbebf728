import type { Database } from '../../cloudfunctions/_kit/database'
import { releasesStore } from '../../cloudfunctions/assessments/store'
import { createApi } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import type { Purpose } from '../../src/domain/consents/words'
import { seedReleases } from '../../src/server/seed/releases'
import { dataOf } from '../house/data-of'

/** Enough that nobody reaches what one person may send in a day. */
const TAKERS = 200

/** People who have agreed to be asked, in front of instruments that two let out; the keys they are known by. */
export async function enrolTakers(url: string, database: Database): Promise<string[]> {
  await database.open(releasesStore).insertMany(seedReleases(new Date().toISOString()))
  return enrol(url, TAKERS, 'tests')
}

/** People of a browser who have agreed to one thing; the keys they are known by. */
export async function enrol(url: string, amount: number, purpose: Purpose): Promise<string[]> {
  const bearing = (from: number, key?: string) =>
    createApi(async (name, request) => {
      const reply = await fetch(`${url}/api/${name}`, {
        method: 'POST',
        body: JSON.stringify(request),
        headers: {
          'content-type': 'application/json',
          'x-forwarded-for': `10.9.${from >> 8}.${from & 255}`,
          ...(key && { authorization: `Bearer ${key}` }),
        },
      })
      return reply.json()
    })
  const keys: string[] = []
  for (let from = 0; from < amount; from++) {
    const { key } = dataOf(await bearing(from).devices.enrol({}))
    dataOf(await bearing(from, key).consents.give({ purpose, version: currentVersion(purpose) }))
    keys.push(key)
  }
  return keys
}
