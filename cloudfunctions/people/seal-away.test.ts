import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { openFiles } from '../../src/server/files-on-disk'
import { openDatabase } from '../../src/server/postgres/database'
import { openInMemory } from '../../src/server/postgres/pglite'
import { dataKeyId, dataKeysStore, keepFor } from '../_kit/data-keys'
import type { Database } from '../_kit/database'
import { declare } from '../_kit/declaration'
import { isDestroyed } from '../_kit/destroyed-keys'
import type { Files } from '../_kit/files'
import { generateKeys, readKeys } from '../_kit/keys'
import { openOwn } from '../_kit/reveal'
import { keyIdOf, SealedText, seal, unsealFor } from '../_kit/sealing'
import { eraseKind } from './erase'
import { keyRoundsStore } from './key-rounds'
import type { Owned } from './owned'
import { EVERYTHING_HAS_A_KEY, replayDestroyed } from './replay-destroyed'
import { endFloors } from './seal-away'
import { destructionsStore, erasuresStore } from './store'
import { storedKinds } from './stored-kinds'

type Talk = { id: string; personId: string; said: SealedText; closedAt: string; sealedUntil: string }

/** As a kind of record looks that a law keeps: no such kind is stored yet. */
const talksStore = declare<Talk>({
  name: 'talks',
  title: '咨询记录',
  about: '您和咨询师说过的话',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    said: SealedText,
    closedAt: z.string(),
    sealedUntil: z.string(),
  }),
  indexes: { byPerson: ['personId', 'closedAt'], bySealedUntil: ['sealedUntil'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'sensitive',
  sealed: ['said'],
  keep: { until: 'removed', why: '您随时可以删除' },
  floor: 'counselling-records',
  fields: { said: '说的话', closedAt: '结束时间' },
})
const owned = talksStore as Owned

describe('a kind of record that a law keeps', () => {
  const keys = readKeys(generateKeys())
  let folder: string
  let sql: Awaited<ReturnType<typeof openInMemory>>
  let database: Database
  let files: Files
  const at = (instant: string) => ({ database, files, keys, now: new Date(instant), by: 'person' as const })
  const talks = () => database.open(talksStore)
  const keep = (id: string, personId: string, closedAt: string) =>
    keepFor(
      talksStore,
      personId,
      { database, keys },
      (key) => talks().insert(seal(talksStore, { id, personId, said: '昨晚没有睡好', closedAt, sealedUntil: '' }, key)),
      () => talks().remove(id),
    )
  const keyIds = async () => {
    const rows = await sql.query('select doc from "dataKeys"')
    return rows.map(({ doc }) => (doc as { keyId: string }).keyId)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seal-away-'))
    sql = await openInMemory()
    database = await openDatabase(sql, [talksStore, dataKeysStore, destructionsStore, erasuresStore, keyRoundsStore])
    files = await openFiles(folder)
  })
  afterAll(async () => {
    await sql.close()
    await rm(folder, { recursive: true })
  })

  it('says so to the person', async () => {
    const around = { database, now: new Date('2026-03-10T02:00:00.000Z') }
    const [row] = await storedKinds([talksStore], 'lin', { ...around, region: 'shenzhen' })
    expect(row).toMatchObject({ kind: 'talks', floor: expect.stringContaining('十年') })
    const [national] = await storedKinds([talksStore], 'lin', { ...around, region: 'national' })
    expect(national?.floor).toContain('三年')
  })

  it('is nobody’s once it is destroyed, opens to no one, and goes when its time is over, its key with it', async () => {
    await keep('young', 'lin', '2026-01-01T00:00:00.000Z')
    await keep('younger', 'lin', '2026-02-01T00:00:00.000Z')
    await keep('old', 'lin', '2022-01-01T00:00:00.000Z')
    await keep('hers', 'zhou', '2026-01-01T00:00:00.000Z')
    const mine = await talks().get('young')
    const keyId = keyIdOf(mine?.said ?? '')
    const hers = keyIdOf((await talks().get('hers'))?.said ?? '')
    await eraseKind(owned, 'lin', at('2026-03-10T02:00:00.000Z'))

    expect(await talks().get('old')).toBeUndefined()
    const sealed = (await talks().get('young')) as Talk
    expect(sealed).toMatchObject({ sealedUntil: '2029-01-01T00:00:00.000Z', said: mine?.said })
    const rows = JSON.stringify([
      await sql.query('select doc from talks'),
      await sql.query('select doc from "dataKeys"'),
    ])
    expect(rows).not.toContain('lin')
    const around = { database, keys }
    for (const personId of ['lin', sealed.personId]) {
      const caller = { kind: 'employee' as const, personId }
      await expect(openOwn(talksStore, sealed, { ...around, caller })).rejects.toThrow()
    }
    await expect(unsealFor(talksStore, sealed, around)).rejects.toThrow('the law alone')
    // The person's key stands on the list, and what the law keeps outlives a round against it, a restored backup's too.
    expect(await isDestroyed(keyId, files)).toBe(true)
    expect(await keyIds()).not.toContain(keyId)
    const round = replayDestroyed([talksStore])
    const restored = { ...mine, id: 'restored', personId: 'lin' } as Talk
    const key = { id: dataKeyId(talksStore, 'lin', keys), keyId, ...keys.wrap(keyId, Buffer.alloc(32)) }
    await database.open(dataKeysStore).insert(key)
    await talks().insert(restored)
    await files.put(`destroyed-keys/${EVERYTHING_HAS_A_KEY}`, Buffer.from(''))
    await round.run({ ...at('2026-03-11T02:00:00.000Z'), timeLeft: () => true })
    expect((await talks().get('restored'))?.personId).toBe(sealed.personId)
    expect((await talks().get('young'))?.personId).toBe(sealed.personId)
    expect(await keyIds()).not.toContain(keyId)
    await talks().remove('restored')

    const job = endFloors([talksStore])
    const run = (instant: string) => job.run({ ...at(instant), timeLeft: () => true })
    expect(await run('2028-12-31T23:59:59.000Z')).toBe(0)
    const [kept] = (await keyIds()).filter((id) => id !== hers)
    expect(await run('2029-01-01T00:00:01.000Z')).toBe(1)
    expect(await isDestroyed(kept ?? '', files)).toBe(false)
    expect(await run('2029-02-01T00:00:01.000Z')).toBe(1)
    expect(await isDestroyed(kept ?? '', files)).toBe(true)
    expect(await keyIds()).toEqual([hers])
    expect(await talks().get('younger')).toBeUndefined()
    expect((await talks().get('hers'))?.personId).toBe('zhou')
    const counted = await database.open(destructionsStore).find({ index: 'byDay', range: { from: '2' }, limit: 10 })
    expect(counted.rows.map(({ id, count }) => [id, count])).toEqual([
      ['2026-03-10.talks.person', 1],
      ['2029-01-01.talks.retention', 1],
      ['2029-02-01.talks.retention', 1],
    ])
  })

  it('that need not be kept any more is destroyed at once, with its key', async () => {
    await keep('past', 'wu', '2020-01-01T00:00:00.000Z')
    const keyId = keyIdOf((await talks().get('past'))?.said ?? '')
    await eraseKind(owned, 'wu', at('2026-03-10T02:00:00.000Z'))
    expect(await talks().get('past')).toBeUndefined()
    expect(await isDestroyed(keyId, files)).toBe(true)
    expect(await keyIds()).not.toContain(keyId)
  })
})
