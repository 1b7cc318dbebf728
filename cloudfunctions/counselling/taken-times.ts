import { isoWeekOf } from '../../src/domain/bookings/weeks'
import { daysLater, minutesLater } from '../../src/domain/time'
import { standing } from '../../src/domain/timetables/slots'
import { type Database, MOST_IDS, MOST_ROWS } from '../_kit/database'
import { type CounsellorWeek, counsellorWeeksStore } from './bookings-store'

/** What stands just before, or just after a session that begins last, may still keep its buffer: none is longer. */
const LONGEST_BUFFER = 60
const LONGEST_SESSION = 180

type Interval = CounsellorWeek['taken'][number]

function weeksOf({ from, until }: { from: Date; until: Date }): string[] {
  const weeks = new Set<string>()
  for (let at = minutesLater(from, -LONGEST_BUFFER); at < until; at = daysLater(at, 7)) weeks.add(isoWeekOf(at))
  return [...weeks.add(isoWeekOf(minutesLater(until, LONGEST_SESSION + LONGEST_BUFFER)))]
}

/** What stands and is held of each of these counsellors in a time: a document for each of its weeks, where there is one. */
export async function takenOf(
  staffIds: readonly string[],
  time: { from: Date; until: Date },
  database: Database,
): Promise<(staffId: string) => Interval[]> {
  const ids = staffIds.flatMap((staffId) => weeksOf(time).map((week) => `${staffId}.${week}`))
  const pages = Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, page) =>
    database.open(counsellorWeeksStore).getMany(ids.slice(page * MOST_IDS, (page + 1) * MOST_IDS)),
  )
  const taken = new Map<string, Interval[]>()
  for (const week of (await Promise.all(pages)).flat())
    taken.set(week.staffId, [...(taken.get(week.staffId) ?? []), ...week.taken])
  return (staffId) => taken.get(staffId) ?? []
}

/** What stands from now on, however far ahead; what is only kept for whoever waits is nobody's yet. */
export async function standingOf(staffIds: readonly string[], database: Database, now: Date) {
  const weeks = database.open(counsellorWeeksStore)
  const pages = staffIds.map((staffId) =>
    weeks.find({ index: 'byStaff', where: { staffId }, range: { from: now.toISOString() }, limit: MOST_ROWS }),
  )
  const taken = (await Promise.all(pages)).flatMap(({ rows }) => rows)
  return (staffId: string) =>
    taken
      .filter((week) => week.staffId === staffId)
      .flatMap((week) => standing(week.taken, now))
      .filter(({ passOnAt, until }) => passOnAt === '' && new Date(until) > now)
}
