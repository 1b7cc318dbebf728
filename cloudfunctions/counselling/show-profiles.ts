import type { CounsellorRow, MyProfile } from '../../src/contract/counsellors'
import { type Counsellor, isOffered, isRunningOut } from '../../src/domain/counsellors/counsellor'
import type { StaffCaller } from '../_kit/caller'
import type { Page } from '../_kit/database'
import { hideCursor, readHidden } from '../_kit/hidden-cursor'
import { staffStore } from '../_kit/identity'
import type { Context } from '../_kit/serve'
import { branchNames } from '../people/open'
import { counsellorsStore, type StoredCounsellor } from './counsellors-store'
import { isCounsellor } from './offered'
import { standingOf } from './taken-times'

const instant = (text: string) => (text === '' ? null : text)

export const profileOf = (counsellor: Counsellor, now: Date): MyProfile => ({
  live: counsellor.live,
  draft: counsellor.draft,
  submittedAt: instant(counsellor.submittedAt),
  sentBackFor: counsellor.sentBackFor,
  approvedByName: counsellor.approvedByName,
  approvedAt: instant(counsellor.approvedAt),
  paused: counsellor.paused,
  offered: isOffered(counsellor, now),
  runningOut: isRunningOut(counsellor, now),
})

const PAGE = 50
const ENOUGH = 25
/** Where the next page begins may be a colleague out of scope. */
const CURSOR = 'counsellors'

export type Which = 'all' | 'waiting' | 'running-out'

/** Those in the caller's branches. A manager of one district sees few of the city's: pages are read on until there is something to show. */
export async function allProfiles(which: Which, after: string | undefined, context: Context<StaffCaller>) {
  const { caller, database, keys, now, within } = context
  const wanted = (one: StoredCounsellor) =>
    within(one.branchId) !== undefined &&
    (which === 'all' || (which === 'waiting' ? one.submittedAt !== '' : isRunningOut(one, now)))
  const found: StoredCounsellor[] = []
  let next: string | null = after === undefined ? null : readHidden(keys, CURSOR, after)
  do {
    const page: Page<StoredCounsellor> = await database
      .open(counsellorsStore)
      .find({ index: 'byBranch', limit: PAGE, ...(next && { after: next }) })
    found.push(...page.rows.filter(wanted))
    next = page.next
  } while (next && found.length < ENOUGH)
  const members = await database.open(staffStore).getMany(found.map(({ staffId }) => staffId))
  const memberOf = new Map(members.map((member) => [member.id, member]))
  const offered = (one: StoredCounsellor) => isOffered(one, now) && isCounsellor(memberOf.get(one.staffId))
  const off = found.filter((one) => one.live && !offered(one)).map(({ staffId }) => staffId)
  const [standing, nameOf] = await Promise.all([
    standingOf(off, database, now),
    branchNames(
      found.flatMap(({ branchId, live, draft }) => [branchId, live?.stationId ?? '', draft?.stationId ?? '']),
      database,
    ),
  ])
  const rows = found.map(
    (one): CounsellorRow => ({
      ...profileOf(one, now),
      offered: offered(one),
      id: one.id,
      staffName: memberOf.get(one.staffId)?.name ?? '',
      branchName: nameOf(one.branchId),
      stationName: nameOf((one.draft ?? one.live)?.stationId ?? ''),
      own: one.staffId === caller.staffId,
      left: one.leftAt !== '' || !isCounsellor(memberOf.get(one.staffId)),
      standing: off.includes(one.staffId) ? standing(one.staffId).length : null,
    }),
  )
  return { rows, next: next && hideCursor(keys, CURSOR, next) }
}
