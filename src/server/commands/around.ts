import type { Database } from '../../../cloudfunctions/_kit/database'
import type { OpenRing } from '../keys-file'
import type { Sql } from '../postgres/sql'

/** What a command works with: the server's own, or what it opened itself. */
export type Around = {
  database: Database
  sql: Sql
  ring: OpenRing
  filesDir: string
  now: () => Date
  say: (line: string) => void
  /** Where the running server is found; absent where none runs. */
  url?: string
}
