import { emptyDirectory } from '../../src/domain/hotlines/directory'
import { threeCounts } from '../../src/domain/hotlines/three-counts'
import { callOutcomes, topics } from '../../src/domain/hotlines/words'
import type { Database } from '../_kit/database'
import { answeredMonthsStore, billedMonthsStore, DIRECTORY, hotlinesStore } from '../counselling/store'
import { useFiguresStore } from './store'

/** One document for each of the three counts, and one for the names. */
export async function hotlineFigures(month: string, database: Database) {
  const [taps, answered, billed, directory] = await Promise.all([
    database.open(useFiguresStore).get(month),
    database.open(answeredMonthsStore).get(month),
    database.open(billedMonthsStore).get(month),
    database.open(hotlinesStore).get(DIRECTORY),
  ])
  return {
    month,
    rows: threeCounts({ directory: directory ?? emptyDirectory(), taps: taps?.totals ?? [], answered, billed }),
    topics: topics.flatMap((topic) => shown({ topic }, answered?.topics[topic])),
    outcomes: callOutcomes.flatMap((outcome) => shown({ outcome }, answered?.outcomes[outcome])),
    tapsCountedAt: taps?.countedAt ?? null,
  }
}

const shown = <T extends object>(what: T, calls: number | undefined) => (calls ? [{ ...what, calls }] : [])
