import { CITY } from '../../src/domain/branches/words'
import { type Case, dueAt, ownerNow } from '../../src/domain/duty/case'
import { done, type Result, refused } from '../../src/domain/result'
import type { ActKind } from '../../src/domain/staff/acts'
import { dayOf } from '../../src/domain/time'
import { type Act, actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import { findDataKey } from '../_kit/data-keys'
import { Busy, type Database } from '../_kit/database'
import { destroyKeyOf } from '../_kit/destroy-key'
import { reveal } from '../_kit/reveal'
import { type Opened, seal } from '../_kit/sealing'
import type { Context } from '../_kit/serve'
import { type Watch, watchSince } from './crew'
import type { Ending } from './end-call'
import { caseCountsStore, casesStore, type StoredCase } from './store'

type Around = Context<StaffCaller>

/** The case as the rules know it, with what whoever held it before wrote for whoever holds it now. */
export type OpenCase = Case & { handOverNote: string }

export const findCase = async (caseId: string, database: Database): Promise<StoredCase | undefined> =>
  (await database.open(casesStore).find({ index: 'byCase', where: { caseId }, limit: 1 })).rows[0]

/** Whose it is by the rule, whether or not the clock has written it down; empty: nobody's, so anybody's. */
export const caseOwner = ({ ownerId, dueAt: due }: StoredCase, watch: Watch, now: Date) =>
  ownerNow({ owner: ownerId, due }, watch, now)

/** Ready to be sealed. Id and owner stand outside the record, where the list and the clock find them. */
export function plainCase(
  { id: caseId, owner, ...record }: OpenCase,
  { personId, openedAt }: Pick<StoredCase, 'personId' | 'openedAt'>,
): Opened<StoredCase> {
  const open = { id: personId, personId, caseId, state: 'open' as const, ownerId: owner, openedAt }
  return { ...open, dueAt: dueAt({ id: caseId, owner, ...record }), record: JSON.stringify(record) }
}

/** What is in it, for the caller's eyes: it stands in the person's ledger first. */
export async function openCase(stored: StoredCase, owner: string, around: Around): Promise<OpenCase> {
  const why = { reason: 'follow-up', role: 'supervisor', branchId: CITY } as const
  const { record } = await reveal(casesStore, stored, why, around)
  return { ...JSON.parse(record), id: stored.caseId, owner }
}

type Changed = { stored: StoredCase; one: OpenCase }
type Refused = 'CASE_NOT_FOUND' | 'CASE_CLOSED' | 'NOT_YOURS'

/**
 * Only by whoever owns it; who takes up one that is nobody's owns it from then on. Written only over what was read: the one
 * of two who comes second is asked to try again.
 */
export async function changeCase<Code extends string>(
  caseId: string,
  rule: (one: OpenCase) => Result<OpenCase, Code>,
  noted: { what: ActKind; about: string },
  around: Around,
): Promise<Result<Changed, Code | Refused>> {
  const { database, now, caller } = around
  const stored = await findCase(caseId, database)
  if (!stored) return refused('CASE_NOT_FOUND')
  if (stored.state === 'closed') return refused('CASE_CLOSED')
  const owner = caseOwner(stored, await watchSince(undefined, [stored.ownerId], around), now)
  if (owner !== '' && owner !== caller.staffId) return refused('NOT_YOURS')
  const changed = rule(await openCase(stored, caller.staffId, around))
  if (!changed.ok) return changed
  const key = await findDataKey(casesStore, stored.personId, around)
  if (!key) return refused('CASE_NOT_FOUND')
  const one = changed.data
  const after: StoredCase =
    one.closedAt === '' ? seal(casesStore, plainCase(one, stored), key) : { ...stored, state: 'closed' }
  const act = actOf(caller, now, { ...noted, branchId: CITY })
  const refs = { stored: database.open(casesStore).at(stored.id), act: database.open(actsStore).at(act.id) }
  const written = await database.together(refs, ({ stored: there }): Result<Writing, 'CASE_NOT_FOUND'> => {
    if (there?.caseId !== caseId) return refused('CASE_NOT_FOUND')
    const moved = there.record !== stored.record || there.ownerId !== stored.ownerId || there.state !== stored.state
    return done(moved ? { write: {}, reply: false } : { write: { stored: after, act }, reply: true })
  })
  if (!written.ok) return written
  if (!written.data) throw new Busy('changed meanwhile')
  return done({ stored: after, one })
}

type Writing = { write: { stored?: StoredCase; act?: Act }; reply: boolean }

/**
 * What is left of a case that is closed goes, its key first; a count stays. Cut off anywhere, it is ended by running again;
 * counted once, for it is counted as it goes.
 */
export async function endCase(stored: StoredCase, around: Ending) {
  const { database, now } = around
  await destroyKeyOf(casesStore, stored.personId, stored.record, around)
  const day = dayOf(now)
  const refs = { there: database.open(casesStore).at(stored.id), counts: database.open(caseCountsStore).at(day) }
  await database.together(refs, ({ there, counts }) =>
    there?.caseId === stored.caseId
      ? done({ write: { there: null, counts: { id: day, day, closed: (counts?.closed ?? 0) + 1 } }, reply: true })
      : done({ write: {}, reply: false }),
  )
}
