import { done } from '../../src/domain/result'
import { floorOf, sealedUntil } from '../../src/domain/retention/floors'
import { dataKeyId, dataKeysStore, newDataKey } from '../_kit/data-keys'
import { type Database, MOST_ROWS } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { destroyKey } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import type { Job, JobContext } from '../_kit/job'
import type { Keys } from '../_kit/keys'
import { sealedAway } from '../_kit/sealed-away'
import { countDestroyed } from './destructions'
import { type Owned, ofPerson, ownedBy } from './owned'
import { regionOf } from './region'

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/**
 * A declaration with a `floor` has `closedAt` and `sealedUntil`, both empty at first, and the index `bySealedUntil`; nothing
 * in it that is not sealed, its id included, may point at the person. This takes such documents from the person and gives
 * them to nobody, with the key they are sealed with, which nothing opens any more; those whose time is over are left for the
 * eraser. Says whether there was a key. Cut off anywhere, running it again ends it.
 */
export async function sealAway(declaration: Owned, personId: string, around: Around): Promise<boolean> {
  const { database, keys } = around
  const dataKeys = database.open(dataKeysStore)
  const key = await dataKeys.get(dataKeyId(declaration, personId, keys))
  if (!key) return false
  const nobody = sealedAway(key.keyId)
  const bytes = keys.unwrap(key.keyId, key.wrapped, key.wrappedBy)
  const { keyId } = newDataKey()
  // Under a name of its own, so that the person's can stand on the list of destroyed ones and this one stays.
  await dataKeys.insert({ id: dataKeyId(declaration, nobody, keys), keyId, ...keys.wrap(keyId, bytes) })
  await giveToNobody(declaration, personId, nobody, around)
  const kept = await database.open(declaration).count(ofPerson(declaration, nobody))
  // Where nothing has to be kept, the key goes as any other does.
  if (kept === 0) await destroyKey(declaration, nobody, around)
  await destroyKey(declaration, personId, around)
  return true
}

async function giveToNobody(declaration: Owned, personId: string, nobody: string, { database, now }: Around) {
  if (!declaration.floor) return
  const floor = floorOf(declaration.floor, regionOf())
  const collection = database.open(declaration)
  let after: string | null = null
  do {
    const page = await collection.find({
      ...ofPerson(declaration, personId),
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    for (const { id, closedAt } of page.rows) {
      const until = sealedUntil(floor, String(closedAt), now)
      if (until)
        await collection.change(id, (current) =>
          done(
            current
              ? { write: { ...current, [declaration.owner.field]: nobody, sealedUntil: until }, reply: true }
              : { reply: true },
          ),
        )
    }
    after = page.next
  } while (after)
}

/** Destroys for good what a law kept, on the day it ends. */
export const endFloors = (declarations: readonly AnyDeclaration[]): Job => ({
  name: 'end-floors',
  everyMinutes: 60,
  run: async (around) => {
    let ended = 0
    for (const declaration of ownedBy(declarations)) if (declaration.floor) ended += await endFloor(declaration, around)
    return ended
  },
})

async function endFloor(declaration: Owned, around: JobContext): Promise<number> {
  const { database, now, timeLeft } = around
  const collection = database.open(declaration)
  let ended = 0
  while (timeLeft()) {
    // From the first letter on: where nothing was sealed away the field is empty.
    const range = { from: '0', before: now.toISOString() }
    const { rows } = await collection.find({ index: 'bySealedUntil', range, limit: MOST_ROWS })
    if (rows.length === 0) return ended
    for (const { id, [declaration.owner.field]: nobody } of rows) {
      const together = await collection.count(ofPerson(declaration, String(nobody)))
      if (together === 1) await destroyKey(declaration, String(nobody), around)
      await collection.remove(id)
    }
    await countDestroyed(declaration.name, 'retention', rows.length, around)
    ended += rows.length
  }
  return ended
}
