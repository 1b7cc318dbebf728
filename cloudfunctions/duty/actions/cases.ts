import { closeCase, decide, refer, referralEnded } from '../../../src/domain/duty/case'
import { done, type Result, refused } from '../../../src/domain/result'
import { staffStore } from '../../_kit/identity'
import type { Handlers } from '../../_kit/serve'
import { beginCase } from '../begin-case'
import { watchSince } from '../crew'
import { caseShown, casesPage } from '../show-cases'
import { caseOwner, changeCase, endCase, findCase, type OpenCase, openCase } from '../stored-case'
import { isSupervisor } from '../supervisors'

/** The rules say nothing of what one wrote for the next; it stays. */
const keepingNote = <Code extends string>(
  before: OpenCase,
  result: Result<Omit<OpenCase, 'handOverNote'>, Code>,
): Result<OpenCase, Code> => (result.ok ? done({ ...result.data, handOverNote: before.handOverNote }) : result)

export const cases: Handlers<'cases'> = {
  list: async ({ mine, after }, context) => done(await casesPage(mine, after, context)),

  begin: (input, context) => beginCase(input, context),

  open: async ({ caseId }, context) => {
    const stored = await findCase(caseId, context.database)
    if (stored?.state !== 'open') return refused('CASE_NOT_FOUND')
    const owner = caseOwner(stored, await watchSince(undefined, [stored.ownerId], context), context.now)
    return done(await caseShown(stored, await openCase(stored, owner, context), context))
  },

  decide: async ({ caseId, colour, reason, reviewInDays }, context) => {
    const { caller, now } = context
    const chosen = { id: caseId, colour, reason, by: caller.staffId, reviewInDays }
    const noted = { what: 'case-decided', about: '' } as const
    const decided = await changeCase(caseId, (one) => keepingNote(one, decide(one, chosen, now)), noted, context)
    return decided.ok ? done(await caseShown(decided.data.stored, decided.data.one, context)) : decided
  },

  handOver: async ({ caseId, staffId, note }, context) => {
    const to = await context.database.open(staffStore).get(staffId)
    if (!to || !isSupervisor(to)) return refused('STAFF_NOT_FOUND')
    const noted = { what: 'case-handed-over', about: `${context.caller.name} → ${to.name}` } as const
    const handed = (one: OpenCase): Result<OpenCase, never> => done({ ...one, owner: staffId, handOverNote: note })
    const over = await changeCase(caseId, handed, noted, context)
    return over.ok ? done({}) : over
  },

  refer: async ({ caseId, ...referral }, context) => {
    const { caller, now } = context
    const by = { ...referral, by: caller.staffId }
    const noted = { what: 'case-referred', about: '' } as const
    const referred = await changeCase(caseId, (one) => keepingNote(one, refer(one, by, now)), noted, context)
    return referred.ok ? done(await caseShown(referred.data.stored, referred.data.one, context)) : referred
  },

  endReferral: async ({ caseId, index, result }, context) => {
    const rule = (one: OpenCase) => keepingNote(one, referralEnded(one, index, result, context.now))
    const noted = { what: 'referral-ended', about: '' } as const
    const ended = await changeCase(caseId, rule, noted, context)
    return ended.ok ? done(await caseShown(ended.data.stored, ended.data.one, context)) : ended
  },

  close: async ({ caseId }, context) => {
    const rule = (one: OpenCase) => keepingNote(one, closeCase(one, context.now))
    const closed = await changeCase(caseId, rule, { what: 'case-closed', about: '' }, context)
    if (!closed.ok) return closed
    await endCase(closed.data.stored, context)
    return done({})
  },
}
