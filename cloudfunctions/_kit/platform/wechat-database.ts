import type { Result } from '../../../src/domain/result'
import type { Database, Documents, Refs, Settled, Writes } from '../database'
import { MOST_TOGETHER } from '../database'
import { isConflict, isDuplicate } from './failure'
import { AGAIN, untilSettled } from './retry'
import type { SdkDatabase, SdkTransaction } from './sdk'
import { fromStored, toStored } from './stored'
import { mustBeCounter, wechatCollection } from './wechat-collection'

/** The port over WeChat's cloud database. */
export const wechatDatabase = (database: SdkDatabase): Database => ({
  open: (declaration) => wechatCollection(database, declaration),

  together: <R extends Refs, Asked extends Result<{ write: Writes<R>; reply: unknown }, string>>(
    refs: R,
    rule: (documents: Documents<R>) => Asked,
  ) => {
    const named = Object.entries(refs)
    if (named.length > MOST_TOGETHER) throw new Error(`more than ${MOST_TOGETHER} documents together`)
    for (const [, ref] of named) mustBeCounter(ref.declaration, false)
    return untilSettled<Settled<Asked>>(async () => {
      const transaction = await database.startTransaction()
      try {
        const stored = await readAll(transaction, refs)
        const result = rule(documentsFrom(refs, stored))
        if (!result.ok || Object.keys(result.data.write).length === 0) {
          await transaction.rollback()
          return (result.ok ? { ok: true, data: result.data.reply } : result) as never
        }
        await writeAll(transaction, refs, stored, result.data.write as Writes<typeof refs>)
        await transaction.commit()
        return { ok: true, data: result.data.reply } as never
      } catch (error) {
        // The transaction is over on the server already, or will be in a moment: what matters is the error that ended it.
        await transaction.rollback().catch(() => undefined)
        if (isConflict(error) || isDuplicate(error)) return AGAIN
        throw error
      }
    })
  },
})

type AllStored = Record<string, Record<string, unknown> | undefined>

async function readAll(transaction: SdkTransaction, refs: Refs): Promise<AllStored> {
  const stored: AllStored = {}
  for (const [name, { declaration, id }] of Object.entries(refs))
    stored[name] = (await transaction.collection(declaration.name).doc(id).get()).data ?? undefined
  return stored
}

const documentsFrom = <R extends Refs>(refs: R, stored: AllStored) =>
  Object.fromEntries(
    Object.entries(refs).map(([name, { declaration }]) => {
      const found = stored[name]
      return [name, found && fromStored(declaration, found)]
    }),
  ) as Documents<R>

/** In one fixed order, so that two transactions over the same documents meet at the first and not crosswise. */
async function writeAll(transaction: SdkTransaction, refs: Refs, stored: AllStored, writes: Writes<Refs>) {
  const order = Object.entries(refs).sort(([, a], [, b]) =>
    `${a.declaration.name} ${a.id}` < `${b.declaration.name} ${b.id}` ? -1 : 1,
  )
  for (const [name, { declaration, id }] of order) {
    const write = writes[name]
    const before = stored[name]
    if (write === undefined || (write === null && !before)) continue
    const collection = transaction.collection(declaration.name)
    if (write === null) await collection.doc(id).remove()
    else {
      if (write.id !== id) throw new Error(`${declaration.name}: a change may not move a document`)
      const next = toStored(declaration, write)
      if (before) await collection.doc(id).set({ data: next })
      else await collection.add({ data: { _id: id, ...next } })
    }
  }
}
