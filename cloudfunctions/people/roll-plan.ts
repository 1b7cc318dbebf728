import { meantBy } from '../../src/domain/branches/branch'
import { covers } from '../../src/domain/branches/scope'
import type { Branch } from '../../src/domain/branches/words'
import { branchCodeOf, type Fate, fateOf, numbersOf } from '../../src/domain/membership/line'
import type { Line, LineProblem, NumberKind } from '../../src/domain/membership/words'
import { done } from '../../src/domain/result'
import { Busy, type Database, MOST_IDS, MOST_INSERTED, MOST_ROWS } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { blindIndex } from '../_kit/sealing'
import { branchesStore, type Import, type RollEntry, rollStore } from './branches-store'

export type Around = { database: Database; keys: Keys; within: (branchId: string) => string | undefined }

/** A piece of an import, at the place in the file where it belongs. */
export type Piece = { of: Import; branch: Branch; number: number; lines: readonly Line[] }

export type Plan = {
  /** One for each line. */
  fates: Fate[]
  /** Does what is still to be done; doing it twice changes nothing. */
  apply: () => Promise<void>
}

/** As many questions about codes as travel side by side. */
const AT_ONCE = 20

export const rollId = (kind: NumberKind, number: string, keys: Keys) => blindIndex(keys, 'roll', kind, number)

/** A line's numbers as they are stored; those that an earlier line of the piece has are left out and remembered. */
type Judged = { entries: RollEntry[]; twice: boolean } | LineProblem

async function branchesByCode({ of, lines }: Piece, { database }: Around) {
  const codes = [...new Set(lines.flatMap((line) => branchCodeOf(line) ?? []))]
  const meant = new Map<string, ReturnType<typeof meantBy>>()
  for (let from = 0; from < codes.length; from += AT_ONCE)
    await Promise.all(
      codes.slice(from, from + AT_ONCE).map(async (code) => {
        const bearers = await database.open(branchesStore).find({ index: 'byCode', where: { code }, limit: MOST_ROWS })
        meant.set(code, meantBy(bearers.rows, of.branchId))
      }),
    )
  return (code: string) => meant.get(code) ?? 'branch-unknown'
}

async function judged(piece: Piece, around: Around): Promise<Judged[]> {
  const { of, branch, number, lines } = piece
  const byCode = await branchesByCode(piece, around)
  const ownIsMeant = of.mode === 'remove' || branch.kind === 'unit' || branch.kind === 'station'
  const seen = new Set<string>()
  return lines.map((line) => {
    const numbers = numbersOf(line)
    if (typeof numbers === 'string') return numbers
    const code = branchCodeOf(line)
    if (code === undefined && !ownIsMeant) return 'branch-missing'
    const target = code === undefined ? branch : byCode(code)
    if (typeof target === 'string') return target
    const all = numbers.map(
      ({ kind, number: plain }): RollEntry => ({
        id: rollId(kind, plain, around.keys),
        kind,
        branchId: target.id,
        importId: of.id,
        piece: number,
        uses: 0,
      }),
    )
    const entries = all.filter(({ id }) => !seen.has(id))
    for (const { id } of entries) seen.add(id)
    return { entries, twice: entries.length < all.length }
  })
}

async function entriesOf(ids: readonly string[], database: Database): Promise<Map<string, RollEntry>> {
  const found = new Map<string, RollEntry>()
  for (let from = 0; from < ids.length; from += MOST_IDS)
    for (const entry of await database.open(rollStore).getMany(ids.slice(from, from + MOST_IDS)))
      found.set(entry.id, entry)
  return found
}

const toldBy = (lines: readonly Judged[], fateOfEntry: (entry: RollEntry) => Fate): Fate[] =>
  lines.map((line) => {
    if (typeof line === 'string') return line
    return (
      fateOf([...line.entries.map(fateOfEntry), ...(line.twice ? ['twice-in-file' as const] : [])]) ?? 'number-missing'
    )
  })

/**
 * New numbers go in at once, and say in which piece they came: sent again after a cut, they still count as added. What moves
 * from another branch moves in `apply`, after the fates were written down.
 */
async function planToAdd(piece: Piece, around: Around): Promise<Plan> {
  const { database, within } = around
  const roll = database.open(rollStore)
  const lines = await judged(piece, around)
  const entries = lines.flatMap((line) => (typeof line === 'string' ? [] : line.entries))
  const there: string[] = []
  for (let from = 0; from < entries.length; from += MOST_INSERTED)
    there.push(...(await roll.insertMany(entries.slice(from, from + MOST_INSERTED))).duplicates)
  const found = await entriesOf(there, database)
  if (found.size < there.length) throw new Busy('removed from the list as it was looked at')
  const fate = (entry: RollEntry, known: RollEntry | undefined): Fate => {
    if (!known) return 'added'
    if (known.importId === piece.of.id) return known.piece === piece.number ? 'added' : 'twice-in-file'
    if (known.branchId === entry.branchId) return 'already'
    return within(known.branchId) ? 'moved' : 'other-branch'
  }
  const isMoving = (entry: RollEntry, known: RollEntry | undefined) => known && fate(entry, known) === 'moved'
  return {
    fates: toldBy(lines, (entry) => fate(entry, found.get(entry.id))),
    apply: async () => {
      for (const entry of entries)
        if (isMoving(entry, found.get(entry.id)))
          await roll.change(entry.id, (known) =>
            done({ ...(known && isMoving(entry, known) && { write: { ...entry, uses: known.uses } }), reply: true }),
          )
    },
  }
}

/** Takes out what is in the list of the line's branch or below it; anything else looks as if it were not in the list. */
async function planToRemove(piece: Piece, around: Around): Promise<Plan> {
  const { database, within } = around
  const lines = await judged(piece, around)
  const entries = lines.flatMap((line) => (typeof line === 'string' ? [] : line.entries))
  const found = await entriesOf(
    entries.map(({ id }) => id),
    database,
  )
  const isLeaving = (entry: RollEntry, known: RollEntry | undefined) =>
    known !== undefined && covers(entry.branchId, known.branchId) && within(known.branchId) !== undefined
  return {
    fates: toldBy(lines, (entry) => (isLeaving(entry, found.get(entry.id)) ? 'removed' : 'not-in-list')),
    apply: async () => {
      for (const entry of entries)
        if (isLeaving(entry, found.get(entry.id)))
          await database
            .open(rollStore)
            .change(entry.id, (known) => done({ ...(isLeaving(entry, known) && { write: null }), reply: true }))
    },
  }
}

export const planOf = (piece: Piece, around: Around): Promise<Plan> =>
  piece.of.mode === 'add' ? planToAdd(piece, around) : planToRemove(piece, around)
