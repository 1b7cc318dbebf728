import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysLater } from '../time'
import { gather, hear, ratingOf, save, type Teacher } from './teacher'

const now = new Date('2026-03-10T02:00:00.000Z')
const said = { id: 'teacher', branchId: 'city', revision: 0, name: '周老师', about: '带曼陀罗绘画' }
const newTeacher = (more: Partial<Teacher> = {}): Teacher => {
  const saved = save(undefined, said)
  if (!saved.ok) throw new Error(saved.code)
  return { ...saved.data, ...more }
}

describe('what is said about a teacher', () => {
  it('is written once, and anew by whoever has read it as it stands', () => {
    const teacher = newTeacher()
    expect(teacher).toMatchObject({ revision: 1, standing: 'asked', cells: [] })
    expect(save(teacher, said)).toEqual({ ok: true, data: teacher })
    expect(save(teacher, { ...said, about: '别的' })).toMatchObject({ code: 'TEACHER_CHANGED' })
    expect(save(teacher, { ...said, revision: 1, about: '别的' })).toMatchObject({
      data: { about: '别的', revision: 2 },
    })
    expect(save(undefined, { ...said, revision: 3 })).toMatchObject({ code: 'TEACHER_NOT_FOUND' })
  })
})

describe('a teacher’s mean', () => {
  it('is of the last twelve months', () => {
    const teacher = hear(newTeacher(), { count: 10, sum: 45 }, now)
    expect(ratingOf(teacher, now)).toEqual({ count: 10, mean: 4.5 })
    expect(ratingOf(teacher, daysLater(now, 364))).toEqual({ count: 10, mean: 4.5 })
    expect(ratingOf(teacher, daysLater(now, 365))).toBeNull()
    expect(hear(teacher, { count: 12, sum: 30 }, daysLater(now, 400)).cells).toHaveLength(1)
  })
  it('hears what is left of small events once it is ten people’s', () => {
    const few = gather(newTeacher(), { count: 6, sum: 18 }, now)
    expect(ratingOf(few, now)).toBeNull()
    const enough = gather(few, { count: 4, sum: 20 }, daysLater(now, 30))
    expect(ratingOf(enough, daysLater(now, 30))).toEqual({ count: 10, mean: 3.8 })
    expect(enough).toMatchObject({ pool: { count: 0, sum: 0 }, pooledSince: '' })
  })
  it('forgets what was left over more than a year ago', () => {
    const few = gather(newTeacher(), { count: 9, sum: 9 }, now)
    const later = daysLater(now, 365)
    const next = gather(few, { count: 3, sum: 15 }, later)
    expect(next.pool).toEqual({ count: 3, sum: 15 })
    expect(gather(next, { count: 7, sum: 35 }, later).cells).toEqual([{ day: '2027-03-10', count: 10, sum: 50 }])
  })
  it('whatever events there were, no two that are shown differ by fewer than ten people, and none is counted twice', () => {
    const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(events, (all) => {
        let teacher = newTeacher()
        let given = 0
        for (const [shown, rest] of all) {
          const fresh = shown < 10 ? 0 : shown
          given += fresh + rest
          for (const step of [
            (one: Teacher) => hear(one, { count: fresh, sum: fresh }, now),
            (one: Teacher) => gather(one, { count: rest, sum: rest }, now),
          ]) {
            const before = ratingOf(teacher, now)?.count ?? 0
            teacher = step(teacher)
            const after = ratingOf(teacher, now)?.count ?? 0
            expect(after === before || after - before >= 10).toBe(true)
          }
          expect((ratingOf(teacher, now)?.count ?? 0) + teacher.pool.count).toBe(given)
        }
      }),
    )
  })
})
