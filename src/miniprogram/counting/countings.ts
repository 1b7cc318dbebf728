import { type Counts, plus, zero } from '../../domain/figures/counts'
import type { Use } from '../../domain/figures/uses'
import type { Counting } from './ledger'

/** How much one hour of one piece may hold: the limits of `tallies.record`. */
const MOST_SECONDS = 3600
const MOST_READS = 60
/** The limit of `uses.record`. */
const MOST_USES = 30

export const countingReads: Counting<{ pieceId: string } & Partial<Counts>> = {
  name: 'tallies',
  key: ({ pieceId }) => pieceId,
  sum: (before, more) => {
    const counts = Object.entries(plus(plus(zero(), before ?? {}), more))
      .map(([counter, n]) => [counter, Math.min(n, counter === 'seconds' ? MOST_SECONDS : MOST_READS)] as const)
      .filter(([, n]) => n > 0)
    return counts.length === 0 ? null : { pieceId: more.pieceId, ...Object.fromEntries(counts) }
  },
}

export const countingUses: Counting<{ use: Use; times: number }> = {
  name: 'uses',
  key: ({ use }) => use,
  sum: (before, more) => ({ use: more.use, times: Math.min((before?.times ?? 0) + more.times, MOST_USES) }),
}
