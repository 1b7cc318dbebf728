import { K } from './k'

declare const gated: unique symbol

/**
 * Counts of people that may be shown. Nothing but `gate` makes one. `null` is withheld, and looks the same whether there was
 * nobody or too few.
 */
export type Aggregate = {
  readonly [gated]: true
  readonly total: number | null
  readonly cells: readonly { readonly key: string; readonly count: number | null }[]
}

/**
 * `cells` divide a group into parts that do not overlap, such as the branches of a district or the bands of a scale.
 * Withheld are: cells under k; further cells, smallest first, until those withheld hold two groups of people at least and k
 * people together, so that the total does not give one of them away; everything, where there are fewer than k
 * people in all, or where one cell holds all of a division of answers (`telling`) and so tells about each of them.
 */
export function gate(cells: readonly { key: string; count: number }[], { telling = false } = {}): Aggregate {
  for (const { count } of cells)
    if (!Number.isInteger(count) || count < 0) throw new Error('a count of people is a whole number')
  const total = sum(cells)
  const filled = cells.filter(({ count }) => count > 0)
  if (total < K || (telling && filled.length < 2)) return sealed(null, cells, new Set(cells.map(({ key }) => key)))
  const withheld = new Set(cells.filter(({ count }) => count < K).map(({ key }) => key))
  const shown = filled.filter(({ key }) => !withheld.has(key)).sort(bySizeThenKey)
  const hidden = filled.filter(({ key }) => withheld.has(key))
  // Ends: all of them together are k people at least, and more than one group where one of them is under k.
  for (const next of shown) {
    if (hidden.length === 0 || isSafe(hidden)) break
    withheld.add(next.key)
    hidden.push(next)
  }
  return sealed(total, cells, withheld)
}

/**
 * As `gate`, for parts that are all divided in the same way, such as branches by what their people did: one aggregate for each
 * place in `counts`. A part is shown in all its counts or in none; the first only where each is k people at least, and what is
 * withheld holds two parts and k people of each count together. `withheld` are parts that another division of the same people
 * withholds already.
 */
export function gateTogether(
  parts: readonly { key: string; counts: readonly number[] }[],
  withheld: ReadonlySet<string>,
): Aggregate[] {
  const width = parts[0]?.counts.length ?? 0
  const of = (place: number) => parts.map(({ key, counts }) => ({ key, count: counts[place] ?? 0 }))
  const all = parts.map(({ key, counts }) => ({ key, counts, count: counts.reduce((sum, count) => sum + count, 0) }))
  const fits = (some: typeof all) =>
    Array.from({ length: width }, (_, place) => some.reduce((sum, { counts }) => sum + (counts[place] ?? 0), 0)).every(
      (count) => count >= K,
    )
  const filled = all.filter(({ count }) => count > 0)
  const small = filled.filter((part) => withheld.has(part.key) || !fits([part]))
  const hidden = new Set([...all.filter(({ count }) => count === 0), ...small].map(({ key }) => key))
  for (const next of filled.filter(({ key }) => !hidden.has(key)).sort(bySizeThenKey)) {
    const there = filled.filter(({ key }) => hidden.has(key))
    if (there.length === 0 || (there.length >= 2 && fits(there))) break
    hidden.add(next.key)
  }
  return Array.from({ length: width }, (_, place) =>
    fits(all) ? sealed(sum(of(place)), of(place), hidden) : sealed(null, of(place), new Set(all.map(({ key }) => key))),
  )
}

type Cell = { key: string; count: number }

const sum = (cells: readonly Cell[]) => cells.reduce((all, { count }) => all + count, 0)

const isSafe = (hidden: readonly Cell[]) => hidden.length >= 2 && sum(hidden) >= K

/** By key where sizes are equal, so that the same numbers always withhold the same cells. */
const bySizeThenKey = (one: Cell, other: Cell) => one.count - other.count || (one.key < other.key ? -1 : 1)

const sealed = (total: number | null, cells: readonly Cell[], withheld: ReadonlySet<string>) =>
  ({
    total,
    cells: cells.map(({ key, count }) => ({ key, count: withheld.has(key) ? null : count })),
  }) as unknown as Aggregate
