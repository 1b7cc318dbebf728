import { drawOf, type Entry, listHashOf, listText, resultHashOf, ticketHash } from '../../src/domain/draws/draw'
import type { Event } from '../../src/domain/events/event'
import { endsAt } from '../../src/domain/events/times'
import { done, refused } from '../../src/domain/result'
import { draw } from '../../src/domain/signups/signup'
import { minutesLater } from '../../src/domain/time'
import { MOST_ROWS, type Page } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import { drawsStore, type StoredDraw } from './draws-store'
import { eventsStore, type StoredEvent } from './events-store'
import { refillSeats } from './refill'
import { giveBack, openDirectly, seatsThere, takeAll } from './seats'
import { seedOf } from './secrets'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = Pick<JobContext, 'database' | 'keys' | 'now' | 'timeLeft'>

/** Whoever entered in the last instant has been written down by then. */
export const FIXED_AFTER_MINUTES = 2

/** The list is there for so long before the seed is: whoever likes writes down its hash. */
export const SHOWN_MINUTES = 10

/** Everybody in it, a page after the other. */
async function enteredIn(eventId: string, { database }: Pick<Around, 'database'>): Promise<StoredSignup[]> {
  const entered: StoredSignup[] = []
  let after: string | null = null
  do {
    const page: Page<StoredSignup> = await database
      .open(signupsStore)
      .find({ index: 'inTurn', where: { eventId, state: 'entered' }, limit: MOST_ROWS, ...(after && { after }) })
    entered.push(...page.rows)
    after = page.next
  } while (after)
  return entered
}

const entryOf = ({ ticketId, shares, places }: StoredSignup): Entry => ({ hash: ticketHash(ticketId), shares, places })

/** Fixes the list, once: what stands there first is the list. */
async function fixed(event: Event, entered: readonly StoredSignup[], { database, now }: Around): Promise<StoredDraw> {
  const draws = database.open(drawsStore)
  const known = await draws.get(event.id)
  if (known) return known
  const text = listText(entered.map(entryOf))
  const at = { fixedAt: now.toISOString(), endsAt: endsAt(event) }
  await draws.insert({ id: event.id, text, listHash: listHashOf(text), resultHash: '', drawnAt: '', ...at })
  const stands = await draws.get(event.id)
  if (!stands) throw new Error(`the list of ${event.id} was fixed and is gone`)
  return stands
}

/**
 * Fixes the list of tickets, then draws with the seed that the event was announced with. Cut off anywhere and begun again, also
 * by two at once, it ends in the same: the list is fixed once, the seed never changes, and a seat is taken once by each ticket.
 */
export async function drawEvent(event: Event, around: Around): Promise<boolean> {
  const { database, keys, now } = around
  const entered = await enteredIn(event.id, around)
  const list = await fixed(event, entered, around)
  if (now < minutesLater(new Date(list.fixedAt), SHOWN_MINUTES)) return false
  const drawn = drawOf(seedOf(event.id, keys), list.text, event)
  if (!drawn.ok) throw new Error(`the list of ${event.id} is malformed`)
  await seatsThere(event, around)
  const byHash = new Map(entered.map((signup) => [ticketHash(signup.ticketId), signup]))
  for (const [rank, { hash, held }] of drawn.data.entries()) {
    const signup = byHash.get(hash)
    byHash.delete(hash)
    if (!signup) continue
    if (!around.timeLeft()) return false
    await settle(signup, { held, rank }, event, around)
  }
  // Whoever came to the list in the very instant it was fixed stands behind all who are on it.
  for (const [late, signup] of [...byHash.values()].entries())
    await settle(signup, { held: [], rank: drawn.data.length + late }, event, around)
  await openDirectly(event.id, around)
  const resultHash = resultHashOf(drawn.data)
  const marked = await database
    .open(drawsStore)
    .change(event.id, (one) =>
      one && one.drawnAt === ''
        ? done({ write: { ...one, resultHash, drawnAt: now.toISOString() }, reply: true })
        : refused('DRAWN'),
    )
  await refillSeats(event, around)
  return marked.ok
}

async function settle(
  signup: StoredSignup,
  drawn: Parameters<typeof draw>[1],
  event: Event,
  around: Around,
): Promise<void> {
  if (!(await takeAll(signup, drawn.held, around))) throw new Error(`${event.id}: seats went beside the draw`)
  const settled = await changeSignup(signup, (one) => draw(one, drawn, event, around.now), around)
  if (settled.ok) return
  const now = await around.database.open(signupsStore).get(signup.id)
  const isTheirs = now?.ticketId === signup.ticketId && now.held.length > 0
  if (!isTheirs) await giveBack(signup, drawn.held, around)
}

const drawEvents: Job = {
  name: 'draw-events',
  everyMinutes: 1,
  run: async (context) => {
    const { database, now } = context
    const before = minutesLater(now, -FIXED_AFTER_MINUTES).toISOString()
    const page: Page<StoredEvent> = await database.open(eventsStore).find({
      ...{ index: 'byClose', where: { state: 'announced' }, range: { from: '0', before }, limit: MOST_ROWS },
      order: 'descending',
    })
    const due = page.rows.filter(({ way, beginsAt }) => way === 'draw' && beginsAt > now.toISOString())
    const drawn = new Set(
      (await database.open(drawsStore).getMany(due.map(({ id }) => id))).flatMap(({ id, drawnAt }) =>
        drawnAt ? [id] : [],
      ),
    )
    let amount = 0
    for (const event of due.filter(({ id }) => !drawn.has(id))) {
      if (!context.timeLeft()) break
      if (await drawEvent(event, context)) amount++
    }
    return amount
  },
}

export const drawJobs: readonly Job[] = [drawEvents]
