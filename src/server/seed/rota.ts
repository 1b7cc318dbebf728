import type { Head } from '../../../cloudfunctions/duty/store'
import type { Shift } from '../../domain/duty/shift'
import { minutesLater } from '../../domain/time'
import { supervisors } from './people'

const HOURS = 60
const SHIFT_HOURS = 8
const DAYS = 14

/** For two weeks from the hour in which the house is opened: one, then the other, then for eight hours nobody. */
export function seedShifts(begunAt: string): Shift[] {
  const first = new Date(begunAt)
  first.setUTCMinutes(0, 0, 0)
  return Array.from({ length: DAYS }).flatMap((_, day) =>
    supervisors.slice(0, 2).map(({ staffId, name }, place) => {
      const from = minutesLater(first, (day * 24 + place * SHIFT_HOURS) * HOURS)
      const until = minutesLater(from, SHIFT_HOURS * HOURS)
      const id = `seed-shift-${day}-${place}`
      return { id, staffId, name, from: from.toISOString(), until: until.toISOString() }
    }),
  )
}

export function seedHead(begunAt: string): Head {
  const [first] = supervisors
  if (!first) throw new Error('nobody to head those on duty')
  return { id: 'head', ...first, since: begunAt }
}
