import { done } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import type { Job } from '../_kit/job'
import { needed } from './needed-files'
import { filesOf } from './show'
import { editionsStore, type FileRound, fileRoundsStore, filesStore, piecesStore } from './store'

/** Bodies of several kilobytes each, read twice: as they are written and as readers see them. */
const PIECES_A_RUN = 50
const FILES_A_RUN = 50
/** Longer than a page of the console lies open between an upload and the save that names it. */
const GRACE_DAYS = 7

const ROUND = 'round'

type Around = { database: Database; now: Date }

/**
 * Removes files that no working copy and no edition names. Each run looks at some pieces and says which files they need;
 * after a whole round, a file that was last needed a week before the round began is needed by none. Files that are needed
 * move to the end of the index by that, so they never stand before those that are to go.
 */
export const sweepFiles: Job = {
  name: 'sweep-files',
  everyMinutes: 60,
  run: async ({ database, files, now }) => {
    const begunAt = await lookOn({ database, now })
    const stored = database.open(filesStore)
    if (begunAt) await choose(database, daysLater(new Date(begunAt), -GRACE_DAYS).toISOString())
    // Chosen, then the bytes, then the record: cut off anywhere, the next run ends it, and no upload comes in between.
    const { rows } = await stored.find({ index: 'byNeed', where: { removing: true }, limit: FILES_A_RUN })
    await files.remove(rows.map(({ id }) => id))
    for (const { id } of rows) await stored.remove(id)
    return rows.length
  },
}

/**
 * Looks at the next pieces of the round. When these were the last, gives the instant the round began. In the order of
 * changes, ascending: a piece that is changed meanwhile moves on to the end, so that the round still comes to it.
 */
async function lookOn({ database, now }: Around): Promise<string | undefined> {
  const rounds = database.open(fileRoundsStore)
  const round: FileRound = (await rounds.get(ROUND)) ?? { id: ROUND, begunAt: now.toISOString(), after: '' }
  const { rows, next } = await database
    .open(piecesStore)
    .find({ index: 'byChange', limit: PIECES_A_RUN, ...(round.after && { after: round.after }) })
  const editions = await database.open(editionsStore).getMany(rows.map(({ id }) => id))
  await needed(
    [...rows, ...editions].flatMap(({ content }) => filesOf(content)),
    { database, now },
  )
  await rounds.change(ROUND, () => done({ write: next === null ? null : { ...round, after: next }, reply: true }))
  return next === null ? round.begunAt : undefined
}

/** Asked of each once more, as it is written: a piece may have taken it up since it was found. */
async function choose(database: Database, before: string): Promise<void> {
  const stored = database.open(filesStore)
  const { rows } = await stored.find({
    index: 'byNeed',
    where: { removing: false },
    range: { before },
    limit: FILES_A_RUN,
  })
  for (const { id } of rows)
    await stored.change(id, (file) =>
      done(file && file.neededAt < before ? { write: { ...file, removing: true }, reply: true } : { reply: true }),
    )
}
