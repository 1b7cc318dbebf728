import type { Collection, Database } from '../../cloudfunctions/_kit/database'
import type { Declaration, Stored } from '../../cloudfunctions/_kit/declaration'

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
