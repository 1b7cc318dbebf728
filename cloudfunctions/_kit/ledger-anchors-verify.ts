import { findDataKey } from './data-keys'
import type { Database } from './database'
import { isDestroyed } from './destroyed-keys'
import type { Files } from './files'
import type { Keys } from './keys'
import { ledgerHeadsStore, ledgerStore } from './ledger'
import { isPutBack, type Line, markOf, readAnchors, readPart, type Standing, standing } from './ledger-anchors'

type Around = { database: Database; keys: Keys; files: Files }

/** `breaks`: ledgers that are gone or shorter than they were, parts by their number, and the database's own side. */
type Page = { anchored: number; putBack: string[]; breaks: string[]; next: string | null }

const LINES_AT_ONCE = 10

/** In the place of an instant: the database was put back, and the clock has not written down when yet. */
export const JUST_NOW = 'just now'

/** One page: a part, from the last to the first, as later ones tell which of those before are still held against the database. */
export async function verifyAnchors(around: Around, after: string | undefined): Promise<Page> {
  if (after === undefined) return begin(around)
  const [number, limit, expected = ''] = after.split('.') as [string, string, string?]
  return verifyPart(Number(number), Number(limit), expected, around)
}

async function begin(around: Around): Promise<Page> {
  const found = await stands(around)
  const nothing = { anchored: 0, putBack: [], breaks: [], next: null }
  if (found === 'tampered') return { ...nothing, breaks: ['chain'] }
  const from = (limit: number) => (found.last > 0 ? `${found.last}.${limit}.` : null)
  if (found.kind === 'together') return { ...nothing, next: from(found.last) }
  if (await isPutBack(around.files)) return { ...nothing, putBack: [JUST_NOW], next: from(found.to) }
  return { ...nothing, breaks: ['chain'], next: from(found.last) }
}

async function stands(around: Around): Promise<Standing | 'tampered'> {
  for (;;) {
    const anchors = await readAnchors(around).catch(() => undefined)
    if (!anchors) return 'tampered'
    const found = await standing(anchors, around)
    if (found) return found
  }
}

async function verifyPart(number: number, limit: number, expected: string, around: Around): Promise<Page> {
  const part = await readPart(number, around)
  const isWhole = part !== undefined && (expected === '' || part.hash === expected) && (number > 1 || !part.previous)
  const before = Math.min(limit, part?.putBack ? part.putBack.to : limit)
  const next = number > 1 ? `${number - 1}.${before}.${part?.previous ?? ''}` : null
  const breaks = isWhole ? [] : [String(number)]
  if (!part) return { anchored: 0, putBack: [], breaks, next }
  const putBack = part.putBack ? [part.putBack.at] : []
  const lines = number <= limit ? part.lines : []
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    const some = lines.slice(at, at + LINES_AT_ONCE)
    const held = await Promise.all(some.map((line) => holds(line, around)))
    breaks.push(...some.filter((_, each) => !held[each]).map(([ledger]) => ledger))
  }
  return { anchored: lines.length, putBack, breaks, next }
}

/** The ledger has the entry that it had; or it was destroyed by us, which is noted before anything of it goes. */
const holds = async (line: Line, around: Around) =>
  (await hasEntry(line, around)) || (await isDestroyed(line[0], around.files))

async function hasEntry([ledger, seq, mark]: Line, around: Around): Promise<boolean> {
  const { database } = around
  const heads = await database.open(ledgerHeadsStore).find({ index: 'byLedger', where: { ledger }, limit: 1 })
  const [head] = heads.rows
  if (!head || head.seq < seq) return false
  const entries = await database
    .open(ledgerStore)
    .find({ index: 'byPerson', where: { personId: head.personId }, range: { from: seq, before: seq + 1 }, limit: 1 })
  const [entry] = entries.rows
  const key = await findDataKey(ledgerStore, head.personId, around)
  return entry !== undefined && key !== undefined && key.keyId === ledger && markOf(entry, key) === mark
}
