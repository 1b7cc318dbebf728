import { nanoid } from 'nanoid'
import { done } from '../../src/domain/result'
import { isUnder, tell } from '../../src/domain/teachers/exit'
import type { Teacher } from '../../src/domain/teachers/teacher'
import { actsStore } from '../_kit/acts'
import { MOST_ROWS, type Page } from '../_kit/database'
import type { JobContext } from '../_kit/job'
import { teachersStore } from './teachers-store'

type Around = Pick<JobContext, 'database' | 'now' | 'timeLeft'>

/** Whoever comes under the published rule is told, and it is written down with the rest of what is decided about them. */
export async function tellTeachers(around: Around): Promise<number> {
  const { database, now, timeLeft } = around
  let told = 0
  let after: string | null = null
  do {
    const page: Page<Teacher> = await database
      .open(teachersStore)
      .find({ index: 'byStanding', where: { standing: 'asked' }, limit: MOST_ROWS, ...(after && { after }) })
    for (const teacher of page.rows) {
      if (!timeLeft()) return told
      if (isUnder(teacher, now) && (await tellOne(teacher, around))) told++
    }
    after = page.next
  } while (after && timeLeft())
  return told
}

async function tellOne({ id }: Teacher, { database, now }: Around): Promise<boolean> {
  const actId = nanoid()
  const refs = { teacher: database.open(teachersStore).at(id), act: database.open(actsStore).at(actId) }
  const answered = await database.together(refs, ({ teacher }) => {
    const told = teacher && tell(teacher, now)
    if (!told?.ok) return done({ write: {}, reply: false })
    const { name, branchId } = told.data
    const act = { id: actId, at: now.toISOString(), by: 'clock', byName: '定时任务', about: name, branchId }
    return done({ write: { teacher: told.data, act: { ...act, what: 'teacher-told' as const } }, reply: true })
  })
  return answered.ok && answered.data
}
