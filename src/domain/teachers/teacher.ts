import { meanOf, NOTHING, plusSum, type Sum } from '../ratings/count'
import { FEWEST_RATINGS } from '../ratings/words'
import { done, type Result, refused } from '../result'
import { dayOf, daysLater } from '../time'
import type { Standing } from './words'

/** What ten people at least said together, and the day it came to be counted. */
export type Cell = Sum & { day: string }

/**
 * `cells` are what counts: each is ten people's at least, so that no two means that are ever shown differ by fewer. `pool`
 * gathers what is left over of small events, since `pooledSince`, until it is ten people's as well. From `judgedFrom` on what
 * is said counts for the rule: what was decided on once is not held against anybody again. `revision` grows with what is said about them.
 */
export type Teacher = {
  id: string
  branchId: string
  name: string
  about: string
  revision: number
  cells: Cell[]
  pool: Sum
  pooledSince: string
  judgedFrom: string
  standing: Standing
  toldAt: string
  appealUntil: string
  appeal: string
  decidedFor: string
}

type About = Pick<Teacher, 'name' | 'about'>

const begin = (id: string, branchId: string, said: About): Teacher => ({
  ...{ id, branchId, name: said.name, about: said.about, revision: 1, cells: [], pool: NOTHING, pooledSince: '' },
  ...{ judgedFrom: '', standing: 'asked', toldAt: '', appealUntil: '', appeal: '', decidedFor: '' },
})

/** A new one, or another word about one that is there. Sent again it is the same. */
export function save(
  before: Teacher | undefined,
  { id, branchId, revision, ...said }: About & Pick<Teacher, 'id' | 'branchId' | 'revision'>,
): Result<Teacher, 'TEACHER_NOT_FOUND' | 'TEACHER_CHANGED'> {
  if (!before) return revision === 0 ? done(begin(id, branchId, said)) : refused('TEACHER_NOT_FOUND')
  if (before.revision === revision) return done({ ...before, ...said, revision: revision + 1 })
  const isSame = before.revision === revision + 1 && before.name === said.name && before.about === said.about
  return isSame ? done(before) : refused('TEACHER_CHANGED')
}

const A_YEAR = 365
const yearBefore = (now: Date) => dayOf(daysLater(now, -A_YEAR))

/** What was said in the last twelve months; nothing where that is fewer than ten people. */
export function ratingOf({ cells }: Pick<Teacher, 'cells'>, now: Date): { count: number; mean: number } | null {
  const sum = sumSince(cells, yearBefore(now))
  return sum.count < FEWEST_RATINGS ? null : { count: sum.count, mean: meanOf(sum) }
}

const sumSince = (cells: readonly Cell[], day: string): Sum =>
  cells.filter((cell) => cell.day > day).reduce<Sum>((all, { count, sum }) => plusSum(all, { count, sum }), NOTHING)

/** What the rule goes by: of the last twelve months, and since it was last decided. */
export const judgedOf = ({ cells, judgedFrom }: Pick<Teacher, 'cells' | 'judgedFrom'>, now: Date): Sum => {
  const year = yearBefore(now)
  return sumSince(cells, judgedFrom > year ? judgedFrom : year)
}

/** What came to be shown of one event. */
export function hear<T extends Teacher>(teacher: T, { count, sum }: Sum, now: Date): T {
  if (count === 0) return teacher
  const year = yearBefore(now)
  return { ...teacher, cells: [...teacher.cells.filter(({ day }) => day > year), { day: dayOf(now), count, sum }] }
}

/** What is left of an event that nothing more is said of. With the rest of others it is heard once it is ten people's. */
export function gather<T extends Teacher>(teacher: T, rest: Sum, now: Date): T {
  if (rest.count === 0) return teacher
  const isOld = teacher.pooledSince !== '' && teacher.pooledSince <= yearBefore(now)
  const pool = plusSum(isOld ? NOTHING : teacher.pool, rest)
  const pooledSince = isOld || teacher.pooledSince === '' ? dayOf(now) : teacher.pooledSince
  if (pool.count < FEWEST_RATINGS) return { ...teacher, pool, pooledSince }
  return { ...hear(teacher, pool, now), pool: NOTHING, pooledSince: '' }
}
