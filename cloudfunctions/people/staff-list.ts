import type { StaffRow } from '../../src/contract/staff'
import { done } from '../../src/domain/result'
import { manages } from '../../src/domain/staff/scope'
import type { StaffMember } from '../../src/domain/staff/staff'
import { isSecondPerson, isWaiting } from '../../src/domain/staff/two-managers'
import { needsSecondFactor } from '../../src/domain/staff/words'
import type { StaffCaller } from '../_kit/caller'
import type { Database, Page } from '../_kit/database'
import { hideCursor, readHidden } from '../_kit/hidden-cursor'
import { secondFactorsStore, staffStore } from '../_kit/identity'
import type { Context } from '../_kit/serve'
import { branchNamesOf, shownWith } from './show-grants'
import { countOpenSessions } from './staff-sessions'

const PAGE = 50
/** A manager of one district sees few of the city's colleagues: pages are read on until there is something to show. */
const FULL_ENOUGH = 25

/** Where the next page begins may be a colleague out of scope, so the cursor is hidden. */
const CURSOR = 'staff'

export async function listStaff(after: string | undefined, { caller, database, keys, now }: Context<StaffCaller>) {
  const from = after === undefined ? undefined : readHidden(keys, CURSOR, after)
  const { members, next } = await somePages(from, caller, database)
  const [nameOf, open, confirmed, me] = await Promise.all([
    branchNamesOf(
      members.flatMap(({ grants, waiting }) => [...grants, ...(waiting?.grants ?? [])]),
      database,
      now,
    ),
    countOpenSessions(database, now),
    confirmedAmong(members, database),
    database.open(staffStore).get(caller.staffId),
  ])
  const rows = members.map(
    ({ id, name, login, grants, active, passwordHash, waiting }): StaffRow => ({
      id,
      name,
      login,
      grants: shownWith(grants, nameOf),
      active,
      joined: passwordHash !== '',
      secondFactor: needsSecondFactor(grants) ? (confirmed.has(id) ? 'set' : 'awaited') : 'not-needed',
      sessions: open.get(id) ?? 0,
      waiting: isWaiting(waiting, now)
        ? {
            what: waiting.what,
            grants: shownWith(waiting.grants, nameOf),
            byName: waiting.byName,
            askedAt: waiting.askedAt,
            expiresAt: waiting.expiresAt,
            mine: waiting.by === caller.staffId,
            answerable: me !== undefined && isSecondPerson(me, { id, grants }, waiting),
          }
        : null,
    }),
  )
  return done({ rows, next: next && hideCursor(keys, CURSOR, next) })
}

async function somePages(from: string | undefined, { grants }: StaffCaller, database: Database) {
  const manager = { grants: [...grants], active: true }
  const members: StaffMember[] = []
  let after: string | null = from ?? null
  do {
    const page: Page<StaffMember> = await database
      .open(staffStore)
      .find({ index: 'byName', limit: PAGE, ...(after && { after }) })
    members.push(...page.rows.filter((member) => manages(manager, member)))
    after = page.next
  } while (after && members.length < FULL_ENOUGH)
  return { members, next: after }
}

async function confirmedAmong(members: readonly StaffMember[], database: Database): Promise<Set<string>> {
  const ids = members.filter(({ grants }) => needsSecondFactor(grants)).map(({ id }) => id)
  const factors = await database.open(secondFactorsStore).getMany(ids)
  return new Set(factors.filter(({ confirmedAt }) => confirmedAt !== '').map(({ staffId }) => staffId))
}
