import { nanoid } from 'nanoid'
import type { Database } from '../_kit/database'
import { type Shelf, shelvesStore } from './store'

const SHELF = 'shelf'

/** A shelf with a new word on it: whatever was remembered under the old word is asked for again. */
export const turnedShelf = (now: Date): Shelf => ({ id: SHELF, word: nanoid(), turnedAt: now.toISOString() })

export const shelfAt = (database: Database) => database.open(shelvesStore).at(SHELF)

/** Lists of a few kilobytes each: some megabytes of a process at most. */
const MOST_REMEMBERED = 300

/** What this process has seen, under the word that stood on the shelf before it looked. Lost at any moment without harm. */
const memory = new Map<string, unknown>()

/**
 * What is on the shelves changes a few times a day and is asked for a thousand times a minute. One document tells whether
 * it changed: its word is new and random with every approval and recall, and is read before the lists, so that what is
 * remembered under it is never older than it.
 */
export async function remembered<T>(what: string, database: Database, ask: () => Promise<T>): Promise<T> {
  const shelf = await database.open(shelvesStore).get(SHELF)
  if (!shelf) return ask()
  const key = `${shelf.word} ${what}`
  if (memory.has(key)) return memory.get(key) as T
  const found = await ask()
  for (const old of memory.keys()) {
    if (memory.size < MOST_REMEMBERED) break
    memory.delete(old)
  }
  memory.set(key, found)
  return found
}
