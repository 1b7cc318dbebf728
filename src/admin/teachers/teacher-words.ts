import type { TeacherRow } from '../../contract/teachers'
import type { Standing } from '../../domain/teachers/words'
import { dayOf } from '../../domain/time'

export const standingNames: Record<Standing, string> = {
  asked: '照常排课',
  told: '已告知，可以申诉',
  appealed: '申诉中',
  out: '不再排课',
}

type Rated = Pick<TeacherRow, 'rating'>

/** From ten on; before that nobody can tell who it was. */
export const ratingSaid = ({ rating }: Rated): string =>
  rating === null ? '还不到十份' : `${rating.mean.toFixed(1)}（${rating.count} 份）`

type Stands = Pick<TeacherRow, 'standing' | 'appealUntil' | 'decidedFor'>

/** How they stand, and until when something can be said to it. */
export const standingSaid = ({ standing, appealUntil, decidedFor }: Stands): string => {
  if (standing === 'told' && appealUntil) return `${standingNames.told}，到 ${dayOf(appealUntil)}`
  return decidedFor === '' ? standingNames[standing] : `${standingNames[standing]}（${decidedFor}）`
}
