import type { Output } from '../../src/contract'
import { ways } from '../../src/domain/figures/counselled-people'
import { monthsUntil } from '../../src/domain/time'
import type { AuthorizedBranch } from '../_kit/caller'
import type { Database } from '../_kit/database'
import { branchesStore } from '../people/open'
import { branchCountsStore, branchFigureId, branchFiguresStore, type StoredBranchFigure } from './branch-store'

const MONTHS = 12
/** With the page of the branch itself, its twelve months and the sessions of both calls: 31 documents at most. */
const A_PAGE = 13

/** The whole branch, where no cell is named. */
function shownOf(figure: StoredBranchFigure | undefined, cell?: string) {
  const of = (people: StoredBranchFigure['used'] | undefined) =>
    (cell === undefined ? people?.total : people?.cells.find(({ key }) => key === cell)?.count) ?? null
  return {
    used: of(figure?.used),
    ways: ways.map((way) => ({ way, people: of(figure?.ways.find((each) => each.way === way)?.people) })),
  }
}

/** Fourteen documents; undefined where there is no such branch. */
export async function peopleOfBranch(
  { branchId, month }: { branchId: AuthorizedBranch; month: string },
  database: Database,
): Promise<Output<'figures', 'branch'> | undefined> {
  const months = monthsUntil(month, MONTHS)
  const [branch, count, figures] = await Promise.all([
    database.open(branchesStore).get(branchId),
    database.open(branchCountsStore).get(month),
    database.open(branchFiguresStore).getMany(months.map((each) => branchFigureId(each, branchId))),
  ])
  if (!branch) return undefined
  const of = new Map(figures.map((figure) => [figure.month, figure]))
  const isOver = count?.toDo === 'clear' || count?.toDo === 'nothing'
  return {
    ...{ branchId, name: branch.name, month, publishedAt: (isOver && count.publishedAt) || null },
    ...shownOf(of.get(month)),
    months: months.map((each) => ({ month: each, used: shownOf(of.get(each)).used })),
  }
}

/** All from the one document of the branch above, which passed the gate as one. */
export async function peopleBelowBranch(
  { branchId, month, after }: { branchId: AuthorizedBranch; month: string; after: string | undefined },
  database: Database,
): Promise<Output<'figures', 'branchesBelow'>> {
  const [figure, below] = await Promise.all([
    database.open(branchFiguresStore).get(branchFigureId(month, branchId)),
    database.open(branchesStore).find({
      index: 'byParent',
      where: { parentId: branchId },
      limit: A_PAGE,
      ...(after && { after }),
    }),
  ])
  return {
    rows: below.rows.map(({ id, name }) => ({ branchId: id, name, ...shownOf(figure, id) })),
    own: after === undefined ? { branchId, name: '本级', ...shownOf(figure, branchId) } : null,
    next: below.next,
  }
}
