import * as z from 'zod'
import { ratingOf, type Teacher } from '../../src/domain/teachers/teacher'
import { standings } from '../../src/domain/teachers/words'
import type { Database } from '../_kit/database'
import { declare } from '../_kit/declaration'

const sum = { count: z.number(), sum: z.number() }

export const teachersStore = declare<Teacher>({
  name: 'teachers',
  title: '活动老师',
  about: '给活动讲课、带团体的老师：姓名、介绍、评价的汇总（每一份至少十人）和是否继续排课；不含谁评的',
  schema: z.strictObject({
    id: z.string(),
    branchId: z.string(),
    name: z.string(),
    about: z.string(),
    revision: z.number(),
    cells: z.array(z.strictObject({ day: z.string(), ...sum })),
    pool: z.strictObject(sum),
    pooledSince: z.string(),
    judgedFrom: z.string(),
    standing: z.enum(standings),
    toldAt: z.string(),
    appealUntil: z.string(),
    appeal: z.string(),
    decidedFor: z.string(),
  }),
  indexes: { byBranch: ['branchId'], byStanding: ['standing'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '老师的介绍和排课决定，长期保留' },
})

export const teacherKnown = (teacherId: string, database: Database) => database.open(teachersStore).get(teacherId)

/** As people see whoever holds an event; null where nobody does. */
export async function teacherShown(teacherId: string, { database, now }: { database: Database; now: Date }) {
  const teacher = teacherId === '' ? undefined : await teacherKnown(teacherId, database)
  return teacher ? { id: teacher.id, name: teacher.name, about: teacher.about, rating: ratingOf(teacher, now) } : null
}
