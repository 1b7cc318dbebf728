import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { done } from '../../src/domain/result'
import type { DataKey } from './data-keys'
import type { Database } from './database'
import { declare } from './declaration'
import type { Files } from './files'
import type { Keys } from './keys'
import type { LedgerEntry } from './ledger'

/**
 * How far one ledger had come: its random id, the number of an entry, and a mark of that entry which only the ledger's own data
 * key can make again. Once the key is destroyed nobody can tell from it whose it was or what was read.
 */
const Line = z.tuple([z.string(), z.number(), z.string()])
export type Line = z.infer<typeof Line>

/** `putBack`: the database was put back to when it knew the parts up to `to`; those after it are not held against it. */
const Part = z.strictObject({
  number: z.number(),
  previous: z.string(),
  putBack: z.strictObject({ to: z.number(), at: z.string() }).nullable(),
  lines: z.array(Line),
  hash: z.string(),
})
export type Part = z.infer<typeof Part>

export const markOf = ({ seq, hash }: Pick<LedgerEntry, 'seq' | 'hash'>, { bytes }: Pick<DataKey, 'bytes'>) =>
  createHmac('sha256', bytes).update(`ledger-anchor\n${seq}\n${hash}`).digest('base64url')

const partHash = (keys: Keys, { number, previous, putBack, lines }: Omit<Part, 'hash'>) =>
  keys.hash('ledger-anchor', JSON.stringify([number, previous, putBack && [putBack.to, putBack.at], lines]))

export const sealedPart = (keys: Keys, part: Omit<Part, 'hash'>): Part => ({ ...part, hash: partHash(keys, part) })

const nameOf = (number: number) => `ledger-anchors/${number}`

export const hasPart = (number: number, files: Files) => files.has(nameOf(number))

export const putPart = (number: number, text: string, files: Files) => files.put(nameOf(number), Buffer.from(text))

/** undefined when it is not there, or is not what we wrote under this number. */
export async function readPart(number: number, { files, keys }: { files: Files; keys: Keys }) {
  const bytes = await files.read(nameOf(number))
  return bytes && partIn(Buffer.from(bytes).toString('utf8'), number, keys)
}

export function partIn(text: string, number: number, keys: Keys): Part | undefined {
  const parsed = Part.safeParse(jsonIn(text))
  if (!parsed.success || parsed.data.number !== number) return undefined
  return parsed.data.hash === partHash(keys, parsed.data) ? parsed.data : undefined
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** From this part on, there is one after the other. */
export async function lastFrom(number: number, files: Files): Promise<number> {
  let last = number
  while (await hasPart(last + 1, files)) last++
  return last
}

/** Whoever puts the database back says so here, outside of it: the parts that are younger than it are then no break. */
const PUT_BACK = 'ledger-anchors/put-back'
export const notePutBack = (files: Files) => files.put(PUT_BACK, Buffer.from('put back'))
export const isPutBack = (files: Files) => files.has(PUT_BACK)
export const forgetPutBack = (files: Files) => files.remove([PUT_BACK])

/**
 * The database's side of the parts, so that a last one that is gone is missed. `part` is the next one, written down before it is
 * put: whoever puts it, puts the same. `walked`: how far the walk through ledgers that were never handed in has come.
 */
export type Anchors = { id: string; count: number; last: string; part: string; walked: string; hash: string }

export const anchorsStore = declare<Anchors>({
  name: 'ledgerAnchors',
  title: '查看记录的凭据',
  about: '数据库之外的凭据写到第几份，用来发现有没有整份查看记录被删除；不记是谁的',
  schema: z.strictObject({
    id: z.string(),
    count: z.number(),
    last: z.string(),
    part: z.string(),
    walked: z.string(),
    hash: z.string(),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只有一条，持续更新' },
})

const ID = 'chain'
export const WALKED = '-'

const anchorsHash = (keys: Keys, { count, last, part, walked }: Omit<Anchors, 'id' | 'hash'>) =>
  keys.hash('ledger-anchors', JSON.stringify([count, last, part, walked]))

type Around = { database: Database; keys: Keys }

/** What was never written has its beginning. Throws when somebody else wrote it. */
export async function readAnchors({ database, keys }: Around): Promise<Anchors> {
  const anchors = await database.open(anchorsStore).get(ID)
  if (!anchors) return { id: ID, count: 0, last: '', part: '', walked: '', hash: '' }
  if (anchors.hash !== anchorsHash(keys, anchors)) throw new Error('the anchors of ledgers were tampered with')
  return anchors
}

/** Whether it is written: not when somebody else has gone on meanwhile. */
export async function changeAnchors(
  from: Anchors,
  change: Partial<Omit<Anchors, 'id' | 'hash'>>,
  { database, keys }: Around,
): Promise<Anchors | undefined> {
  const to = { ...from, ...change }
  const write = { ...to, hash: anchorsHash(keys, to) }
  const changed = await database
    .open(anchorsStore)
    .change(ID, (current) =>
      (current?.hash ?? '') === from.hash ? done({ write, reply: true }) : done({ reply: false }),
    )
  return changed.data ? write : undefined
}

export type Standing =
  /** The database and the parts agree. */
  | { kind: 'together'; last: number }
  /** They do not: the database knows fewer parts than there are, other ones, or some that are gone. `to` is up to where they agree. */
  | { kind: 'apart'; last: number; to: number }

/** How the parts stand to what the database knows of them. undefined when it has gone on meanwhile. */
export async function standing(
  anchors: Anchors,
  { files, ...around }: Around & { files: Files },
): Promise<Standing | undefined> {
  const { count, last, part } = anchors
  const known = count === 0 ? undefined : await readPart(count, { files, keys: around.keys })
  const agree = count === 0 || known?.hash === last
  const top = await lastFrom(count > 0 && (await hasPart(count, files)) ? count : 0, files)
  const isNext = top === count + 1 && part !== '' && (await readPart(top, { files, keys: around.keys }))
  const next = isNext && isNext.hash === partIn(part, top, around.keys)?.hash
  const current = await readAnchors(around)
  if (current.hash !== anchors.hash) return undefined
  if (agree && (top === count || next)) return { kind: 'together', last: top }
  return { kind: 'apart', last: top, to: agree ? count : 0 }
}
