import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { ledgerHeadsStore } from '../../cloudfunctions/_kit/ledger'
import { profilesStore } from '../../cloudfunctions/people/store'
import { done } from '../../src/domain/result'
import { rotateKeys } from '../../src/server/commands/rotate-keys'
import { keysIn } from '../../src/server/keys-file'
import { StartRefused } from '../../src/server/start-refused'
import { dataOf } from '../house/data-of'
import { keptHouse, within, wrappings } from './kept-house'

const root = mkdtempSync(join(tmpdir(), 'xinyi-rotate-'))
const house = keptHouse(join(root, 'data'))
const keysFile = join(house.dataDir, 'keys.json')
const ring = () => JSON.parse(readFileSync(keysFile, 'utf8'))
let person: Awaited<ReturnType<typeof house.person>>
const nickname = async () => dataOf(await person.api.profile.show({})).nickname

beforeAll(async () => {
  await house.open()
  person = await house.person('青竹')
})
afterAll(async () => {
  await house.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a rotation of the wrapping key', () => {
  it('beside a running server leaves everything readable, and what is new is wrapped by the new key', async () => {
    const before = ring()
    const { code, said } = await house.run('rotate-keys')
    expect([code, said]).toEqual([0, expect.stringContaining('New wrapping key: k2')])
    expect(said).toContain('No stored data key needs k1')
    expect(ring()).toMatchObject({ active: 'k2', index: before.index, wrapping: before.wrapping })
    expect((statSync(keysFile).mode & 0o777).toString(8)).toBe('600')
    expect(await nickname()).toBe('青竹')
    dataOf(await person.api.profile.rename({ nickname: '小舟' }))
    await house.person('远山')
    await house.close()
    await within(house.dataDir, async (database) => expect(new Set(await wrappings(database))).toEqual(new Set(['k2'])))
    await house.open()
    expect(await nickname()).toBe('小舟')
  })

  it('that is cut off in the middle is ended by the next, with the same key', async () => {
    await house.close()
    await within(house.dataDir, async (database) => {
      const own = keysIn(house.dataDir, true)
      await expect(rotateKeys({ database: failingAfter(3, database), ring: own, say: () => {} })).rejects.toThrow('cut')
      expect(new Set(await wrappings(database))).toEqual(new Set(['k2', 'k3']))
    })
    await house.open()
    expect(await nickname()).toBe('小舟')
    const { code, said } = await house.run('rotate-keys')
    expect(code).toBe(0)
    expect(said).not.toContain('New wrapping key')
    expect(Object.keys(ring().wrapping)).toEqual(['k1', 'k2', 'k3'])
    expect(await nickname()).toBe('小舟')
  })

  it('lets old keys go when asked to, and not those that are needed', async () => {
    const { code, said } = await house.run('rotate-keys', '--drop-old')
    expect([code, said]).toEqual([0, expect.stringContaining('Removed from keys.json: k1, k2')])
    expect(said).toContain('Backups of the last 7 days')
    expect(Object.keys(ring().wrapping)).toEqual(['k3'])
    expect(await nickname()).toBe('小舟')
    await house.close()
    await house.open()
    expect(await nickname()).toBe('小舟')
  })

  it('whose key was lost stops the start with a sentence, and changes nothing', async () => {
    await house.close()
    const kept = readFileSync(keysFile, 'utf8')
    const { index } = JSON.parse(kept)
    writeFileSync(keysFile, JSON.stringify({ active: 'k9', index, wrapping: { k9: index } }))
    await expect(house.open()).rejects.toThrow(StartRefused)
    await expect(house.open()).rejects.toThrow(/The wrapping key k3 is missing from .*keys\.json/)
    const rotated = await house.run('rotate-keys')
    expect([rotated.code, rotated.said]).toEqual([1, expect.stringContaining('k3 is missing')])
    writeFileSync(keysFile, kept)
    await house.open()
    expect(await nickname()).toBe('小舟')
  })
})

describe('the commands', () => {
  it('find a server whose folder has a name too long for a socket', async () => {
    const dataDir = join(root, 'a-folder-whose-name-is-long'.repeat(5), 'data')
    mkdirSync(dataDir, { recursive: true })
    const far = keptHouse(dataDir)
    await far.open()
    const socket = readFileSync(join(dataDir, 'control'), 'utf8')
    expect((statSync(join(dataDir, 'control')).mode & 0o777).toString(8)).toBe('600')
    expect((statSync(socket).mode & 0o777).toString(8)).toBe('600')
    expect(await far.run('verify-ledger')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Every chain is whole'),
    })
    await far.close()
    expect(existsSync(socket)).toBe(false)
    expect(await far.run('verify-ledger')).toMatchObject({ code: 0 })
  })

  it('tell of a chain that somebody changed', async () => {
    await house.close()
    await within(house.dataDir, async (database) => {
      const { rows } = await database.open(profilesStore).find({ index: 'byPerson', limit: 1 })
      const id = rows[0]?.personId ?? ''
      const head = { id, personId: id, seq: 1, last: 'made up', ledger: 'made up', waitsSince: '', hash: 'made up' }
      await database.open(ledgerHeadsStore).change(id, () => done({ write: head, reply: true }))
    })
    const { code, said } = await house.run('verify-ledger')
    expect([code, said]).toEqual([1, expect.stringMatching(/Broken: 1\n {2}ledgerHeads /)])
  })

  it('refuse a folder where no database is, and words they do not know', async () => {
    const nowhere = keptHouse(join(root, 'nowhere'))
    expect(await nowhere.run('backup')).toMatchObject({ code: 1, said: expect.stringContaining('no database in') })
    expect(existsSync(join(root, 'nowhere'))).toBe(false)
    for (const words of [[], ['toString'], ['backup', 'a', 'b'], ['restore'], ['backup', '--replace']])
      expect((await nowhere.run(...words)).code).toBe(2)
  })
})

/** As if the process ended when it had changed so many documents. */
function failingAfter(changes: number, database: Database): Database {
  let left = changes
  return {
    ...database,
    open: (declaration) => {
      const collection = database.open(declaration)
      if (declaration.name !== dataKeysStore.name) return collection
      return {
        ...collection,
        change: async (id, rule) => {
          if (left-- <= 0) throw new Error('cut off')
          return collection.change(id, rule)
        },
      }
    },
  }
}
