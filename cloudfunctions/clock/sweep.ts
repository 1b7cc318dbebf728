import { daysLater } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import type { Job } from '../_kit/job'

const A_PAGE = 100

/** Collections whose documents need more than removing have a job of their own. */
const SWEPT_BY_THEIR_OWN = ['uploads', 'devices']

type Around = { database: Database; now: Date }

/** Told how many of a kind went, once they are gone. */
type Count = (kind: string, by: 'retention', count: number, around: Around) => Promise<void>

/** Removes what has been kept as long as its declaration says, in every collection that says so: a page of each in turn. */
export const sweep = (declarations: readonly AnyDeclaration[], count: Count): Job => ({
  name: 'sweep',
  everyMinutes: 10,
  run: async ({ database, now, timeLeft }) => {
    let removed = 0
    let waiting = declarations.filter(({ name, keep }) => 'days' in keep && !SWEPT_BY_THEIR_OWN.includes(name))
    while (waiting.length > 0) {
      const more: AnyDeclaration[] = []
      for (const declaration of waiting) {
        if (!timeLeft()) return removed
        const page = await sweepPage(declaration, database, now)
        await count(declaration.name, 'retention', page.removed, { database, now })
        removed += page.removed
        if (page.more) more.push(declaration)
      }
      waiting = more
    }
    return removed
  },
})

async function sweepPage(declaration: AnyDeclaration, database: Database, now: Date) {
  if (!('days' in declaration.keep)) return { removed: 0, more: false }
  const { since, days } = declaration.keep
  const collection = database.open(declaration)
  const range = { before: daysLater(now, -days).toISOString() }
  const old = await collection.find({ index: indexOn(declaration, since), range, limit: A_PAGE })
  let removed = 0
  for (const document of old.rows) if ((await collection.remove(document.id)) === 'removed') removed++
  return { removed, more: old.next !== null }
}

/** A limit that no index can find would never be kept. Throws. */
function indexOn(declaration: AnyDeclaration, field: string): string {
  const found = Object.entries(declaration.indexes).find(([, fields]) => fields.length === 1 && fields[0] === field)
  if (!found) throw new Error(`${declaration.name}: kept since ${field}, but no index orders by it alone`)
  return found[0]
}
