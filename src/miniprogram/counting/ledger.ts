/** What is counted, and the hour of Shanghai time (`2026-11-22T15`) in which it was. */
export type InHour<What> = What & { hour: string }

/** One kind of counting: reads of pieces, or uses of tests and help. */
export type Counting<What> = {
  /** Under this name the phone keeps it. */
  name: string
  /** Tells apart what is counted within one hour. */
  key: (what: What) => string
  /** Both as one, never beyond what the cloud accepts for an hour; null when nothing was counted. */
  sum: (before: What | undefined, more: What) => What | null
}

/** A batch keeps its id until the cloud has acknowledged it, so that sending it again counts nothing twice. */
export type Batch<What> = { batchId: string; tallies: InHour<What>[] }
/**
 * `openId` is the id under which the open tallies will be sent, chosen with the first of them: two tabs of a browser share
 * one ledger, and may close the same tallies at the same moment.
 */
export type Ledger<What> = { openId: string | null; open: InHour<What>[]; batches: Batch<What>[] }

export const empty: Ledger<never> = { openId: null, open: [], batches: [] }

/** What one call may carry: the limit of `tallies.record` and `uses.record`. */
const MOST_TALLIES = 50
/** A phone that stays off line for weeks forgets its oldest figures. */
const MOST_BATCHES = 20

export const add = <What>(
  ledger: Ledger<What>,
  { key, sum }: Counting<What>,
  hour: string,
  what: What,
  newId: () => string,
): Ledger<What> => {
  const same = (tally: InHour<What>) => tally.hour === hour && key(tally) === key(what)
  const together = sum(ledger.open.find(same), what)
  if (together === null) return ledger
  return {
    ...ledger,
    openId: ledger.openId ?? newId(),
    open: [...ledger.open.filter((tally) => !same(tally)), { ...together, hour }],
  }
}

/** Closes what was counted so far into batches ready to be sent. */
export const seal = <What>(ledger: Ledger<What>): Ledger<What> => {
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

export const settle = <What>(ledger: Ledger<What>, batchId: string): Ledger<What> => ({
  ...ledger,
  batches: ledger.batches.filter((batch) => batch.batchId !== batchId),
})
