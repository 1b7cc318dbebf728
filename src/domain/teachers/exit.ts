import { done, type Result, refused } from '../result'
import { dayOf, daysLater } from '../time'
import { judgedOf, type Teacher } from './teacher'
import { APPEAL_DAYS, LEAST_MEAN, LEAST_RATINGS } from './words'

/** Whoever was told, or has answered, is scheduled until somebody has decided. */
export const isScheduled = ({ standing }: Pick<Teacher, 'standing'>) => standing !== 'out'

/** Enough people have said so little good that the teacher has to know. */
export function isUnder(teacher: Pick<Teacher, 'cells' | 'judgedFrom'>, now: Date): boolean {
  const { count, sum } = judgedOf(teacher, now)
  return count >= LEAST_RATINGS && sum / count < LEAST_MEAN
}

/** By the clock alone: the rule is the same for everybody. */
export function tell<T extends Teacher>(teacher: T, now: Date): Result<T, 'NOTHING_TO_TELL'> {
  if (teacher.standing !== 'asked' || !isUnder(teacher, now)) return refused('NOTHING_TO_TELL')
  const until = daysLater(now, APPEAL_DAYS).toISOString()
  return done({
    ...teacher,
    ...{ standing: 'told' as const, toldAt: now.toISOString(), appealUntil: until, appeal: '', decidedFor: '' },
  })
}

/** Within the days there are. The same words again are the same appeal. */
export function appeal<T extends Teacher>(
  teacher: T,
  words: string,
  now: Date,
): Result<T, 'NOTHING_TO_APPEAL' | 'TOO_LATE_TO_APPEAL'> {
  if (teacher.standing === 'appealed' && teacher.appeal === words) return done(teacher)
  if (teacher.standing !== 'told') return refused('NOTHING_TO_APPEAL')
  if (now >= new Date(teacher.appealUntil)) return refused('TOO_LATE_TO_APPEAL')
  return done({ ...teacher, standing: 'appealed' as const, appeal: words })
}

/** Once the teacher has answered or the days are over. Whoever is out may be asked again; nobody is put out without being told. */
export function decide<T extends Teacher>(
  teacher: T,
  { stays, why }: { stays: boolean; why: string },
  now: Date,
): Result<T, 'NOTHING_TO_DECIDE'> {
  const { standing, decidedFor } = teacher
  if (decidedFor === why && standing === (stays ? 'asked' : 'out')) return done(teacher)
  const isOpen = standing === 'appealed' || (standing === 'told' && now >= new Date(teacher.appealUntil))
  if (!isOpen && !(standing === 'out' && stays)) return refused('NOTHING_TO_DECIDE')
  if (!stays) return done({ ...teacher, standing: 'out' as const, decidedFor: why })
  return done({ ...teacher, standing: 'asked' as const, decidedFor: why, judgedFrom: dayOf(now) })
}
