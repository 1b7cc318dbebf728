import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { type Keys, readKeys } from '../../cloudfunctions/_kit/keys'
import { StartRefused } from './start-refused'

/** The keys of a running process, and what may be done about the ring they come from. */
export type KeyRing = {
  keys: Keys
  /** Of the wrapping keys. */
  ids(): string[]
  /** Writes down another ring and goes over to it at once. Absent where the ring comes from the environment. */
  replace?(json: string): void
}

type RingText = { active: string; wrapping: Record<string, string>; index: string }
const parsed = (json: string) => JSON.parse(json) as RingText

/** `write` makes the ring one that can be replaced; whoever holds `keys` has the new ones from then on. */
export function openRing(json: string, write?: (json: string) => void): KeyRing & { json(): string } {
  let text = json
  let current = readKeys(json)
  const keys: Keys = {
    get active() {
      return current.active
    },
    hash: (purpose, words) => current.hash(purpose, words),
    wrap: (id, dataKey) => current.wrap(id, dataKey),
    unwrap: (id, wrapped, wrappedBy) => current.unwrap(id, wrapped, wrappedBy),
    has: (id) => current.has(id),
  }
  const replace = (next: string) => {
    const read = readKeys(next)
    write?.(next)
    text = next
    current = read
  }
  return { keys, ids: () => Object.keys(parsed(text).wrapping), json: () => text, ...(write && { replace }) }
}

/** The same ring with a newer wrapping key; the one before stays, because data keys are still wrapped by it. */
export function withNewKey(json: string): string {
  const { wrapping, index } = parsed(json)
  const numbers = Object.keys(wrapping).map((id) => Number(/^k(\d+)$/.exec(id)?.[1] ?? 0))
  const active = `k${Math.max(0, ...numbers) + 1}`
  return JSON.stringify({ active, wrapping: { ...wrapping, [active]: randomBytes(32).toString('base64') }, index })
}

/** The active key is never left out. */
export function withoutKeys(json: string, ids: readonly string[]): string {
  const { active, wrapping, index } = parsed(json)
  const kept = Object.entries(wrapping).filter(([id]) => id === active || !ids.includes(id))
  return JSON.stringify({ active, wrapping: Object.fromEntries(kept), index })
}

/** Which wrapping keys any stored data key needs: one look for each, however many data keys there are. */
export async function wrappingInUse(database: Database): Promise<string[]> {
  const dataKeys = database.open(dataKeysStore)
  const ids: string[] = []
  for (;;) {
    const last = ids.at(-1)
    // The lowest letter that can be stored: what comes after an id and before any longer one.
    const range = last === undefined ? {} : { range: { from: `${last}\u0001` } }
    const { rows } = await dataKeys.find({ index: 'byWrapping', limit: 1, ...range })
    if (!rows[0]) return ids
    ids.push(rows[0].wrappedBy)
  }
}

/** Throws a `StartRefused` when somebody's data could not be opened: at the start, not when they come to read it. */
export async function refuseLostKeys(database: Database, ring: Pick<KeyRing, 'keys'>, dataDir: string | undefined) {
  const lost = (await wrappingInUse(database)).filter((id) => !ring.keys.has(id))
  if (lost.length === 0) return
  const where = dataDir === undefined ? 'XINYI_KEYS' : join(dataDir, 'keys.json')
  throw new StartRefused(
    `The wrapping key ${lost.join(', ')} is missing from ${where}, and there is data that only it can open. Put it back from your copy of the keys, then start again. Nothing was changed.`,
  )
}
