import { useCallback } from 'react'
import type { Reply } from '../../contract'
import type { TeacherRow } from '../../contract/teachers'
import { api } from '../cloud/api'
import { useRead } from '../cloud/use-read'
import { standingNames } from '../teachers/teacher-words'

/** All of them, page by page: a choice that lacks one is no choice. */
async function allTeachers(): Promise<Reply<TeacherRow[], string>> {
  const rows: TeacherRow[] = []
  let after: string | undefined
  do {
    const reply = await api.teachers.list(after ? { after } : {})
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next ?? undefined
  } while (after)
  return { ok: true, data: rows }
}

/** Whoever is not asked any more can be seen, and not chosen. */
export const useTeachers = () => {
  const call = useCallback(allTeachers, [])
  const read = useRead('teachers to choose', call)
  return [
    { value: '', label: '没有老师' },
    ...(read.data ?? []).map(({ id, name, standing }) => ({
      value: id,
      label: standing === 'asked' ? name : `${name}（${standingNames[standing]}）`,
      disabled: standing === 'out',
    })),
  ]
}
