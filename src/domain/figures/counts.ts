/**
 * What is counted about a piece, never about a person. `reads`: opened and in the foreground for 5 s; `finishes`: scrolled
 * to the end; `seconds`: foreground seconds; `plays` and `play25`…`play100`: started, and how much was really played.
 */
export const counters = ['reads', 'finishes', 'seconds', 'plays', 'play25', 'play50', 'play75', 'play100'] as const
export type Counter = (typeof counters)[number]
export type Counts = Record<Counter, number>

export const zero = (): Counts => ({
  reads: 0,
  finishes: 0,
  seconds: 0,
  plays: 0,
  play25: 0,
  play50: 0,
  play75: 0,
  play100: 0,
})

export const plus = (a: Counts, b: Partial<Counts>): Counts => {
  const sum = zero()
  for (const counter of counters) sum[counter] = a[counter] + (b[counter] ?? 0)
  return sum
}

/** What one phone counted for one piece in one hour of Shanghai time (`2026-11-22T15`). */
export type Tally = { pieceId: string; hour: string } & Partial<Counts>
