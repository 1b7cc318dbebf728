import type { Crew } from '../../src/domain/duty/call'
import { onDuty, type Shift } from '../../src/domain/duty/shift'
import { minutesLater } from '../../src/domain/time'
import { type Database, MOST_ROWS } from '../_kit/database'
import { headsStore, shiftsStore } from './store'
import { colleagues, isAtWork, isSupervisor } from './supervisors'

/** The longest shift that can be made, so that one under way is found by its start. */
const LONGEST_SHIFT_MINUTES = 24 * 60
/** How many shifts ahead are looked at for one of somebody who is still here. */
const A_FEW = 10

/** Whether a shift from one instant to the other can be made at all. */
export const isShiftLength = (from: Date, until: Date) =>
  until > from && until <= minutesLater(from, LONGEST_SHIFT_MINUTES)

/** Every shift under way at some instant from `from` up to `to`. */
export async function shiftsBetween(from: Date, to: Date, database: Database): Promise<Shift[]> {
  const shifts: Shift[] = []
  const range = {
    from: minutesLater(from, -LONGEST_SHIFT_MINUTES).toISOString(),
    before: new Date(to.getTime() + 1).toISOString(),
  }
  let after: string | null = null
  do {
    const page: { rows: Shift[]; next: string | null } = await database
      .open(shiftsStore)
      .find({ index: 'byStart', range, limit: MOST_ROWS, ...(after && { after }) })
    shifts.push(...page.rows.filter(({ until }) => Date.parse(until) > from.getTime()))
    after = page.next
  } while (after)
  return shifts
}

export const headOf = async (database: Database) => database.open(headsStore).get('head')

/** Who is there for calls: at any instant asked about, who heads them now, and who everybody is. */
export type Watch = {
  at: (instant: Date) => Crew
  /** Empty where no head is named, or the one who was has left: then what is the head's is everybody's. */
  head: string
  isAtWork: (staffId: string) => boolean
  nameOf: (staffId: string) => string
}

/** From `since` until now; without it only who is at work counts. `others`: whoever else is asked about. */
export async function watchSince(
  since: Date | undefined,
  others: readonly string[],
  { database, now }: { database: Database; now: Date },
): Promise<Watch> {
  const [shifts, head] = await Promise.all([since ? shiftsBetween(since, now, database) : [], headOf(database)])
  const named = head?.staffId ?? ''
  const known = await colleagues([named, ...shifts.map(({ staffId }) => staffId), ...others], database)
  const here = (staffId: string) => {
    const one = known.get(staffId)
    return one !== undefined && isAtWork(one)
  }
  const canAnswer = (staffId: string) => {
    const one = known.get(staffId)
    return one !== undefined && isSupervisor(one)
  }
  const current = here(named) ? named : ''
  return {
    at: (instant) => ({
      duty: [...new Set(onDuty(shifts, instant).map(({ staffId }) => staffId))].filter(canAnswer),
      head: current,
    }),
    head: current,
    isAtWork: here,
    nameOf: (staffId) => known.get(staffId)?.name ?? '',
  }
}

/** The truth about now, as it is told to anybody who asks: whoever is in the rota but never joined can answer nobody. */
export async function dutyNow(now: Date, database: Database) {
  const [around, ahead] = await Promise.all([
    shiftsBetween(now, now, database),
    database
      .open(shiftsStore)
      .find({ index: 'byStart', range: { from: new Date(now.getTime() + 1).toISOString() }, limit: A_FEW }),
  ])
  const known = await colleagues(
    [...around, ...ahead.rows].map(({ staffId }) => staffId),
    database,
  )
  const theirs = ({ staffId }: Shift) => {
    const one = known.get(staffId)
    return one !== undefined && isSupervisor(one)
  }
  return { onDuty: onDuty(around, now).some(theirs), nextAt: ahead.rows.find(theirs)?.from ?? null }
}
