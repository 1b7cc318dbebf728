import type { Crew } from '../../src/domain/duty/call'
import { nextDutyAt, onDuty, type Shift } from '../../src/domain/duty/shift'
import { daysLater } from '../../src/domain/time'
import { type Database, MOST_ROWS } from '../_kit/database'
import { headsStore, shiftsStore } from './store'

/** The longest shift that can be made, so that one under way is found by its start. Days. */
export const LONGEST_SHIFT_DAYS = 7
/** How far ahead somebody is told when anybody is there next. Days. */
const AHEAD_DAYS = 14

/** Every shift that can count from `from` on for a fortnight. */
export async function shiftsAround(from: Date, database: Database): Promise<Shift[]> {
  const shifts: Shift[] = []
  const range = {
    from: daysLater(from, -LONGEST_SHIFT_DAYS).toISOString(),
    before: daysLater(from, AHEAD_DAYS).toISOString(),
  }
  let after: string | null = null
  do {
    const page: { rows: Shift[]; next: string | null } = await database
      .open(shiftsStore)
      .find({ index: 'byStart', range, limit: MOST_ROWS, ...(after && { after }) })
    shifts.push(...page.rows)
    after = page.next
  } while (after)
  return shifts
}

export const headOf = async (database: Database) => database.open(headsStore).get('head')

/** Who is asked at any instant from `from` on. Without a head nobody is named, and the queue shows it to everybody. */
export async function crewFrom(
  from: Date,
  database: Database,
): Promise<{ at: (instant: Date) => Crew; shifts: Shift[] }> {
  const [shifts, head] = await Promise.all([shiftsAround(from, database), headOf(database)])
  const at = (instant: Date): Crew => ({
    duty: [...new Set(onDuty(shifts, instant).map(({ staffId }) => staffId))],
    head: head?.staffId ?? '',
  })
  return { at, shifts }
}

/** The truth about now, as it is told to anybody who asks. */
export async function dutyNow(now: Date, database: Database) {
  const shifts = await shiftsAround(now, database)
  return { onDuty: onDuty(shifts, now).length > 0, nextAt: nextDutyAt(shifts, now) ?? null }
}
