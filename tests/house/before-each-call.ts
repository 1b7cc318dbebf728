import { nanoid } from 'nanoid'
import type { Collection, Database } from '../../cloudfunctions/_kit/database'
import type { Declaration, Stored } from '../../cloudfunctions/_kit/declaration'
import { identify } from '../../cloudfunctions/_kit/identify'
import { people } from '../../cloudfunctions/people/serve'
import type { Input } from '../../src/contract'
import type { House } from './open-house'

/** The same database, with something that happens before each call to it. */
export const beforeCalls = (database: Database, happens: () => Promise<void>): Database => {
  const first = async <R>(call: () => Promise<R>): Promise<R> => {
    await happens()
    return call()
  }
  return {
    open: <T extends Stored>(declaration: Declaration<T>): Collection<T> => {
      const inner = database.open(declaration)
      return {
        at: inner.at,
        get: (id) => first(() => inner.get(id)),
        getMany: (ids) => first(() => inner.getMany(ids)),
        find: (query) => first(() => inner.find(query)),
        count: (query) => first(() => inner.count(query)),
        insert: (document) => first(() => inner.insert(document)),
        insertMany: (documents) => first(() => inner.insertMany(documents)),
        change: (id, rule) => first(() => inner.change(id, rule)),
        spend: (...asked) => first(() => inner.spend(...asked)),
        release: (...asked) => first(() => inner.release(...asked)),
        add: (id, increments) => first(() => inner.add(id, increments)),
        remove: (id) => first(() => inner.remove(id)),
      }
    },
    together: (refs, rule) => first(() => database.together(refs, rule)),
  }
}

/** `privacy.destroy` of whoever bears this, over a database of the test's choosing. */
export const destroyOver = async (
  database: Database,
  house: House,
  bearer: string,
  data: Input<'privacy', 'destroy'>,
) =>
  people(
    { action: 'privacy.destroy', data },
    {
      ...(await identify(bearer, { database: house.database, now: house.clock.now() })),
      database,
      files: house.files,
      keys: house.keys,
      now: house.clock.now(),
      requestId: nanoid(),
      origin: 'an address',
      client: 'Firefox · Windows',
      log: (entry) => house.logged.push(entry),
    },
  )

/** What an employee of WeChat asks, over a database of the test's choosing. */
export const overDatabase = (database: Database, house: House, personId: string, request: unknown) =>
  people(request, {
    caller: { kind: 'employee', personId },
    expired: false,
    database,
    files: house.files,
    keys: house.keys,
    now: house.clock.now(),
    requestId: nanoid(),
    origin: 'an address',
    client: 'Firefox · Windows',
    log: (entry) => house.logged.push(entry),
  })
