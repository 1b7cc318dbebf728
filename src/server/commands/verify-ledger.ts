import { verifyEverything } from '../../../cloudfunctions/_kit/ledger-verify'
import type { Around } from './around'

/** Gives the exit code: 1 when a chain is broken. */
export async function verifyLedger({ database, ring, now, say }: Around): Promise<number> {
  const verified = await verifyEverything({ database, keys: ring.keys, now: now() })
  say(`The ledgers of ${verified.ledgers} people with ${verified.entries} entries were checked.`)
  if (verified.broken === 0) {
    say('Every chain is whole.')
    return 0
  }
  say(`Broken: ${verified.broken}`)
  for (const { where, id } of verified.breaks) say(`  ${where} ${id}`)
  if (verified.broken > verified.breaks.length) say(`  … and ${verified.broken - verified.breaks.length} more`)
  return 1
}
