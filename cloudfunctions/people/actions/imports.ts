import type { Progress } from '../../../src/contract/imports'
import type { Fate } from '../../../src/domain/membership/line'
import { type LineProblem, lineProblems } from '../../../src/domain/membership/words'
import { done, refused } from '../../../src/domain/result'
import { actOf, actsStore } from '../../_kit/acts'
import type { StaffCaller } from '../../_kit/caller'
import { Busy } from '../../_kit/database'
import type { Context, Handlers } from '../../_kit/serve'
import { branchNames } from '../branch-names'
import { branchesStore, type Import, type ImportProblems, importProblemsStore, importsStore } from '../branches-store'
import { planOf } from '../roll-plan'

const PAGE = 50
/** Pieces of a report read at once: 500 lines each at most. */
const REPORT_PIECES = 10
const REPORT_LINES = 1_000

export const imports: Handlers<'imports'> = {
  begin: async ({ importId: id, mode, fileName, lines }, { branchId, caller, database, now }) => {
    const branch = await database.open(branchesStore).get(branchId)
    if (!branch) return refused('BRANCH_NOT_FOUND')
    const fresh: Import = {
      ...{ id, branchId, mode, fileName, lines, by: caller.staffId, byName: caller.name },
      ...{ seen: 0, added: 0, moved: 0, already: 0, removed: 0, refused: 0, nextPiece: 0 },
      ...{ startedAt: now.toISOString(), endedAt: '' },
    }
    const act = actOf(caller, now, { what: 'import-begun', about: fileName, branchId })
    const refs = { known: database.open(importsStore).at(id), act: database.open(actsStore).at(act.id) }
    const begun = await database.together(refs, ({ known }) => {
      if (!known) return done({ write: { known: fresh, act }, reply: fresh })
      return isSame(known, fresh) ? done({ write: {}, reply: known }) : refused('IMPORT_DIFFERS')
    })
    return begun.ok ? done(shown(begun.data, branch.name)) : begun
  },

  /** Plan, write the plan's outcome down, apply it, go on: cut off between any two, the same piece comes out the same. */
  piece: async ({ importId, number, lines }, context) => {
    const { database, now } = context
    const of = await ownImport(importId, context)
    if (!of) return refused('IMPORT_NOT_FOUND')
    const branch = await database.open(branchesStore).get(of.branchId)
    if (!branch) throw new Error('an import without its branch')
    const outcomes = database.open(importProblemsStore)
    const id = `${importId}.${number}`
    if (number < of.nextPiece) {
      const known = await outcomes.get(id)
      return done({ progress: shown(of, branch.name), problems: known?.problems ?? [] })
    }
    if (of.endedAt !== '') return refused('IMPORT_ENDED')
    if (number > of.nextPiece) return refused('PIECE_OUT_OF_ORDER')
    if (of.seen + lines.length > of.lines) return refused('TOO_MANY_LINES')
    const plan = await planOf({ of, branch, number, lines }, context)
    const planned: ImportProblems = {
      ...{ id, importId, piece: number, at: now.toISOString() },
      ...counted(plan.fates, of.seen),
    }
    const outcome = (await outcomes.insert(planned)) === 'inserted' ? planned : await outcomes.get(id)
    if (!outcome) throw new Busy('swept as it was written')
    await plan.apply()
    const gone = await database.open(importsStore).change(importId, (known) => {
      if (!known) return refused('IMPORT_NOT_FOUND')
      if (known.nextPiece !== number) return done({ reply: known })
      const next = advanced(known, outcome, lines.length)
      return done({ write: next, reply: next })
    })
    return gone.ok ? done({ progress: shown(gone.data, branch.name), problems: outcome.problems }) : gone
  },

  finish: async ({ importId }, context) => {
    const { caller, database, now } = context
    const of = await ownImport(importId, context)
    if (!of) return refused('IMPORT_NOT_FOUND')
    const nameOf = await branchNames([of.branchId], database)
    const act = actOf(caller, now, { what: 'import-ended', about: of.fileName, branchId: of.branchId })
    const refs = { known: database.open(importsStore).at(importId), act: database.open(actsStore).at(act.id) }
    const ended = await database.together(refs, ({ known }) => {
      if (!known) return refused('IMPORT_NOT_FOUND')
      if (known.endedAt !== '') return done({ write: {}, reply: known })
      if (known.seen < known.lines) return refused('IMPORT_INCOMPLETE')
      const next = { ...known, endedAt: now.toISOString() }
      return done({ write: { known: next, act }, reply: next })
    })
    return ended.ok ? done(shown(ended.data, nameOf(of.branchId))) : ended
  },

  list: async ({ after }, { database, within }) => {
    const rows: Import[] = []
    let next: string | null = after ?? null
    do {
      const page = await database
        .open(importsStore)
        .find({ index: 'byStart', order: 'descending', limit: PAGE, ...(next && { after: next }) })
      rows.push(...page.rows.filter(({ branchId }) => within(branchId)))
      next = page.next
    } while (next && rows.length === 0)
    const nameOf = await branchNames(
      rows.map(({ branchId }) => branchId),
      database,
    )
    return done({ rows: rows.map((row) => shown(row, nameOf(row.branchId))), next })
  },

  problems: async ({ importId, after }, { database, within }) => {
    const of = await database.open(importsStore).get(importId)
    if (!of || !within(of.branchId)) return refused('IMPORT_NOT_FOUND')
    const rows: ImportProblems['problems'] = []
    let next: string | null = after ?? null
    do {
      const page = await database.open(importProblemsStore).find({
        index: 'byImport',
        where: { importId },
        limit: REPORT_PIECES,
        ...(next && { after: next }),
      })
      rows.push(...page.rows.flatMap(({ problems }) => problems))
      next = page.next
    } while (next && rows.length < REPORT_LINES)
    return done({ rows, next })
  },
}

/** Only who began it goes on with it, and only while the branch is theirs. */
async function ownImport(importId: string, { caller, database, within }: Context<StaffCaller>) {
  const found = await database.open(importsStore).get(importId)
  return found && found.by === caller.staffId && within(found.branchId) ? found : undefined
}

const isSame = (known: Import, fresh: Import) =>
  (['by', 'branchId', 'mode', 'fileName', 'lines'] as const).every((field) => known[field] === fresh[field])

const shown = ({ by: _, endedAt, ...rest }: Import, branchName: string): Progress => ({
  ...rest,
  branchName,
  endedAt: endedAt === '' ? null : endedAt,
})

const isProblem = (fate: Fate): fate is LineProblem => (lineProblems as readonly string[]).includes(fate)

/** Lines count from 1; `before` of them came in earlier pieces. */
function counted(fates: readonly Fate[], before: number) {
  const of = (fate: Fate) => fates.filter((other) => other === fate).length
  return {
    ...{ added: of('added'), moved: of('moved'), already: of('already'), removed: of('removed') },
    problems: fates.flatMap((fate, index) => (isProblem(fate) ? [{ line: before + index + 1, problem: fate }] : [])),
  }
}

const advanced = (known: Import, outcome: ImportProblems, lines: number): Import => ({
  ...known,
  seen: known.seen + lines,
  added: known.added + outcome.added,
  moved: known.moved + outcome.moved,
  already: known.already + outcome.already,
  removed: known.removed + outcome.removed,
  refused: known.refused + outcome.problems.length,
  nextPiece: known.nextPiece + 1,
})
