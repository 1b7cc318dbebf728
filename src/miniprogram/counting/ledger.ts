import { type Counts, plus, type Tally, zero } from '../../domain/figures/counts'

/** A batch keeps its id until the cloud has acknowledged it, so that sending it again counts nothing twice. */
export type Batch = { batchId: string; tallies: Tally[] }
/**
 * `openId` is the id under which the open tallies will be sent, chosen with the first of them: two tabs of a browser share
 * one ledger, and may close the same tallies at the same moment.
 */
export type Ledger = { openId: string | null; open: Tally[]; batches: Batch[] }

export const empty: Ledger = { openId: null, open: [], batches: [] }

/** What one call may carry, and how much one hour of one piece may hold in it: the limits of `tallies.record`. */
const MOST_TALLIES = 50
const MOST_SECONDS = 3600
const MOST_TIMES = 60
/** A phone that stays off line for weeks forgets its oldest figures. */
const MOST_BATCHES = 20

const withinLimits = (counts: Counts): Partial<Counts> =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([counter, n]) => [counter, Math.min(n, counter === 'seconds' ? MOST_SECONDS : MOST_TIMES)] as const)
      .filter(([, n]) => n > 0),
  )

export const add = (
  ledger: Ledger,
  pieceId: string,
  hour: string,
  counts: Partial<Counts>,
  newId: () => string,
): Ledger => {
  const same = (tally: Tally) => tally.pieceId === pieceId && tally.hour === hour
  const sum = withinLimits(plus(plus(zero(), ledger.open.find(same) ?? {}), counts))
  if (Object.keys(sum).length === 0) return ledger
  return {
    ...ledger,
    openId: ledger.openId ?? newId(),
    open: [...ledger.open.filter((tally) => !same(tally)), { pieceId, hour, ...sum }],
  }
}

/** Closes what was counted so far into batches ready to be sent. */
export const seal = (ledger: Ledger): Ledger => {
  const { openId, open } = ledger
  if (openId === null) return ledger
  const batches = [...ledger.batches]
  for (let from = 0; from < open.length; from += MOST_TALLIES)
    batches.push({
      batchId: from === 0 ? openId : `${openId}-${from / MOST_TALLIES}`,
      tallies: open.slice(from, from + MOST_TALLIES),
    })
  return { openId: null, open: [], batches: batches.slice(-MOST_BATCHES) }
}

export const settle = (ledger: Ledger, batchId: string): Ledger => ({
  ...ledger,
  batches: ledger.batches.filter((batch) => batch.batchId !== batchId),
})
