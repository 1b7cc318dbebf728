import { verifyEverything } from '../../../cloudfunctions/_kit/ledger-verify'
import { openFiles } from '../files-on-disk'
import type { Around } from './around'

/** Gives the exit code: 1 when a chain is broken. */
export async function verifyLedger({ database, ring, filesDir, now, say }: Around): Promise<number> {
  const files = await openFiles(filesDir)
  const verified = await verifyEverything({ database, keys: ring.keys, files, now: now() })
  const { ledgers, entries, anchored, putBack, broken, breaks } = verified
  say(
    `The ledgers of ${ledgers} people with ${entries} entries were checked, against ${anchored} lines in ledger-anchors.`,
  )
  if (putBack.length > 0)
    say(
      `The database was put back from a backup (${putBack.toReversed().join(', ')}): readings between that backup and then are in no ledger any more, and are not missed here.`,
    )
  if (broken === 0) {
    say('Every chain is whole.')
    return 0
  }
  say(`Broken: ${broken}`)
  for (const { where, id } of breaks) say(`  ${where} ${id}`)
  if (broken > breaks.length) say(`  … and ${broken - breaks.length} more`)
  if (breaks.some(({ where, id }) => where === 'ledgerAnchors' && id === 'chain'))
    say(
      'The database and ledger-anchors do not belong together. If you put either of them back yourself, put an empty file named put-back into ledger-anchors and run this again; if nobody did, somebody removed something.',
    )
  return 1
}
