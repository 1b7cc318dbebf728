import { done } from '../../src/domain/result'
import { dataKeyId, dataKeysStore, leavingKeyId, newDataKey, type StoredDataKey } from './data-keys'
import { Busy, type Database, MOST_ROWS } from './database'
import type { Declaration, Stored } from './declaration'
import { removeKey } from './destroy-key'
import { noteDestroyed } from './destroyed-keys'
import type { Files } from './files'
import type { Keys } from './keys'
import { isSealedWith, seal, unseal } from './sealing'

/** Empty, but in one that is being destroyed: it is shown to nobody from then on, and the index `byDestroying` finds it. */
export type Destructible = Stored & { destroyingSince: string }

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/** More often than anybody writes meanwhile; then the clock goes on. */
const MOST_PASSES = 20

/** From here on it is gone for its owner, whatever happens to this process; `finishDestroying` does the rest. */
export const beginDestroying = <T extends Destructible>(
  declaration: Declaration<T>,
  id: string,
  { database, now }: Pick<Around, 'database' | 'now'>,
) =>
  database
    .open(declaration)
    .change(id, (current) =>
      done(
        current?.destroyingSince === ''
          ? { write: { ...current, destroyingSince: now.toISOString() }, reply: true }
          : { reply: true },
      ),
    )

/**
 * Destroys what a person began to destroy as finally as a whole kind goes: the key it was sealed with is destroyed. What
 * stays is sealed with a new one first; until then the old one waits beside it and still opens. Cut off anywhere, or run
 * by two at once, running it again ends it.
 */
export async function finishDestroying<T extends Destructible>(
  declaration: Declaration<T>,
  ownerId: string,
  around: Around,
): Promise<void> {
  const { database, keys } = around
  const ids = { current: dataKeyId(declaration, ownerId, keys), leaving: leavingKeyId(declaration, ownerId, keys) }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    // Keys first: what was written with the one before lies there by now.
    const found = await database.open(dataKeysStore).getMany([ids.current, ids.leaving])
    const current = found.find(({ id }) => id === ids.current)
    const leaving = found.find(({ id }) => id === ids.leaving)
    const documents = await allOf(declaration, ownerId, database)
    const going = documents.filter(({ destroyingSince }) => destroyingSince !== '')
    if (leaving) {
      const staying = documents.filter(({ destroyingSince }) => destroyingSince === '')
      if (current && (await sealAnew(declaration, staying, { leaving, current }, around))) continue
      await noteDestroyed([leaving.keyId], around)
      await removeKey(leaving, around)
    } else if (current && going.some((document) => isSealedWith(declaration, document, current))) {
      await changeKeys(current, ids.leaving, around)
      continue
    }
    for (const document of going)
      if (!current || !isSealedWith(declaration, document, current))
        await database.open(declaration).remove(document.id)
    if (!leaving) return
  }
  throw new Busy('written to again and again')
}

/** A new key in the place of this one, which waits beside it: both at once, or neither. */
function changeKeys(before: StoredDataKey, leavingId: string, { database, keys }: Around) {
  const { keyId, bytes } = newDataKey()
  const dataKeys = database.open(dataKeysStore)
  return database.together(
    { current: dataKeys.at(before.id), leaving: dataKeys.at(leavingId) },
    ({ current, leaving }) =>
      done(
        current?.keyId === before.keyId && !leaving
          ? {
              write: {
                current: { id: before.id, keyId, ...keys.wrap(keyId, bytes) },
                leaving: { ...current, id: leavingId },
              },
              reply: true,
            }
          : { write: {}, reply: true },
      ),
  )
}

/** Says whether there was anything to seal anew. */
async function sealAnew<T extends Destructible>(
  declaration: Declaration<T>,
  documents: readonly T[],
  stored: { leaving: StoredDataKey; current: StoredDataKey },
  { database, keys }: Around,
): Promise<boolean> {
  const open = ({ keyId, wrapped, wrappedBy }: StoredDataKey) => ({
    keyId,
    bytes: keys.unwrap(keyId, wrapped, wrappedBy),
  })
  const [leaving, current] = [open(stored.leaving), open(stored.current)]
  const old = documents.filter((document) => isSealedWith(declaration, document, leaving))
  for (const { id } of old)
    await database
      .open(declaration)
      .change(id, (document) =>
        done(
          document && isSealedWith(declaration, document, leaving)
            ? { write: seal(declaration, unseal(declaration, document, leaving), current), reply: true }
            : { reply: true },
        ),
      )
  return old.length > 0
}

async function allOf<T extends Destructible>(declaration: Declaration<T>, ownerId: string, database: Database) {
  if (declaration.owner.kind === 'union') throw new Error(`${declaration.name}: belongs to nobody`)
  const { field } = declaration.owner
  const index = Object.entries(declaration.indexes).find(([, [first]]) => first === field)?.[0]
  if (!index) throw new Error(`${declaration.name}: no index begins with ${field}`)
  const all: T[] = []
  let after: string | null = null
  do {
    const page = await database
      .open(declaration)
      .find({ index, where: { [field]: ownerId }, limit: MOST_ROWS, ...(after && { after }) })
    all.push(...page.rows)
    after = page.next
  } while (after)
  return all
}
