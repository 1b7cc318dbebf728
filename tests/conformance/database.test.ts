import { openDatabase } from '../../src/server/postgres/database'
import { openInMemory } from '../../src/server/postgres/pglite'
import type { Sql } from '../../src/server/postgres/sql'
import { onServer } from './postgres-server'
import { conforms } from './suite/conforms'
import type { Opening } from './suite/stage'

const over =
  (open: () => Promise<Sql>): Opening =>
  async (declarations) => {
    const sql = await open()
    return { database: await openDatabase(sql, declarations), close: () => sql.close() }
  }

conforms('PostgreSQL, embedded', over(openInMemory))
onServer((open) => conforms('PostgreSQL, a server', over(open)))
