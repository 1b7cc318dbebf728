import type { Input } from '../../src/contract'
import { CITY } from '../../src/domain/branches/words'
import { decide } from '../../src/domain/duty/case'
import { done, type Result, refused } from '../../src/domain/result'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import { type DataKey, keepFor } from '../_kit/data-keys'
import { seal } from '../_kit/sealing'
import type { Context } from '../_kit/serve'
import { callsStore, casesStore, type StoredCase } from './store'
import { asOfNow, findCall, watchOver } from './stored-call'
import { endCase, findCase, plainCase } from './stored-case'

/** The person behind a call that the caller holds; nobody else can be written about. */
async function personCalled(
  callId: string,
  { caller, database, now }: Pick<Context<StaffCaller>, 'caller' | 'database' | 'now'>,
): Promise<Result<{ personId: string; callDocument: string }, 'CALL_NOT_FOUND' | 'CALL_CLOSED' | 'NOT_YOURS'>> {
  const found = await findCall(callId, database)
  if (!found) return refused('CALL_NOT_FOUND')
  if (found.state === 'closed') return refused('CALL_CLOSED')
  const call = asOfNow(found, await watchOver([found], { database, now }), now)
  return call.state === 'accepted' && call.acceptedBy === caller.staffId
    ? done({ personId: found.personId, callDocument: found.id })
    : refused('NOT_YOURS')
}

/** One open case a person. Asked again with the same id it is the case that was begun. */
export async function beginCase(
  { caseId, callId, colour, reason, reviewInDays }: Input<'cases', 'begin'>,
  context: Context<StaffCaller>,
) {
  const { caller, database, now } = context
  const again = await findCase(caseId, database)
  if (again?.ownerId === caller.staffId && again.state === 'open') return done({ caseId })
  const person = await personCalled(callId, context)
  if (!person.ok) return person
  const { personId, callDocument } = person.data
  const decided = decide(undefined, { id: caseId, colour, reason, by: caller.staffId, reviewInDays }, now)
  if (!decided.ok) return decided.code === 'REVIEW_TOO_LATE' ? refused('REVIEW_TOO_LATE') : refused('CASE_STANDING')
  const cases = database.open(casesStore)
  const standing = await cases.get(personId)
  if (again || standing?.state === 'open') return refused('CASE_STANDING')
  if (standing) await endCase(standing, context)
  const plain = plainCase({ ...decided.data, handOverNote: '' }, { personId, openedAt: now.toISOString() })
  const act = actOf(caller, now, { what: 'case-begun', about: '', branchId: CITY })
  const refs = {
    stored: cases.at(personId),
    call: database.open(callsStore).at(callDocument),
    act: database.open(actsStore).at(act.id),
  }
  let written: StoredCase | undefined
  const write = (key: DataKey) => {
    const stored = seal(casesStore, plain, key)
    written = stored
    return database.together(refs, ({ stored: there, call }) => {
      if (there) return refused('CASE_STANDING')
      // Taken back in this very moment: then nothing is written about them. Written along, so that it is guarded everywhere.
      if (call?.callId !== callId) return refused('CALL_NOT_FOUND')
      if (call.state === 'closed') return refused('CALL_CLOSED')
      return done({ write: { stored, call, act }, reply: { caseId } })
    })
  }
  const undo = () =>
    cases.change(personId, (there) =>
      there?.record === written?.record ? done({ write: null, reply: true }) : done({ reply: true }),
    )
  return keepFor(casesStore, personId, context, write, undo)
}
