import type { Database } from '../../cloudfunctions/_kit/database'
import { eventsStore, storable } from '../../cloudfunctions/events/events-store'
import { leftOf, putSeats, readSeats } from '../../cloudfunctions/events/seats'
import { type StoredSignup, signupsStore } from '../../cloudfunctions/events/signups-store'
import { createApi } from '../../src/contract/client'
import { daysLater, minutesLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { openDay } from '../house/open-day'

const SEATS = 30
const TOGETHER = 16

/** An open day that everybody wants, and the keys of so many people. */
export async function openDoor(url: string, database: Database, eventId: string, amount: number): Promise<string[]> {
  const now = new Date()
  const begins = daysLater(now, 20)
  const until = daysLater(now, 19).toISOString()
  const event = openDay({
    ...{ id: eventId, capacity: SEATS, shares: { shift: 0, newcomer: 0 }, sharesUntil: until },
    ...{ opensAt: daysLater(now, -1).toISOString(), closesAt: until, cancelUntil: until },
    times: [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }],
  })
  await database.open(eventsStore).insert(storable(event))
  await putSeats(event, { database })
  const keys: string[] = []
  for (let from = 0; from < amount; from += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, amount - from) }, (_, index) => enrolOne(url, from + index))
    keys.push(...(await Promise.all(some)))
  }
  return keys
}

async function enrolOne(url: string, at: number): Promise<string> {
  const api = createApi(async (name, request) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.8.${at >> 8}.${at & 255}` }
    const reply = await fetch(`${url}/api/${name}`, { method: 'POST', body: JSON.stringify(request), headers })
    return reply.json()
  })
  return dataOf(await api.devices.enrol({})).key
}

export type Door = { seated: number; waiting: number; left: number; holders: number; turns: number; people: number }

/** What stands in the database: how many there are, of how many people, in how many different turns. */
export async function lookAtDoor(database: Database, eventId: string): Promise<Door> {
  const all: StoredSignup[] = []
  for (const state of ['seated', 'waiting'] as const) {
    let after: string | null = null
    do {
      const where = { eventId, state }
      const page: { rows: StoredSignup[]; next: string | null } = await database
        .open(signupsStore)
        .find({ index: 'inTurn', where, limit: 100, ...(after && { after }) })
      all.push(...page.rows)
      after = page.next
    } while (after)
  }
  const seats = await readSeats(eventId, { database })
  if (!seats) throw new Error('the event has no seats')
  const of = (state: string) => all.filter((one) => one.state === state && one.unsettled === '').length
  return {
    ...{ seated: of('seated'), waiting: of('waiting'), left: leftOf(seats).open },
    holders: new Set(seats.open.holders).size,
    turns: new Set(all.map(({ turn }) => turn)).size,
    people: new Set(all.map(({ personId }) => personId)).size,
  }
}
