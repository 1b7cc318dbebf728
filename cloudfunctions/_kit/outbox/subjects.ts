import type { SubjectKind } from '../../../src/domain/notices/words'
import type { Database } from '../database'
import type { JobContext } from '../job'
import type { StoredNotice } from './store'

/** Whether what a notice speaks of is still as it was then. */
export type StillTrue = (
  notice: Pick<StoredNotice, 'subjectId' | 'revision' | 'kind' | 'personId' | 'appointmentAt'>,
  around: { database: Database; now: Date },
) => Promise<boolean>

/** One for each kind of subject that anything plans notices of. */
export type Subjects = Partial<Record<SubjectKind, StillTrue>>

export type IsTrue = (notice: StoredNotice) => Promise<boolean>

/** Throws for a kind that nobody answers for: silence would be taken for yes. */
export const askedOf =
  (subjects: Subjects, context: JobContext): IsTrue =>
  (notice) => {
    const stillTrue = subjects[notice.subjectKind]
    if (!stillTrue) throw new Error(`nobody answers for a ${notice.subjectKind}`)
    return stillTrue(notice, context)
  }
