import {
  branchFigures,
  monthToCount,
  nobody,
  type People,
  plusPeople,
  spanOf,
} from '../../src/domain/figures/counselled-people'
import { done } from '../../src/domain/result'
import { monthsUntil } from '../../src/domain/time'
import { findDataKey, keepFor } from '../_kit/data-keys'
import { type Database, MOST_INSERTED, MOST_ROWS, type Page } from '../_kit/database'
import type { Declaration, Stored } from '../_kit/declaration'
import { destroyKey } from '../_kit/destroy-key'
import { membershipsStore } from '../_kit/identity'
import type { Job, JobContext } from '../_kit/job'
import { openStaffSecret, openStaffSecrets } from '../_kit/reveal'
import { seal } from '../_kit/sealing'
import { branchesStore } from '../people/open'
import {
  type BranchCount,
  branchCountsStore,
  branchFigureId,
  branchFiguresStore,
  branchTalliesStore,
} from './branch-store'
import { counselled } from './counselled'

/** Each takes two or three calls, side by side; a run takes many such steps. */
const MEMBERS_A_STEP = 50

type Around = Omit<JobContext, 'timeLeft'>

/**
 * How many people of each organisation used counselling in the month that is over, published once. The clock walks through the
 * organisations, and through the members of each; a step writes down how far it came, sealed, before the next begins. Where
 * somebody withdrew meanwhile, their organisation is counted again before anything is published. Cut off anywhere, or run by
 * two at once, the next run goes on with the same step.
 */
export const countBranches: Job = {
  name: 'count-branches',
  everyMinutes: 5,
  run: async ({ timeLeft, ...around }) => {
    let steps = 0
    while (timeLeft()) {
      const count = await underWay(around)
      if (!count) break
      if (count.toDo === 'count') await countStep(count, around)
      else if (count.toDo === 'publish') await publishStep(count, around)
      else await clearStep(count, around)
      steps++
    }
    return steps
  },
}

/** An earlier month is finished before another begins; undefined where all is done. */
async function underWay(around: Around): Promise<BranchCount | undefined> {
  const counts = around.database.open(branchCountsStore)
  const months = monthsUntil(monthToCount(around.now), 3)
  const found = await counts.getMany(months)
  const open = found.filter(({ toDo }) => toDo !== 'nothing').sort((a, b) => (a.month < b.month ? -1 : 1))[0]
  const [month] = months
  if (open || month === undefined || found.some(({ id }) => id === month)) return open
  const fresh = { takenUp: '', again: [], branchId: '', after: '', publishedAt: '', step: 0 }
  await keepFor(
    branchTalliesStore,
    month,
    around,
    () => counts.insert({ id: month, month, toDo: 'count', ...fresh }),
    () => counts.remove(month),
  )
  return counts.get(month)
}

const change = (
  { id, step }: BranchCount,
  { database }: Around,
  next: (current: BranchCount) => Partial<BranchCount>,
) =>
  database
    .open(branchCountsStore)
    .change(id, (current) =>
      done(
        current?.step === step
          ? { write: { ...current, ...next(current), step: step + 1 }, reply: true }
          : { reply: true },
      ),
    )

/** An organisation is taken up, then its members are read: whoever withdraws from then on has it counted again. */
async function countStep(count: BranchCount, around: Around): Promise<void> {
  if (count.branchId !== '') return countMembers(count, around)
  const [again] = count.again
  const next = again ?? (await nextBranch(count.takenUp, around.database))
  await change(count, around, (current) => {
    if (next !== undefined)
      return {
        branchId: next,
        ...(again === undefined ? { takenUp: next } : { again: current.again.filter((id) => id !== again) }),
      }
    // Somebody withdrew since all were counted.
    return current.again.length > 0 ? {} : { toDo: 'publish', publishedAt: around.now.toISOString() }
  })
}

async function countMembers(count: BranchCount, around: Around): Promise<void> {
  const { database, keys } = around
  const { month, branchId } = count
  const span = spanOf(month)
  const page = await database.open(membershipsStore).find({
    index: 'byBranch',
    where: { branchId },
    range: { before: span.until },
    limit: MEMBERS_A_STEP,
    ...(count.after && { after: count.after }),
  })
  const tallies = database.open(branchTalliesStore)
  const id = branchFigureId(month, branchId)
  const so = count.after === '' ? undefined : await tallies.get(id)
  const before = so ? (JSON.parse((await openStaffSecret(branchTalliesStore, so, around)).people) as People) : nobody()
  const people = plusPeople(before, await counselled(page.rows, span, database))
  const key = await findDataKey(branchTalliesStore, month, { database, keys })
  if (!key) {
    // It goes at publishing: where a backup brought this count back, what was published once is not computed again.
    await change(count, around, () => ({ toDo: 'nothing' }))
    return
  }
  const tally = seal(branchTalliesStore, { id, month, branchId, people: JSON.stringify(people) }, key)
  const refs = { count: database.open(branchCountsStore).at(month), tally: tallies.at(id) }
  await database.together(refs, ({ count: current }) => {
    if (current?.step !== count.step) return done({ write: {}, reply: true })
    const further = page.next === null ? { branchId: '', after: '' } : { after: page.next }
    return done({ write: { count: { ...current, ...further, step: count.step + 1 }, tally }, reply: true })
  })
}

/** The next that anybody belongs to. «!» is the letter before those of ids and the dot between them. */
async function nextBranch(after: string, database: Database): Promise<string | undefined> {
  const query = { index: 'byPath', ...(after && { range: { from: `${after}!` } }), limit: 1 }
  return (await database.open(membershipsStore).find(query)).rows[0]?.branchId
}

/** From here on nothing counts anew: the tallies stand, and give the same figures however often this is begun. */
async function publishStep(count: BranchCount, around: Around): Promise<void> {
  const { database } = around
  const { month } = count
  const tallies = await openStaffSecrets(
    branchTalliesStore,
    await all(branchTalliesStore, { index: 'byMonth', where: { month } }, database),
    around,
  )
  const branches = await all(branchesStore, { index: 'byCode' }, database)
  const figures = branchFigures(
    tallies.map(({ branchId, people }) => ({ branchId, people: JSON.parse(people) as People })),
    branches.map(({ id }) => id),
  )
  // Where another run is through with this, tallies are missing by now, and what they would give is wrong.
  if ((await database.open(branchCountsStore).get(month))?.toDo !== 'publish') return
  const stored = figures.map((figure) => ({ ...figure, id: branchFigureId(month, figure.branchId), month }))
  for (let from = 0; from < stored.length; from += MOST_INSERTED)
    await database.open(branchFiguresStore).insertMany(stored.slice(from, from + MOST_INSERTED))
  await change(count, around, () => ({ toDo: 'clear' }))
}

/** The key first: cut off anywhere, what is left cannot be opened. */
async function clearStep(count: BranchCount, around: Around): Promise<void> {
  const { database } = around
  const { month } = count
  await destroyKey(branchTalliesStore, month, around)
  const tallies = database.open(branchTalliesStore)
  const { rows } = await tallies.find({ index: 'byMonth', where: { month }, limit: MOST_ROWS })
  await Promise.all(rows.map(({ id }) => tallies.remove(id)))
  if (rows.length === 0) await change(count, around, () => ({ toDo: 'nothing' }))
}

async function all<T extends Stored>(
  declaration: Declaration<T>,
  query: { index: string; where?: Record<string, string> },
  database: Database,
): Promise<T[]> {
  const rows: T[] = []
  let after: string | null = null
  do {
    const page: Page<T> = await database.open(declaration).find({ ...query, limit: MOST_ROWS, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}
