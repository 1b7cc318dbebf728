import type { TeacherRow } from '../../../src/contract/teachers'
import { done, type Result, refused } from '../../../src/domain/result'
import type { ActKind } from '../../../src/domain/staff/acts'
import { appeal, decide } from '../../../src/domain/teachers/exit'
import { ratingOf, save, type Teacher } from '../../../src/domain/teachers/teacher'
import { actOf, actsStore } from '../../_kit/acts'
import type { StaffCaller } from '../../_kit/caller'
import { type Database, MOST_ROWS, type Page } from '../../_kit/database'
import { hideCursor, readHidden } from '../../_kit/hidden-cursor'
import type { Context, Handlers } from '../../_kit/serve'
import { branchNames } from '../../people/open'
import { teachersStore } from '../teachers-store'

const ENOUGH = 25
/** Where the next page begins may be a teacher out of scope. */
const CURSOR = 'teachers'

type Around = { database: Database; now: Date }
type Asking = Pick<Context<StaffCaller>, 'caller' | 'database' | 'now' | 'within'>

const instant = (text: string) => (text === '' ? null : text)

async function rowsOf(teachers: readonly Teacher[], { database, now }: Around): Promise<TeacherRow[]> {
  const nameOf = await branchNames(
    teachers.map(({ branchId }) => branchId),
    database,
  )
  return teachers.map((teacher) => {
    const { id, branchId, name, about, revision, standing, toldAt, appealUntil, appeal: words, decidedFor } = teacher
    return {
      ...{ id, branchId, branchName: nameOf(branchId), name, about, revision, standing, appeal: words, decidedFor },
      rating: ratingOf(teacher, now),
      toldAt: instant(toldAt),
      appealUntil: instant(appealUntil),
    }
  })
}

/** Changes the one and writes down who did it, as one; where nothing changes there is nothing to write down. */
async function change<Code extends string>(
  teacherId: string,
  what: ActKind,
  { caller, database, now, within }: Asking,
  rule: (teacher: Teacher | undefined) => Result<Teacher, Code | 'TEACHER_NOT_FOUND'>,
): Promise<Result<TeacherRow, Code | 'TEACHER_NOT_FOUND'>> {
  const act = actOf(caller, now, { what, about: '', branchId: '' })
  const refs = { teacher: database.open(teachersStore).at(teacherId), act: database.open(actsStore).at(act.id) }
  type Asked = Result<{ write: { teacher?: Teacher; act?: typeof act }; reply: Teacher }, Code | 'TEACHER_NOT_FOUND'>
  const changed = await database.together(refs, ({ teacher }): Asked => {
    if (teacher && !within(teacher.branchId)) return refused('TEACHER_NOT_FOUND')
    const ruled = rule(teacher)
    if (!ruled.ok) return ruled
    const { name: about, branchId } = ruled.data
    if (ruled.data === teacher) return done({ write: {}, reply: teacher })
    return done({ write: { teacher: ruled.data, act: { ...act, about, branchId } }, reply: ruled.data })
  })
  if (!changed.ok) return changed
  const [row] = await rowsOf([changed.data], { database, now })
  return row ? done(row) : refused('TEACHER_NOT_FOUND')
}

export const teachers: Handlers<'teachers'> = {
  list: async ({ after }, { database, keys, now, within }) => {
    const found: Teacher[] = []
    let next: string | null = after === undefined ? null : readHidden(keys, CURSOR, after)
    do {
      const page: Page<Teacher> = await database
        .open(teachersStore)
        .find({ index: 'byBranch', limit: MOST_ROWS, ...(next && { after: next }) })
      found.push(...page.rows.filter(({ branchId }) => within(branchId)))
      next = page.next
    } while (next && found.length < ENOUGH)
    return done({ rows: await rowsOf(found, { database, now }), next: next && hideCursor(keys, CURSOR, next) })
  },

  save: ({ teacherId, revision, name, about }, context) =>
    change(teacherId, 'teacher-saved', context, (teacher) =>
      save(teacher, { id: teacherId, branchId: context.branchId, revision, name, about }),
    ),

  appeal: ({ teacherId, words }, context) =>
    change(teacherId, 'teacher-appealed', context, (teacher) =>
      teacher ? appeal(teacher, words, context.now) : refused('TEACHER_NOT_FOUND'),
    ),

  decide: ({ teacherId, stays, why }, context) =>
    change(teacherId, stays ? 'teacher-stays' : 'teacher-out', context, (teacher) =>
      teacher ? decide(teacher, { stays, why }, context.now) : refused('TEACHER_NOT_FOUND'),
    ),
}
