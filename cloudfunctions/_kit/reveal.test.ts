import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from '../../src/domain/result'
import { memoryDatabase } from '../../src/server/testing/memory-database'
import { profilesStore } from '../people/store'
import type { StaffCaller } from './caller'
import { dataKeyId, dataKeysStore, keepFor } from './data-keys'
import type { Database } from './database'
import { secondFactorsStore } from './identity'
import { generateKeys, readKeys } from './keys'
import { headHash, ledgerHeadsStore, ledgerStore, readingsStore } from './ledger'
import { openOwn, openStaffSecret, reveal } from './reveal'
import { seal } from './sealing'

const keys = readKeys(generateKeys())
const now = new Date('2026-03-10T02:00:00.000Z')
const caller: StaffCaller = {
  kind: 'staff',
  staffId: 'hexin',
  name: '何欣',
  login: 'hexin',
  sessionId: 'x',
  expiresAt: '2026-03-10T14:00:00.000Z',
  roles: ['supervisor'],
  grants: [{ role: 'supervisor', branchId: 'city' }],
}
const why = { reason: 'danger-to-life', role: 'supervisor', branchId: 'city', approvedByName: '高远' } as const

let database: Database
let close: () => Promise<void>
const around = () => ({ database, keys, now })
beforeAll(async () => {
  ;({ database, close } = await memoryDatabase())
})
afterAll(() => close())

async function keptProfile(personId: string, nickname: string | null) {
  const plain = { id: personId, personId, pseudonym: `代号${personId}`, nickname, createdAt: now.toISOString() }
  const profiles = database.open(profilesStore)
  await keepFor(
    profilesStore,
    personId,
    around(),
    (key) => profiles.insert(seal(profilesStore, plain, key)),
    () => profiles.remove(personId),
  )
  return (await profiles.get(personId)) as NonNullable<Awaited<ReturnType<typeof profiles.get>>>
}
const entriesOf = async (personId: string) =>
  (await database.open(ledgerStore).find({ index: 'byPerson', where: { personId }, limit: 100 })).rows

describe('revealing what is another person’s', () => {
  it('writes it into that person’s ledger and the auditor’s side, and gives the plain words', async () => {
    const profile = await keptProfile('lin', '小林')
    expect((await reveal(profilesStore, profile, why, { ...around(), caller })).nickname).toBe('小林')
    expect(await entriesOf('lin')).toMatchObject([
      { seq: 1, role: 'supervisor', what: 'profiles', reason: 'danger-to-life', twoPeople: true },
    ])
    const sides = await database.open(readingsStore).find({ index: 'byTime', limit: 10 })
    expect(sides.rows).toMatchObject([{ by: 'hexin', byName: '何欣', approvedByName: '高远' }])
  })
  it('stands in the ledger before anything is opened: what cannot be opened was still asked for', async () => {
    const profile = await keptProfile('ma', '小马')
    const tampered = { ...profile, nickname: `${profile.nickname}AA` as never }
    await expect(reveal(profilesStore, tampered, why, { ...around(), caller })).rejects.toThrow()
    expect(await entriesOf('ma')).toHaveLength(1)
  })
  it('gives nothing where it cannot be written down', async () => {
    const profile = await keptProfile('zhao', '小赵')
    await reveal(profilesStore, profile, why, { ...around(), caller })
    await database
      .open(ledgerHeadsStore)
      .change('zhao', (head) => (head ? done({ write: { ...head, seq: 40 }, reply: {} }) : done({ reply: {} })))
    await expect(reveal(profilesStore, profile, why, { ...around(), caller })).rejects.toThrow('tampered')
    const torn: Database = {
      ...database,
      together: () => Promise.reject(new Error('the database is away')),
    }
    const wu = await keptProfile('wu', '小吴')
    await expect(reveal(profilesStore, wu, why, { ...around(), database: torn, caller })).rejects.toThrow('away')
    expect(await entriesOf('wu')).toEqual([])
  })
  it('leaves nothing half-written when the account goes at that very moment', async () => {
    const profile = await keptProfile('gao', '小高')
    const going: Database = {
      ...database,
      together: async (refs, rule) => {
        const settled = await database.together(refs, rule)
        await database.open(dataKeysStore).remove(dataKeyId(ledgerStore, 'gao', keys))
        return settled
      },
    }
    await expect(reveal(profilesStore, profile, why, { ...around(), database: going, caller })).rejects.toThrow(
      'destroyed meanwhile',
    )
    expect(await entriesOf('gao')).toEqual([])
    expect(await database.open(ledgerHeadsStore).get('gao')).toBeUndefined()
  })
  it.each([0, 2])(
    'leaves the chain as it was, of %s entries, when only the document goes at that very moment',
    async (before) => {
      const personId = `bai${before}`
      const profile = await keptProfile(personId, '小白')
      for (let times = 0; times < before; times++) await reveal(profilesStore, profile, why, { ...around(), caller })
      const going: Database = {
        ...database,
        together: async (refs, rule) => {
          const settled = await database.together(refs, rule)
          await database.open(dataKeysStore).remove(dataKeyId(profilesStore, personId, keys))
          return settled
        },
      }
      const late = reveal(profilesStore, profile, why, { ...around(), database: going, caller })
      await expect(late).rejects.toThrow('the key is gone')
      expect(await entriesOf(personId)).toHaveLength(before)
      const head = await database.open(ledgerHeadsStore).get(personId)
      expect(head?.seq ?? 0).toBe(before)
      expect(head === undefined || head.hash === headHash(keys, head)).toBe(true)
      const key = await database.open(dataKeysStore).get(dataKeyId(ledgerStore, personId, keys))
      expect(key !== undefined).toBe(before > 0)
    },
  )
})

describe('opening one’s own', () => {
  it('gives the plain words to whose they are, without a line in the ledger', async () => {
    const profile = await keptProfile('sun', '小孙')
    const own = { kind: 'employee', personId: 'sun' } as const
    expect((await openOwn(profilesStore, profile, { ...around(), caller: own })).nickname).toBe('小孙')
    expect(await entriesOf('sun')).toEqual([])
  })
  it('refuses what is another person’s', async () => {
    const profile = await keptProfile('xu', '小许')
    const other = { kind: 'employee', personId: 'sun' } as const
    await expect(openOwn(profilesStore, profile, { ...around(), caller: other })).rejects.toThrow('somebody else')
    const claimed = { ...profile, personId: 'sun' }
    await expect(openOwn(profilesStore, claimed, { ...around(), caller: other })).rejects.toThrow()
  })
})

describe('opening a secret of staff', () => {
  it('is for staff’s own secrets and never for a person’s', async () => {
    const profile = await keptProfile('qian', '小钱')
    await expect(openStaffSecret(profilesStore, profile, around())).rejects.toThrow('no secret of staff')
    const factor = { id: 'hexin', staffId: 'hexin', secret: 'JBSWY3DP', confirmedAt: '', lastStep: 0, recovery: [] }
    const sealed = await keepFor(
      secondFactorsStore,
      'hexin',
      around(),
      async (key) => seal(secondFactorsStore, factor, key),
      async () => {},
    )
    expect((await openStaffSecret(secondFactorsStore, sealed, around())).secret).toBe('JBSWY3DP')
    const stranger = { ...sealed, staffId: 'gaoyuan' }
    await expect(openStaffSecret(secondFactorsStore, stranger, around())).rejects.toThrow('the key is gone')
  })
})
