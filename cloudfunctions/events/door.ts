import { type Door, type Scan, type Truth, truthOf } from '../../src/domain/check-ins/check-in'
import type { Verdict } from '../../src/domain/check-ins/words'
import { done, type Result, refused } from '../../src/domain/result'
import { come } from '../../src/domain/signups/signup'
import { isCode, ticketKeyOf } from '../../src/domain/tickets/code'
import type { Caller } from '../_kit/caller'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { doorKeepersStore, type StoredScan, scansStore } from './doors-store'
import { eventsStore, type StoredEvent } from './events-store'
import { seatedOf } from './seated'
import { doorKeyOf } from './secrets'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = { database: Database; keys: Keys; now: Date }

export const keeperId = (eventId: string, personId: string) => `${eventId}.${personId}`

/** The event, for its hosts and for whoever took a pass for it; to everybody else it must look as if it were not there. */
export async function eventAtTheDoor(
  eventId: string,
  {
    caller,
    database,
    within,
  }: { caller: Caller; database: Database; within: (branchId: string) => string | undefined },
): Promise<Result<StoredEvent, 'EVENT_NOT_FOUND' | 'EVENT_NOT_ANNOUNCED'>> {
  const event = await database.open(eventsStore).get(eventId)
  const mayEnter =
    event && caller.kind === 'employee'
      ? await database.open(doorKeepersStore).get(keeperId(eventId, caller.personId))
      : event && within(event.branchId)
  if (!event || !mayEnter) return refused('EVENT_NOT_FOUND')
  return event.state === 'announced' || event.state === 'held' ? done(event) : refused('EVENT_NOT_ANNOUNCED')
}

export async function scansOf(eventId: string, { database }: Pick<Around, 'database'>): Promise<StoredScan[]> {
  const scans: StoredScan[] = []
  let after: string | null = null
  do {
    const page: Page<StoredScan> = await database
      .open(scansStore)
      .find({ index: 'byEvent', where: { eventId }, limit: MOST_ROWS, ...(after && { after }) })
    scans.push(...page.rows)
    after = page.next
  } while (after)
  return scans
}

type Heard = { id: string; ticketId: string; code: string; at: string; by: StoredScan['by']; device: string }

/** A clock that is ahead is taken for now: nobody comes in the future. */
const notAhead = (at: string, now: Date) => (new Date(at) > now ? now : new Date(at)).toISOString()

/** Keeps each scan as it was, then says what all that are known by now come to. */
export async function mergeScans(
  event: StoredEvent,
  heard: readonly Heard[],
  around: Around,
): Promise<Map<string, Verdict>> {
  const { database, keys, now } = around
  const doorKey = doorKeyOf(event.id, keys)
  const rows = heard.map(({ id, ticketId, code, at, by, device }): StoredScan => {
    const right = by !== 'qr' || isCode(ticketKeyOf(doorKey, ticketId), code, new Date(at))
    const when = { at: notAhead(at, now), receivedAt: now.toISOString(), endsAt: event.endsAt }
    return { id: `${event.id}.${id}`, eventId: event.id, ticketId, by, right, device, ...when }
  })
  await database.open(scansStore).insertMany(rows)
  const seated = await seatedOf(event.id, around)
  const scans = await scansOf(event.id, around)
  const known = doorOf(event, seated)
  const strangers = [...new Set(rows.map(({ ticketId }) => ticketId))].filter((id) => !known.tickets.has(id))
  const others = await ticketsNamed(strangers, around)
  for (const one of others) if (one.eventId === event.id) known.tickets.set(one.ticketId, one)
  const elsewhere = new Set(others.filter(({ eventId }) => eventId !== event.id).map(({ ticketId }) => ticketId))
  const truth = truthOf(scans, { ...known, elsewhere })
  await letIn(seated, truth, around)
  return new Map(heard.map(({ id }) => [id, truth.verdicts.get(`${event.id}.${id}`) ?? 'unknown-ticket']))
}

const doorOf = (
  { times }: StoredEvent,
  seated: readonly StoredSignup[],
): Door & { tickets: Map<string, StoredSignup> } => ({
  times,
  tickets: new Map(seated.map((signup) => [signup.ticketId, signup])),
})

/** Tickets without a seat here, and those of other events. */
async function ticketsNamed(ticketIds: readonly string[], { database }: Around): Promise<StoredSignup[]> {
  const found: StoredSignup[] = []
  for (const ticketId of ticketIds) {
    const { rows } = await database.open(signupsStore).find({ index: 'byTicket', where: { ticketId }, limit: 1 })
    found.push(...rows)
  }
  return found
}

async function letIn(seated: readonly StoredSignup[], truth: Truth, around: Around): Promise<void> {
  for (const signup of seated)
    if (signup.state !== 'came' && truth.came.has(signup.ticketId)) await changeSignup(signup, come, around)
}

/** At which of its times each ticket was there, as all scans say. */
export const cameOf = async (
  event: { id: string; times: StoredEvent['times'] },
  signups: readonly Pick<StoredSignup, 'ticketId' | 'state'>[],
  around: Pick<Around, 'database'>,
): Promise<Truth['came']> => {
  const scans: Scan[] = await scansOf(event.id, around)
  return truthOf(scans, { times: event.times, tickets: new Map(signups.map((one) => [one.ticketId, one])) }).came
}
