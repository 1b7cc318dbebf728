export type Row = Record<string, unknown>

/** One parametrised statement. */
export type Query = (text: string, params?: readonly unknown[]) => Promise<Row[]>

/** What both PostgreSQLs offer. A transaction is READ COMMITTED, and rolled back when its work throws. */
export type Sql = {
  query: Query
  transaction<T>(work: (query: Query) => Promise<T>): Promise<T>
  /** PGlite, in this very process: it answers one statement at a time, and runs no autovacuum. */
  embedded: boolean
  close(): Promise<void>
}
