import { dayOf } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { type Destruction, destructionsStore } from './store'

/** Adds to how many of a kind went today. Nothing in it says whose. */
export async function countDestroyed(
  kind: string,
  by: Destruction['by'],
  count: number,
  { database, now }: { database: Database; now: Date },
): Promise<void> {
  if (count === 0) return
  const day = dayOf(now)
  const id = `${day}.${kind}.${by}`
  const destructions = database.open(destructionsStore)
  if ((await destructions.add(id, { count })) === 'added') return
  if ((await destructions.insert({ id, day, kind, by, count })) === 'duplicate') await destructions.add(id, { count })
}
