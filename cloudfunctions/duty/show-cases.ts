import type { CaseRow, CaseShown } from '../../src/contract/cases'
import type { StaffCaller } from '../_kit/caller'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import type { Context } from '../_kit/serve'
import { pseudonymOf } from '../people/open'
import { type Watch, watchSince } from './crew'
import { casesStore, type StoredCase } from './store'
import { caseOwner, type OpenCase } from './stored-case'
import { colleagues } from './supervisors'

type Around = Pick<Context<StaffCaller>, 'caller' | 'database' | 'now'>

/** Pages looked through for one page of the caller's own. */
const MOST_PAGES = 3
const PAGE = 50

const rowOf = (stored: StoredCase, watch: Watch, { caller, now }: Pick<Around, 'caller' | 'now'>): CaseRow => {
  const owner = caseOwner(stored, watch, now)
  return {
    id: stored.caseId,
    openedAt: stored.openedAt,
    ownerName: watch.nameOf(owner),
    yours: owner === '' || owner === caller.staffId,
    dueAt: stored.dueAt,
    overdue: Date.parse(stored.dueAt) <= now.getTime(),
  }
}

/** The earliest due first. Whose it is goes by the rule, so the caller's own are picked after it was asked. */
export async function casesPage(
  mine: boolean,
  after: string | undefined,
  around: Around,
): Promise<{ rows: CaseRow[]; next: string | null }> {
  const rows: CaseRow[] = []
  let next: string | null = after ?? null
  for (let pages = 0; pages < (mine ? MOST_PAGES : 1) && rows.length < PAGE; pages++) {
    const page: Page<StoredCase> = await around.database.open(casesStore).find({
      index: 'byDue',
      where: { state: 'open' },
      limit: mine ? MOST_ROWS : PAGE,
      ...(next && { after: next }),
    })
    const watch = await watchSince(
      undefined,
      page.rows.map(({ ownerId }) => ownerId),
      around,
    )
    const shown = page.rows.map((stored) => rowOf(stored, watch, around))
    rows.push(...(mine ? shown.filter(({ yours }) => yours) : shown))
    next = page.next
    if (next === null) break
  }
  return { rows, next }
}

export async function caseShown(stored: StoredCase, one: OpenCase, around: Around): Promise<CaseShown> {
  const watch = await watchSince(undefined, [stored.ownerId], around)
  const names = await namesIn(one, around.database)
  return {
    ...rowOf(stored, watch, around),
    pseudonym: await pseudonymOf(stored.personId, around.database),
    colour: one.colour,
    reason: one.reason,
    decidedByName: names(one.by),
    decidedAt: one.decidedAt,
    reviewAt: one.reviewAt,
    handOverNote: one.handOverNote,
    referrals: one.referrals.map(({ by, endedAt, result, ...referral }) => ({
      ...referral,
      byName: names(by),
      endedAt: endedAt === '' ? null : endedAt,
      result: result === '' ? null : result,
    })),
  }
}

async function namesIn(one: OpenCase, database: Database) {
  const known = await colleagues([one.by, ...one.referrals.map(({ by }) => by)], database)
  return (staffId: string) => known.get(staffId)?.name ?? ''
}
