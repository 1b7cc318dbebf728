import type { Output } from '../../src/contract'
import type { EventCard } from '../../src/contract/events'
import { standOf } from '../../src/domain/events/stand'
import { LONGEST_DAYS, timeIn } from '../../src/domain/events/times'
import { daysLater, monthOf, startOfHour } from '../../src/domain/time'
import { type Database, MOST_IDS, MOST_ROWS, type Page } from '../_kit/database'
import { branchNames } from '../people/open'
import { eventsStore, type StoredEvent } from './events-store'
import { namesOfTeachers } from './names-of-teachers'
import { leftOf } from './seats'
import { type Seats, seatsStore } from './seats-store'
import { signupsStore } from './signups-store'

type Around = { database: Database; now: Date }

/** Seats for whoever comes now. What was given back is for the line, a share for those whose it is. */
const leftFor = (event: StoredEvent, seats: Seats | undefined): number | null => {
  if (event.capacity === 0 || event.way === 'draw' || !seats) return null
  const { open, shift, newcomer } = leftOf(seats)
  return open + shift + newcomer
}

export function cardOf(
  event: StoredEvent,
  seats: Seats | undefined,
  names: { branch: (id: string) => string; teacher: (id: string) => string },
  now: Date,
): EventCard {
  const { id, kind, title, theme, times, way, audience, capacity, shares, relatives, opensAt, closesAt } = event
  const left = leftFor(event, seats)
  return {
    ...{ id, kind, title, theme, times, way, audience, capacity, shares, relatives, opensAt, closesAt, left },
    branchName: names.branch(event.branchId),
    where: event.place,
    stand: standOf(event, left, now),
    waiting: null,
    teacherName: names.teacher(event.teacherId),
  }
}

const seatsOf = async (events: readonly StoredEvent[], database: Database) => {
  const counted = events.filter(({ capacity, state }) => capacity > 0 && state === 'announced').map(({ id }) => id)
  const found: Seats[] = []
  for (let from = 0; from < counted.length; from += MOST_IDS)
    found.push(...(await database.open(seatsStore).getMany(counted.slice(from, from + MOST_IDS))))
  return new Map(found.map((seats) => [seats.id, seats]))
}

/** As everybody sees them, in the order they were given. */
export async function cardsOf(events: readonly StoredEvent[], { database, now }: Around): Promise<EventCard[]> {
  const [seats, branch, teacher] = await Promise.all([
    seatsOf(events, database),
    branchNames(
      events.map(({ branchId }) => branchId),
      database,
    ),
    namesOfTeachers(
      events.map(({ teacherId }) => teacherId),
      database,
    ),
  ])
  return events.map((event) => cardOf(event, seats.get(event.id), { branch, teacher }, now))
}

/** What has a time in the month. One that began long before may have one too, so it is looked for as far back as one lasts. */
export async function eventsIn(month: string, database: Database): Promise<StoredEvent[]> {
  const first = startOfHour(`${month}-01T00`)
  if (!first) return []
  const from = daysLater(first, -LONGEST_DAYS).toISOString()
  const found: StoredEvent[] = []
  let after: string | null = null
  do {
    const page: Page<StoredEvent> = await database.open(eventsStore).find({
      index: 'byBegin',
      where: { shown: true },
      range: { from, before: startOfNext(month) },
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    found.push(...page.rows.filter((event) => timeIn(event, month)))
    after = page.next
  } while (after)
  const at = (event: StoredEvent) => timeIn(event, month)?.from ?? ''
  return found.sort((one, other) => (at(one) < at(other) ? -1 : 1))
}

/** The instant at which the next month of Shanghai time begins. */
const startOfNext = (month: string) => {
  const late = daysLater(startOfHour(`${month}-28T00`) ?? new Date(Number.NaN), 4)
  return startOfHour(`${monthOf(late)}-01T00`)?.toISOString() ?? ''
}

/** Places that are taken or asked for, and people in the line; never who. */
export async function countsOf(
  event: StoredEvent,
  { database }: Pick<Around, 'database'>,
): Promise<NonNullable<Output<'programme', 'open'>['counts']>> {
  const signups = database.open(signupsStore)
  const inState = (state: string) => signups.count({ index: 'inTurn', where: { eventId: event.id, state } })
  const [seated, waiting, entered, came] = await Promise.all(['seated', 'waiting', 'entered', 'came'].map(inState))
  return { seated: seated ?? 0, waiting: waiting ?? 0, entered: entered ?? 0, came: came ?? 0 }
}

export const waitingAt = (eventId: string, { database }: Pick<Around, 'database'>) =>
  database.open(signupsStore).count({ index: 'inTurn', where: { eventId, state: 'waiting' } })
