import { done } from '../../src/domain/result'
import { type DataKey, dataKeyId, dataKeysStore, leavingKeyId } from './data-keys'
import type { Database } from './database'
import type { AnyDeclaration } from './declaration'
import { noteDestroyed } from './destroyed-keys'
import type { Files } from './files'
import type { Keys } from './keys'
import { keyIdOf } from './sealing'

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/**
 * Noted outside the database before it goes, so that no backup brings it back; one that is on its way out goes with it.
 * Says whether there was any.
 */
export async function destroyKey(declaration: AnyDeclaration, ownerId: string, around: Around): Promise<boolean> {
  const ids = [dataKeyId(declaration, ownerId, around.keys), leavingKeyId(declaration, ownerId, around.keys)]
  const found = await around.database.open(dataKeysStore).getMany(ids)
  for (const key of found) {
    await noteDestroyed([key.keyId], around)
    await removeKey(key, around)
  }
  return found.length > 0
}

/** As `destroyKey`, but only the one this was sealed with: a later one stays. */
export async function destroyKeyOf(declaration: AnyDeclaration, ownerId: string, envelope: string, around: Around) {
  const keyId = keyIdOf(envelope)
  await noteDestroyed([keyId], around)
  await removeKey({ id: dataKeyId(declaration, ownerId, around.keys), keyId }, around)
}

/** Only if it is still the one that was found: another may stand there by now. */
export const removeKey = (
  { id, keyId }: { id: string } & Pick<DataKey, 'keyId'>,
  { database }: Pick<Around, 'database'>,
) =>
  database
    .open(dataKeysStore)
    .change(id, (current) => done(current?.keyId === keyId ? { write: null, reply: true } : { reply: true }))
