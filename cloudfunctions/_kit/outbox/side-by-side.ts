/** What is looked at side by side. */
const AT_ONCE = 10

/** A few at a time; a fault is kept for when all have had their turn. */
export async function each<T>(
  rows: readonly T[],
  timeLeft: () => boolean,
  faults: unknown[],
  work: (row: T) => Promise<unknown>,
): Promise<number> {
  let amount = 0
  for (let from = 0; from < rows.length && timeLeft(); from += AT_ONCE) {
    const outcomes = await Promise.allSettled(rows.slice(from, from + AT_ONCE).map(async (row) => work(row)))
    for (const outcome of outcomes) if (outcome.status === 'rejected') faults.push(outcome.reason)
    amount += outcomes.filter(({ status }) => status === 'fulfilled').length
  }
  return amount
}
