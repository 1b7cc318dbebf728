import { daysLater } from '../../src/domain/time'
import type { AnyDeclaration } from '../_kit/declaration'
import type { Job } from '../_kit/job'

const A_RUN = 100

/** Collections whose documents need more than removing have a job of their own. */
const SWEPT_BY_THEIR_OWN = ['uploads']

/** Removes what has been kept as long as its declaration says, in every collection that says so. */
export const sweep = (declarations: readonly AnyDeclaration[]): Job => ({
  name: 'sweep',
  everyMinutes: 60,
  run: async ({ database, now }) => {
    let removed = 0
    for (const declaration of declarations) {
      if (!('days' in declaration.keep) || SWEPT_BY_THEIR_OWN.includes(declaration.name)) continue
      const { since, days } = declaration.keep
      const collection = database.open(declaration)
      const old = await collection.find({
        index: indexOn(declaration, since),
        range: { before: daysLater(now, -days).toISOString() },
        limit: A_RUN,
      })
      for (const document of old.rows) if ((await collection.remove(document.id)) === 'removed') removed++
    }
    return removed
  },
})

/** A limit that no index can find would never be kept. Throws. */
function indexOn(declaration: AnyDeclaration, field: string): string {
  const found = Object.entries(declaration.indexes).find(([, fields]) => fields.length === 1 && fields[0] === field)
  if (!found) throw new Error(`${declaration.name}: kept since ${field}, but no index orders by it alone`)
  return found[0]
}
