import type { Event } from '../../src/domain/events/event'
import { holderOf } from '../../src/domain/signups/signup'
import type { Pool } from '../../src/domain/signups/words'
import { minutesLater } from '../../src/domain/time'
import { MOST_ROWS, type Page } from '../_kit/database'
import type { JobContext } from '../_kit/job'
import { eventsStore } from './events-store'
import { finish } from './finish'
import { refillSeats } from './refill'
import { giveBackHold, heldBy, holdsOf } from './seats'
import { type Seats, seatsStore } from './seats-store'
import { lapseOffer } from './sign-up'
import { type StoredSignup, signupsStore } from './signups-store'

type Around = Pick<JobContext, 'database' | 'now' | 'timeLeft'>
/** As announced; undefined where it is gone. */
export type EventOf = (eventId: string) => Promise<Event | undefined>

/** Whoever is at work at the seats now is left alone for so long. */
const AT_WORK_MINUTES = 1

const each = async <T>(rows: readonly T[], { timeLeft }: Around, work: (row: T) => Promise<unknown>) => {
  let amount = 0
  const faults: unknown[] = []
  for (const row of rows) {
    if (!timeLeft()) break
    try {
      await work(row)
      amount++
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return amount
}

/** What was cut off half-way at the seats. */
export async function finishHalfway(eventOf: EventOf, around: Around): Promise<number> {
  const before = minutesLater(around.now, -AT_WORK_MINUTES).toISOString()
  const { rows } = await around.database
    .open(signupsStore)
    .find({ index: 'byUnsettled', range: { from: '0', before }, limit: MOST_ROWS })
  return each(rows, around, async (signup) => {
    const event = await eventOf(signup.eventId)
    if (event) await finish(signup, event, around)
  })
}

/** Offers that nobody answered: the seat goes to the next. */
export async function lapseOffers(eventOf: EventOf, around: Around): Promise<number> {
  const before = new Date(around.now.getTime() + 1).toISOString()
  const { rows } = await around.database
    .open(signupsStore)
    .find({ index: 'byOffer', where: { state: 'offered' }, range: { before }, limit: MOST_ROWS })
  return each(rows, around, async (signup) => {
    const event = await eventOf(signup.eventId)
    if (event) await lapseOffer(signup, event, around)
  })
}

/** Of the events that are announced and not over, those that end first. */
const seatsAhead = async ({ database, now }: Around): Promise<Seats[]> => {
  const { rows } = await database
    .open(eventsStore)
    .find({ index: 'byState', where: { state: 'announced' }, range: { from: now.toISOString() }, limit: MOST_ROWS })
  return database.open(seatsStore).getMany(rows.filter(({ capacity }) => capacity > 0).map(({ id }) => id))
}

/** Offers what lies there, opens shares at their instant. */
export async function refillAll(eventOf: EventOf, around: Around): Promise<number> {
  let asked = 0
  await each(await seatsAhead(around), around, async ({ id }) => {
    const event = await eventOf(id)
    if (event) asked += (await refillSeats(event, around)).length
  })
  return asked
}

/** A seat whose ticket is no more, because the person destroyed it, is given back. */
export async function freeLostSeats(around: Around): Promise<number> {
  let freed = 0
  await each(await seatsAhead(around), around, async (seats) => {
    const known = await knownHolds(seats.id, around)
    for (const { pool, holder } of holdsOf(seats)) {
      if (known.has(`${pool} ${holder}`) || !(await isLost(pool, holder, around))) continue
      await giveBackHold(seats.id, pool, holder, around)
      freed++
    }
  })
  return freed
}

const holding = ['seated', 'offered', 'came', 'missed'] as const

async function knownHolds(eventId: string, { database }: Around): Promise<Set<string>> {
  const known = new Set<string>()
  for (const state of holding) {
    let after: string | null = null
    do {
      const page: Page<StoredSignup> = await database
        .open(signupsStore)
        .find({ index: 'inTurn', where: { eventId, state }, limit: MOST_ROWS, ...(after && { after }) })
      for (const one of page.rows)
        for (const { pool, places } of one.held) known.add(`${pool} ${holderOf(one, places)}`)
      after = page.next
    } while (after)
  }
  return known
}

/** Not where work is under way for its ticket: that knows what it took. */
async function isLost(pool: Pool, holder: string, { database }: Around): Promise<boolean> {
  const { ticketId } = heldBy(holder)
  const { rows } = await database.open(signupsStore).find({ index: 'byTicket', where: { ticketId }, limit: 1 })
  const [signup] = rows
  if (!signup) return true
  const isHeld = signup.held.some((one) => one.pool === pool && holderOf(signup, one.places) === holder)
  return signup.unsettled === '' && !isHeld
}
