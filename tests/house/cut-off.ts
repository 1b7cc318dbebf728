import type { StaffCaller } from '../../cloudfunctions/_kit/caller'
import type { Collection, Database } from '../../cloudfunctions/_kit/database'
import type { Declaration, Stored } from '../../cloudfunctions/_kit/declaration'
import { people } from '../../cloudfunctions/people/serve'
import { type Api, createApi } from '../../src/contract/client'
import type { House } from './open-house'

/** The same database, until it has answered so many calls: from then on the process that asks is as good as killed. */
export function cutOff(database: Database, afterCalls: number): { database: Database; calls: () => number } {
  let calls = 0
  const counted =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (calls >= afterCalls) throw new Error('cut off')
      calls++
      return call(...args)
    }
  const openCut = <T extends Stored>(declaration: Declaration<T>): Collection<T> => {
    const inner = database.open(declaration)
    const entries = Object.entries(inner).map(([name, call]) => [
      name,
      name === 'at' ? call : counted(call as (...args: unknown[]) => Promise<unknown>),
    ])
    return Object.fromEntries(entries) as Collection<T>
  }
  return {
    database: { open: openCut, together: counted(database.together as never) as unknown as Database['together'] },
    calls: () => calls,
  }
}

/** What a colleague asks, over a database that may be cut off. */
export const over = (house: House, caller: StaffCaller, database: Database) =>
  createApi((_, request) =>
    people(request, {
      ...{ caller, expired: false, database, files: house.files, keys: house.keys, now: house.clock.now() },
      ...{ requestId: 'a request', origin: 'an address', client: 'Firefox', log: (entry) => house.logged.push(entry) },
    }),
  )

/** Asks again and again, each time cut off one call later, until nothing is cut off any more. */
export async function throughEveryCut<T>(
  house: House,
  caller: StaffCaller,
  ask: (api: Api) => Promise<{ ok: true; data: T } | { ok: false; code: string }>,
) {
  for (let calls = 0; ; calls++) {
    const reply = await ask(over(house, caller, cutOff(house.database, calls).database))
    if (reply.ok) return { data: reply.data, cuts: calls }
    if (reply.code !== 'INTERNAL') throw new Error(`refused: ${reply.code}`)
  }
}
