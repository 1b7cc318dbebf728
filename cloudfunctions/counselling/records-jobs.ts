import { draftsEndBefore } from '../../src/domain/records/record'
import { floorOf, keptSince } from '../../src/domain/retention/floors'
import { MOST_ROWS } from '../_kit/database'
import type { Job } from '../_kit/job'
import { regionOf } from '../people/open'
import { closeAsItStands } from './leave-records'
import { recordsStore, recordTitlesStore, supervisionsStore } from './records-store'
import { supervisionIdOf } from './stored-supervision'

/** A draft that nobody goes on with is closed, so that it is not kept for ever. */
export const closeDrafts: Job = {
  name: 'close-drafts',
  everyMinutes: 60,
  run: async (around) => {
    const { database, now, timeLeft } = around
    let amount = 0
    const range = { before: draftsEndBefore(now).toISOString() }
    while (timeLeft()) {
      const { rows } = await database
        .open(recordTitlesStore)
        .find({ index: 'byState', where: { state: 'draft' }, range, limit: MOST_ROWS })
      const closed = (await Promise.all(rows.map((title) => closeAsItStands(title, around)))).filter(Boolean).length
      amount += closed
      if (closed === 0) break
    }
    return amount
  },
}

/** Once its years are over a record goes, with all that was said about it. What was destroyed before ends with its own day. */
export const endRecords: Job = {
  name: 'end-records',
  everyMinutes: 60,
  run: async ({ database, keys, now, timeLeft }) => {
    const [records, titles] = [database.open(recordsStore), database.open(recordTitlesStore)]
    // From the first letter on: a draft has no such day.
    const range = { from: '0', before: keptSince(floorOf('counselling-records', regionOf()), now).toISOString() }
    let ended = 0
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof records.find>> = await records.find({
        ...{ index: 'byClosed', range, limit: MOST_ROWS },
        ...(after && { after }),
      })
      for (const { id, sealedUntil } of page.rows) {
        if (sealedUntil !== '') continue
        const { rows } = await titles.find({ index: 'byRecord', where: { recordId: id }, limit: 1 })
        for (const title of rows) {
          await database.open(supervisionsStore).remove(supervisionIdOf(title.id, keys))
          await titles.remove(title.id)
        }
        // Last: what is cut off anywhere is found again by it.
        await records.remove(id)
        ended++
      }
      after = page.next
    } while (after && timeLeft())
    return ended
  },
}
