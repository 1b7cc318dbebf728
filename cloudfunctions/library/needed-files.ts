import { done } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { type Database, MOST_IDS } from '../_kit/database'
import { filesStore } from './store'

/** What was needed less than a day ago is not written again. */
const FRESH_DAYS = 1

/**
 * Says that these files are needed now: none of them is removed within the next days. To be said before a file is stored
 * or a piece that names it is written. False when one of them is being removed at this moment.
 */
export async function needed(names: readonly string[], { database, now }: { database: Database; now: Date }) {
  const files = database.open(filesStore)
  const since = daysLater(now, -FRESH_DAYS).toISOString()
  const all = [...new Set(names)]
  let free = true
  for (let from = 0; from < all.length; from += MOST_IDS) {
    const asked = all.slice(from, from + MOST_IDS)
    const fresh = new Set(
      (await files.getMany(asked)).filter((file) => !file.removing && file.neededAt >= since).map(({ id }) => id),
    )
    for (const id of asked.filter((name) => !fresh.has(name))) {
      const said = await files.change(id, (file) =>
        done(
          file?.removing
            ? { reply: false }
            : { write: { id, neededAt: now.toISOString(), removing: false }, reply: true },
        ),
      )
      free &&= said.data
    }
  }
  return free
}
