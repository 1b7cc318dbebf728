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

type Stands = Pick<TeacherRow, 'standing' | 'appealUntil'>

/** The days there are to answer. */
export const mayAppeal = ({ standing, appealUntil }: Stands, now: Date): boolean =>
  standing === 'told' && appealUntil !== null && now < new Date(appealUntil)

/** Once the teacher has answered or the days are over; whoever is out may be asked again. */
export const isToDecide = (stands: Stands, now: Date): boolean =>
  stands.standing === 'told' ? !mayAppeal(stands, now) : stands.standing !== 'asked'

/** How they stand, and until when something can be said to it. */
export const standingSaid = (stands: Stands, now: Date): string => {
  if (stands.standing !== 'told' || !stands.appealUntil) return standingNames[stands.standing]
  return mayAppeal(stands, now)
    ? `${standingNames.told}，到 ${dayOf(stands.appealUntil)}`
    : '申诉的日子过了，等管理员决定'
}
