import type { Storage } from '../phone/storage'

/** What was opened before, to be read when the network is gone. */
export type Kept<T> = { at: string; data: T }
type Entry = { name: string; bytes: number; at: string }

const INDEX = 'shelf'
export const MOST_EDITIONS = 30
export const MOST_LISTS = 40
export const MOST_BYTES = 4 * 1024 * 1024

const isEdition = (name: string) => name.startsWith('piece.')

/** The newest first; what no longer fits falls off the far end. */
export const makeRoom = (entries: readonly Entry[], entry: Entry): { stay: Entry[]; leave: Entry[] } => {
  const stay: Entry[] = []
  const leave: Entry[] = []
  let bytes = 0
  const taken = { edition: 0, list: 0 }
  for (const one of [entry, ...entries.filter((other) => other.name !== entry.name)]) {
    const sort = isEdition(one.name) ? 'edition' : 'list'
    const fits = taken[sort] < (sort === 'edition' ? MOST_EDITIONS : MOST_LISTS) && bytes + one.bytes <= MOST_BYTES
    if (!fits) {
      leave.push(one)
      continue
    }
    taken[sort]++
    bytes += one.bytes
    stay.push(one)
  }
  return { stay, leave }
}

export const createShelf = (storage: Storage) => {
  const entries = () => storage.read<Entry[]>(INDEX) ?? []
  const where = (name: string) => `shelf.${name}`

  const drop = (name: string) => {
    storage.remove(where(name))
    storage.write(
      INDEX,
      entries().filter((entry) => entry.name !== name),
    )
  }

  return {
    read: <T>(name: string) => storage.read<Kept<T>>(where(name)),
    /** Storage holds two bytes a character. A phone without room keeps nothing new, and reading on line goes on. */
    keep: (name: string, data: unknown, at: string) => {
      const bytes = JSON.stringify(data).length * 2
      const { stay, leave } = makeRoom(entries(), { name, bytes, at })
      for (const entry of leave) storage.remove(where(entry.name))
      const kept = stay.some((entry) => entry.name === name) && storage.write(where(name), { at, data })
      storage.write(INDEX, kept ? stay : stay.filter((entry) => entry.name !== name))
    },
    drop,
    clear: () => {
      // By name, not by the list: two tabs may each have written a list without the other's last copy.
      for (const name of storage.names()) if (name.startsWith(where(''))) storage.remove(name)
      storage.remove(INDEX)
    },
    summary: () => ({
      editions: entries().filter((entry) => isEdition(entry.name)).length,
      bytes: entries().reduce((sum, entry) => sum + entry.bytes, 0),
    }),
  }
}
