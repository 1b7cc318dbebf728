import { dataKeysStore } from '../../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../../cloudfunctions/_kit/database'
import type { Keys } from '../../../cloudfunctions/_kit/keys'
import { done } from '../../domain/result'
import { wrappingInUse } from '../key-ring'

const A_PAGE = 100

/**
 * Wraps every data key with the active wrapping key. Cut off anywhere, some are wrapped by the one and some by the other,
 * both open, and another run ends it. Gives how many it wrapped.
 */
export async function rewrapAll(database: Database, keys: Keys): Promise<number> {
  let rewrapped = 0
  for (const id of await wrappingInUse(database))
    if (id !== keys.active) rewrapped += await rewrapFrom(id, database, keys)
  return rewrapped
}

async function rewrapFrom(wrappedBy: string, database: Database, keys: Keys): Promise<number> {
  const dataKeys = database.open(dataKeysStore)
  for (let rewrapped = 0; ; ) {
    // Each page is the first: what is wrapped anew is no longer found here.
    const { rows } = await dataKeys.find({ index: 'byWrapping', where: { wrappedBy }, limit: A_PAGE })
    if (rows.length === 0) return rewrapped
    for (const { id } of rows) {
      const changed = await dataKeys.change(id, (key) =>
        key && key.wrappedBy !== keys.active
          ? done({
              write: { ...key, ...keys.wrap(key.keyId, keys.unwrap(key.keyId, key.wrapped, key.wrappedBy)) },
              reply: 1,
            })
          : done({ reply: 0 }),
      )
      rewrapped += changed.data
    }
  }
}
