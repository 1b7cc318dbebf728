import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { removeUnnamed } from './file-copies'
import { DATA_DAYS, FILE_NAMES, isOlder, KEY_DAYS, madeAt, placesIn, UNFINISHED } from './places'

export type Expired = { keys: number; dumps: number; files: number }

/** It is looked at each hour: an hour before, so that the promise is not broken by one. */
const KEYS_GO_AFTER_DAYS = KEY_DAYS - 1 / 24

/** What was cut off while it was made. */
const UNFINISHED_DAYS = 1

const namesIn = (folder: string) => {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/**
 * Removes what has been kept as long as was promised: data keys after seven days, which makes what they open unreadable in
 * every dump, and dumps after thirty. Age is in the names: copying a folder makes nothing younger.
 */
export async function expire(folder: string, now: Date): Promise<Expired> {
  const places = placesIn(folder)
  const oldKeys = namesIn(places.keys).filter((name) =>
    isOlder(name, name.endsWith(UNFINISHED) ? UNFINISHED_DAYS : KEYS_GO_AFTER_DAYS, now),
  )
  for (const name of oldKeys) rmSync(join(places.keys, name), { force: true })
  const dumps = namesIn(folder).filter((name) => madeAt(name) !== undefined)
  const oldDumps = dumps.filter((name) => isOlder(name, name.endsWith(UNFINISHED) ? UNFINISHED_DAYS : DATA_DAYS, now))
  for (const name of oldDumps) rmSync(places.dump(name), { recursive: true, force: true })
  if (oldDumps.length === 0) return { keys: oldKeys.length, dumps: 0, files: 0 }
  const kept = dumps.filter((name) => !oldDumps.includes(name))
  const lists = kept.map((name) => join(places.dump(name), FILE_NAMES))
  // A backup under way has not written down yet which files it needs; then none is known to be needless.
  const files = lists.every((list) => existsSync(list)) ? await removeUnnamed(places.files, lists) : 0
  return { keys: oldKeys.length, dumps: oldDumps.length, files }
}
