import { FEWEST_RATINGS } from './words'

/** Of one item: how many said something, and what it comes to. */
export type Sum = { count: number; sum: number }
/** What is shown of an item, with everything that was said until the end of that day. */
export type Shown = Sum & { until: string }
export type Given = { day: string; score: number }

export const NOTHING: Sum = { count: 0, sum: 0 }

export const plusSum = (one: Sum, other: Sum): Sum => ({ count: one.count + other.count, sum: one.sum + other.sum })

/**
 * What comes to be shown beside what is shown already: whole days that are over, and ten people at least or none. So nobody
 * sees a mean move by what one person said. `rest` is what is not shown for now.
 */
export function countOn(
  shown: Shown | undefined,
  given: readonly Given[],
  today: string,
): { fresh: Sum; rest: Sum; shown: Shown | undefined } {
  const since = shown?.until ?? ''
  const waiting = given.filter(({ day }) => day > since && day < today)
  const sum = waiting.reduce((all, { score }) => plusSum(all, { count: 1, sum: score }), NOTHING)
  if (sum.count < FEWEST_RATINGS) return { fresh: NOTHING, rest: sum, shown }
  const until = waiting.reduce((last, { day }) => (day > last ? day : last), since)
  return { fresh: sum, rest: NOTHING, shown: { ...plusSum(shown ?? NOTHING, sum), until } }
}

/** As people read it. */
export const meanOf = ({ count, sum }: Sum) => Math.round((sum / count) * 100) / 100
