import type { Collection, Database } from './database'
import type { Declaration, Stored } from './declaration'

/** What an action costs: documents read, documents written, and calls to the database. */
export type Bill = { reads: number; writes: number; calls: number }

/** The same database, with every use added to `bill`. A change or `together` costs its reads and writes and, on WeChat, one call each plus begin and commit. */
export function billed(database: Database, bill: Bill): Database {
  const charge = (reads: number, writes: number, calls = 1) => {
    bill.reads += reads
    bill.writes += writes
    bill.calls += calls
  }
  return {
    open<T extends Stored>(declaration: Declaration<T>): Collection<T> {
      const inner = database.open(declaration)
      return {
        at: inner.at,
        get: async (id) => (charge(1, 0), inner.get(id)),
        getMany: async (ids) => {
          if (ids.length > 0) charge(ids.length, 0)
          return inner.getMany(ids)
        },
        find: async (query) => {
          const page = await inner.find(query)
          charge(Math.max(1, page.rows.length), 0)
          return page
        },
        count: async (query) => (charge(1, 0), inner.count(query)),
        insert: async (document) => (charge(0, 1), inner.insert(document)),
        insertMany: async (documents) => (charge(0, documents.length), inner.insertMany(documents)),
        change: async (id, rule) => {
          let written = 0
          const result = await inner.change(id, (document) => {
            const asked = rule(document)
            written = asked.ok && asked.data.write !== undefined ? 1 : 0
            return asked
          })
          charge(1, written, 3 + written)
          return result
        },
        spend: async (...asked) => (charge(0, 1), inner.spend(...asked)),
        release: async (...asked) => (charge(0, 1), inner.release(...asked)),
        add: async (id, increments) => (charge(0, 1), inner.add(id, increments)),
        remove: async (id) => (charge(0, 1), inner.remove(id)),
      }
    },
    together: async (refs, rule) => {
      let written = 0
      const result = await database.together(refs, (documents) => {
        const asked = rule(documents)
        written = asked.ok ? Object.keys(asked.data.write).length : 0
        return asked
      })
      const read = Object.keys(refs).length
      charge(read, written, 2 + read + written)
      return result
    },
  }
}
