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
