import { Pool, type PoolClient } from 'pg'
import type { Query, Sql } from './sql'

/** Bounded waits: a replica that dies or hangs in a transaction must not hold a row for ever. */
const BEGIN = `begin isolation level read committed; set local lock_timeout = '5s'; set local idle_in_transaction_session_timeout = '15s'`

const queryOf =
  (runner: Pool | PoolClient): Query =>
  async (text, params = []) =>
    (await runner.query(text, [...params])).rows

/** By this name a server of ours is known among the sessions of the database. */
export const APPLICATION = 'xinyi'

/** A PostgreSQL server, 13 or later. `max` connections of this process, which stay open: a running server can be seen. */
export function openPool(url: string, max: number): Sql {
  const pool = new Pool({ connectionString: url, max, application_name: APPLICATION, idleTimeoutMillis: 0 })
  // Without a listener the loss of an idle connection would end the process; the pool replaces it by itself.
  pool.on('error', (error) => process.emitWarning(error))

  const transaction = async <T>(work: (query: Query) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    let broken: unknown
    try {
      await client.query(BEGIN)
      const result = await work(queryOf(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: unknown) => {
        broken = failure
      })
      throw error
    } finally {
      client.release(broken !== undefined)
    }
  }
  return { query: queryOf(pool), transaction, embedded: false, close: () => pool.end() }
}
