import { done } from '../../src/domain/result'
import { type DataKey, dataKeyId, dataKeysStore } from '../_kit/data-keys'
import type { Database } from '../_kit/database'
import { noteDestroyed } from '../_kit/destroyed-keys'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import type { Owned } from './owned'

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/** Noted outside the database before it goes, so that no backup brings it back. Says whether there was one. */
export async function destroyKey(declaration: Owned, ownerId: string, around: Around): Promise<boolean> {
  const key = await around.database.open(dataKeysStore).get(dataKeyId(declaration, ownerId, around.keys))
  if (!key) return false
  await noteDestroyed([key.keyId], around)
  await removeKey(key, around)
  return true
}

/** Only if it is still the one that was found: another may stand there by now. */
export const removeKey = (
  { id, keyId }: { id: string } & Pick<DataKey, 'keyId'>,
  { database }: Pick<Around, 'database'>,
) =>
  database
    .open(dataKeysStore)
    .change(id, (current) => done(current?.keyId === keyId ? { write: null, reply: true } : { reply: true }))
