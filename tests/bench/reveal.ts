import { nanoid } from 'nanoid'
import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Keys } from '../../cloudfunctions/_kit/keys'
import { reveal } from '../../cloudfunctions/_kit/reveal'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { type Profile, profilesStore } from '../../cloudfunctions/people/store'
import { CITY } from '../../src/domain/branches/words'

const PERSONS = 200
/** Milliseconds; what issue 3 asks of a reading with its line in the ledger. */
export const REVEAL_AIM = 15

export type Revealed = { atOnce: number; times: number; p50: number; p95: number; p99: number }

const caller = {
  kind: 'staff' as const,
  staffId: 'bench',
  name: '督导',
  login: 'bench',
  sessionId: 'bench',
  expiresAt: '2027-01-01T00:00:00.000Z',
  roles: ['supervisor' as const],
  grants: [{ role: 'supervisor' as const, branchId: CITY }],
}
const why = { reason: 'danger-to-life', role: 'supervisor', branchId: CITY, approvedByName: '另一位督导' } as const

/** A sealed document opened for somebody else, with entry, end of the chain and the auditor's side written first. */
export async function measureReveal(database: Database, keys: Keys, atOnce: number, times: number): Promise<Revealed> {
  const profiles = await Promise.all(Array.from({ length: PERSONS }, () => keptProfile(database, keys)))
  const latencies: number[] = []
  const run = async (many: number, note: (ms: number) => void) => {
    let turn = 0
    const worker = async () => {
      for (let at = turn++; at < many; at = turn++) {
        const began = performance.now()
        await reveal(profilesStore, profiles[at % PERSONS] as Profile, why, { database, keys, now: new Date(), caller })
        note(performance.now() - began)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
  }
  await run(PERSONS, () => {})
  await run(times, (ms) => latencies.push(ms))
  const sorted = latencies.sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { atOnce, times, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function keptProfile(database: Database, keys: Keys): Promise<Profile> {
  const id = nanoid()
  const plain = { id, personId: id, pseudonym: `代号${id}`, nickname: '小雨', createdAt: new Date().toISOString() }
  const profiles = database.open(profilesStore)
  return keepFor(
    profilesStore,
    id,
    { database, keys },
    async (key) => {
      const sealed = seal(profilesStore, plain, key)
      await profiles.insert(sealed)
      return sealed
    },
    () => profiles.remove(id),
  )
}
