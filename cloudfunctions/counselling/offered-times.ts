import { workedAs } from '../../src/domain/calendar/china'
import { minutesLater } from '../../src/domain/time'
import { freeSlots, inModes } from '../../src/domain/timetables/slots'
import type { Slot } from '../../src/domain/timetables/timetable'
import type { Database } from '../_kit/database'
import type { Offered } from './offered'
import { takenOf } from './taken-times'

type Around = { database: Database; now: Date }

/** How much later than the horizon a series may go on. */
type Wider = { days?: number; without?: string }

/** The slots among these starts that can be booked now. */
export async function slotsAt(
  { counsellor: { staffId, live }, timetable }: Offered,
  starts: readonly string[],
  around: Around,
  { days = 0, without }: Wider = {},
): Promise<Slot[]> {
  const instants = starts.map((start) => Date.parse(start))
  const between = { from: new Date(Math.min(...instants)), until: minutesLater(new Date(Math.max(...instants)), 1) }
  const taken = (await takenOf([staffId], between, around.database))(staffId)
  const wider = { ...timetable, horizonDays: timetable.horizonDays + days }
  const standing = taken.filter(({ bookingId }) => bookingId !== without)
  const free = freeSlots(wider, standing, workedAs, around.now, between)
  return inModes(free, live.modes).filter(({ from }) => starts.includes(from))
}
