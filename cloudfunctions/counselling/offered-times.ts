import { endOfWeek } from '../../src/domain/bookings/weeks'
import { workedAs } from '../../src/domain/calendar/china'
import { isOffered, type Profile } from '../../src/domain/counsellors/counsellor'
import { minutesLater } from '../../src/domain/time'
import { freeSlots, inModes } from '../../src/domain/timetables/slots'
import type { Slot, Timetable } from '../../src/domain/timetables/timetable'
import { type Database, MOST_ROWS } from '../_kit/database'
import { counsellorWeeksStore } from './bookings-store'
import { counsellorsStore, timetablesStore } from './counsellors-store'

type Around = { database: Database; now: Date }

/** A counsellor whom people can book now. */
export type Offering = { staffId: string; profile: Profile; timetable: Timetable }

/** undefined where they are not there, take nobody for now, or were never let out. */
export async function offeringOf(staffId: string, { database, now }: Around): Promise<Offering | undefined> {
  const counsellor = await database.open(counsellorsStore).get(staffId)
  if (!counsellor || !isOffered(counsellor, now)) return undefined
  const timetable = await database.open(timetablesStore).get(staffId)
  return timetable && { staffId, profile: counsellor.live, timetable }
}

/** What stands in the weeks that end after `from`, up to the one in which `until` lies. */
export async function takenBetween(staffId: string, from: Date, until: Date, { database }: Pick<Around, 'database'>) {
  const range = { from: from.toISOString(), before: minutesLater(new Date(endOfWeek(until)), 1).toISOString() }
  const { rows } = await database
    .open(counsellorWeeksStore)
    .find({ index: 'byStaff', where: { staffId }, range, limit: MOST_ROWS })
  return rows.flatMap(({ taken }) => taken)
}

/** How much later than the horizon a series may go on. */
type Wider = { days?: number; without?: string }

/** The slots among these starts that can be booked now. */
export async function slotsAt(
  { staffId, profile, timetable }: Offering,
  starts: readonly string[],
  around: Around,
  { days = 0, without }: Wider = {},
): Promise<Slot[]> {
  const instants = starts.map((start) => Date.parse(start))
  const between = { from: new Date(Math.min(...instants)), until: minutesLater(new Date(Math.max(...instants)), 1) }
  const taken = await takenBetween(
    staffId,
    minutesLater(between.from, -timetable.bufferMinutes),
    between.until,
    around,
  )
  const wider = { ...timetable, horizonDays: timetable.horizonDays + days }
  const standing = taken.filter(({ bookingId }) => bookingId !== without)
  const free = freeSlots(wider, standing, workedAs, around.now, between)
  return inModes(free, profile.modes).filter(({ from }) => starts.includes(from))
}
