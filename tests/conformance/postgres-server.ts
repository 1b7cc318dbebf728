import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { openPool } from '../../src/server/postgres/pool'
import type { Sql } from '../../src/server/postgres/sql'

const url = process.env.TEST_DATABASE_URL

/** A pool whose tables are in a schema of its own, gone when it is closed. */
async function openOwnSchema(given: string, connections: number): Promise<Sql> {
  const schema = `test_${randomBytes(6).toString('hex')}`
  const outside = openPool(given, 1)
  await outside.query(`create schema "${schema}"`)
  const inside = new URL(given)
  inside.searchParams.set('options', `-c search_path=${schema}`)
  const sql = openPool(inside.href, connections)
  return {
    ...sql,
    close: async () => {
      await sql.close()
      await outside.query(`drop schema "${schema}" cascade`)
      await outside.close()
    },
  }
}

/** Runs `tests` with the server of TEST_DATABASE_URL; where there is none, says so. */
export function onServer(tests: (open: (connections?: number) => Promise<Sql>) => void): void {
  if (url) tests((connections = 10) => openOwnSchema(url, connections))
  else
    it('PostgreSQL server: not run here (TEST_DATABASE_URL is not set)', () => {
      process.stdout.write('PostgreSQL server: not run here (TEST_DATABASE_URL is not set)\n')
      expect(url ?? '').toBe('')
    })
}
