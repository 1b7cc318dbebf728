import { type DataKey, findDataKeys, keyOwnerOf } from './data-keys'
import { Busy, type Database } from './database'
import type { Declaration, Stored } from './declaration'
import type { Keys } from './keys'
import { isSealedWith, type Opened, unseal } from './sealing'

/**
 * For `_kit` only: a page of documents. One person's are sealed with one key or two, those of conversations with a key each.
 * What was sealed with a key that is gone was destroyed, and is left out.
 */
export async function openAll<T extends Stored>(
  declaration: Declaration<T>,
  documents: readonly T[],
  around: { database: Database; keys: Keys },
): Promise<Opened<T>[]> {
  if (documents.length === 0) return []
  const owners = [...new Set(documents.map((document) => keyOwnerOf(declaration, document)))]
  const found: DataKey[] = (await Promise.all(owners.map((owner) => findDataKeys(declaration, owner, around)))).flat()
  const keyOf = (document: T) => found.find((key) => isSealedWith(declaration, document, key))
  const closed = documents.filter((document) => !keyOf(document)).map(({ id }) => id)
  const now = closed.length > 0 ? await around.database.open(declaration).getMany(closed) : []
  if (now.some(keyOf)) throw new Busy('sealed anew meanwhile')
  return documents.flatMap((document) => {
    const key = keyOf(document)
    return key ? [unseal(declaration, document, key)] : []
  })
}
