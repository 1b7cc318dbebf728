import { teachersStore } from '../../cloudfunctions/events/teachers-store'
import { save, type Teacher } from '../../src/domain/teachers/teacher'
import type { House } from './open-house'

/** A teacher as a host wrote them down. */
export async function keepTeacher({ database }: Pick<House, 'database'>, more: Partial<Teacher> & { id: string }) {
  const saved = save(undefined, { id: more.id, branchId: 'city', revision: 0, name: '周老师', about: '带曼陀罗绘画' })
  if (!saved.ok) throw new Error(saved.code)
  const teacher: Teacher = { ...saved.data, ...more }
  await database.open(teachersStore).insert(teacher)
  return teacher
}
