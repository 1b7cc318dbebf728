import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { openFiles } from '../../src/server/files-on-disk'
import { openDatabase } from '../../src/server/postgres/database'
import { openInMemory } from '../../src/server/postgres/pglite'
import { dataKeysStore, keepFor } from '../_kit/data-keys'
import type { Database } from '../_kit/database'
import { declare } from '../_kit/declaration'
import { isDestroyed } from '../_kit/destroyed-keys'
import type { Files } from '../_kit/files'
import { generateKeys, readKeys } from '../_kit/keys'
import { openOwn } from '../_kit/reveal'
import { keyIdOf, SealedText, seal, unsealFor } from '../_kit/sealing'
import { eraseKind } from './erase'
import type { Owned } from './owned'
import { endFloors } from './seal-away'
import { destructionsStore } from './store'
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
    database = await openDatabase(sql, [talksStore, dataKeysStore, destructionsStore])
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
    expect(await isDestroyed(keyId, files)).toBe(false)

    const job = endFloors([talksStore])
    const run = (instant: string) => job.run({ ...at(instant), timeLeft: () => true })
    expect(await run('2028-12-31T23:59:59.000Z')).toBe(0)
    expect(await run('2029-01-01T00:00:01.000Z')).toBe(1)
    expect(await isDestroyed(keyId, files)).toBe(false)
    expect(await run('2029-02-01T00:00:01.000Z')).toBe(1)
    expect(await isDestroyed(keyId, files)).toBe(true)
    expect(await keyIds()).not.toContain(keyId)
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
