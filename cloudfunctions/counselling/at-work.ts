import type { Desk } from '../../src/domain/chats/chat'
import { isOpenAt, promisedAt } from '../../src/domain/chats/promise'
import { AT_ONCE } from '../../src/domain/chats/queue'
import { done } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import type { StaffCaller } from '../_kit/caller'
import { type Database, MOST_ROWS } from '../_kit/database'
import { type Presence, presencesStore } from './chats-store'
import { hoursOf } from './hours'

/** A workbench says at least this often that somebody sits at it; three missed and nobody does. */
const HERE_SECONDS = 90

type Around = { database: Database; now: Date }

/** Those at a workbench in the open hours, whoever has the fewest conversations first, then whoever waits longest. */
export async function atWork({ database, now }: Around): Promise<Presence[]> {
  if (!isOpenAt(hoursOf(), now)) return []
  const { rows } = await database
    .open(presencesStore)
    .find({ index: 'byEnd', range: { from: minutesLater(now, 0).toISOString() }, limit: MOST_ROWS })
  return rows
    .filter(({ until }) => new Date(until) > now)
    .sort((one, other) => one.open - other.open || (one.since < other.since ? -1 : 1))
}

export const deskOf = (present: readonly Presence[], now: Date): Desk => ({
  crew: present.filter(({ open }) => open < AT_ONCE).map(({ staffId }) => staffId),
  promisedAt: promisedAt(hoursOf(), now),
})

/**
 * Until when they count as there. Written only when it says something new, or is about to run out: a workbench asks every few
 * seconds.
 */
export async function sitDown({ staffId, name }: StaffCaller, open: number, { database, now }: Around) {
  const presences = database.open(presencesStore)
  const found = await presences.get(staffId)
  const left = found ? (new Date(found.until).getTime() - now.getTime()) / 1000 : 0
  if (found && found.open === open && left > HERE_SECONDS / 2) return found.until
  const until = minutesLater(now, HERE_SECONDS / 60).toISOString()
  await presences.change(staffId, (current) => {
    const since = current && new Date(current.until) > now ? current.since : now.toISOString()
    return done({ write: { id: staffId, staffId, name, since, until, open }, reply: true })
  })
  return until
}

/** Until when they count as there, because of what another window of theirs said; null where none did. */
export async function sitsUntil(staffId: string, { database, now }: Around): Promise<string | null> {
  const found = await database.open(presencesStore).get(staffId)
  return found && new Date(found.until) > now ? found.until : null
}

export const standUp = (staffId: string, { database }: Pick<Around, 'database'>) =>
  database.open(presencesStore).remove(staffId)
