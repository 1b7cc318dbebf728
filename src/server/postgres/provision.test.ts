import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { declare } from '../../../cloudfunctions/_kit/declaration'
import { done } from '../../domain/result'
import { openDatabase } from './database'
import { openInMemory } from './pglite'
import { vacuum } from './provision'
import type { Sql } from './sql'

const diary = declare<{ id: string; text: string }>({
  name: 'diary',
  title: '试样',
  about: '一页，不断改写',
  schema: z.strictObject({ id: z.string(), text: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只在测试里' },
})

let sql: Sql
beforeAll(async () => {
  sql = await openInMemory()
})
afterAll(() => sql.close())

it('the room of what was written over is used again once the database is vacuumed, and only then', async () => {
  const pages = (await openDatabase(sql, [diary])).open(diary)
  const sizeAfterADay = async () => {
    for (let write = 0; write < 40; write++)
      await pages.change('page', () =>
        done({ write: { id: 'page', text: randomBytes(6000).toString('base64') }, reply: true }),
      )
    const [size] = await sql.query(`select pg_total_relation_size('diary')::int as bytes`)
    return Number(size?.bytes)
  }
  const first = await sizeAfterADay()
  const later: number[] = []
  for (let day = 0; day < 3; day++) {
    expect(await vacuum(sql, [diary])).toBe(1)
    later.push(await sizeAfterADay())
  }
  expect(Math.max(...later)).toBeLessThan(first * 1.5)
  expect(await sizeAfterADay()).toBeGreaterThan(first * 1.5)
})
