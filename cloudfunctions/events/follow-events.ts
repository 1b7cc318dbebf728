import { hold } from '../../src/domain/events/moves'
import { endsAt } from '../../src/domain/events/times'
import { done, refused } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { MOST_ROWS, type Page } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import { eventsStore, type StoredEvent, storable } from './events-store'
import { seatsStore } from './seats-store'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

/** Whoever is signed up, in whichever way. */
const standing = ['waiting', 'offered', 'seated', 'entered', 'came'] as const

/** Whoever is signed up hears of it, and what is kept of them goes when the event is over, also where that is another day by now. */
async function followOne(event: StoredEvent, { database, now, timeLeft }: JobContext): Promise<boolean> {
  const heard = { endsAt: event.endsAt, toldOf: event.revision, untold: now.toISOString() }
  for (const state of standing) {
    let after: string | null = null
    do {
      if (!timeLeft()) return false
      const page: Page<StoredSignup> = await database
        .open(signupsStore)
        .find({ index: 'inTurn', where: { eventId: event.id, state }, limit: MOST_ROWS, ...(after && { after }) })
      for (const signup of page.rows.filter(({ toldOf }) => toldOf < event.revision)) {
        if (!timeLeft()) return false
        await changeSignup(signup, (one) => done({ ...one, ...heard }), { database })
      }
      after = page.next
    } while (after)
  }
  await database
    .open(eventsStore)
    .change(event.id, (current) =>
      done(
        current?.revision === event.revision ? { write: { ...current, behind: false }, reply: true } : { reply: false },
      ),
    )
  return true
}

const followChanges: Job = {
  name: 'follow-changed-events',
  everyMinutes: 1,
  run: async (context) => {
    const { rows } = await context.database
      .open(eventsStore)
      .find({ index: 'byBehind', where: { behind: true }, limit: MOST_ROWS })
    let followed = 0
    for (const event of rows) {
      if (!context.timeLeft() || !(await followOne(event, context))) break
      followed++
    }
    return followed
  },
}

/** An event whose last time is over was held. */
const holdEvents: Job = {
  name: 'hold-events',
  everyMinutes: 5,
  run: async ({ database, now, timeLeft }) => {
    const events = database.open(eventsStore)
    const query = { index: 'byState', where: { state: 'announced' }, range: { before: now.toISOString() } }
    const { rows } = await events.find({ ...query, limit: MOST_ROWS })
    let held = 0
    for (const { id } of rows) {
      if (!timeLeft()) break
      const moved = await events.change(id, (event) => {
        const over = event ? hold(event, now) : refused('EVENT_NOT_OVER')
        return over.ok ? done({ write: storable(over.data, event?.behind), reply: true }) : over
      })
      if (moved.ok) held++
    }
    return held
  },
}

const KEPT_DAYS = 30

/** The event says when it was over: seats are counted, and never hear that it was moved. */
const removeSeats: Job = {
  name: 'remove-seats',
  everyMinutes: 24 * 60,
  run: async ({ database, now, timeLeft }) => {
    const before = daysLater(now, -KEPT_DAYS).toISOString()
    let removed = 0
    let after: string | null = null
    do {
      const page: Page<{ id: string }> = await database
        .open(seatsStore)
        .find({ index: 'byEnd', range: { before }, limit: MOST_ROWS, ...(after && { after }) })
      const events = await database.open(eventsStore).getMany(page.rows.map(({ id }) => id))
      const ahead = new Set(events.filter((event) => endsAt(event) >= before).map(({ id }) => id))
      for (const { id } of page.rows)
        if (!ahead.has(id) && (await database.open(seatsStore).remove(id)) === 'removed') removed++
      after = page.next
    } while (after && timeLeft())
    return removed
  },
}

export const followEventsJobs: readonly Job[] = [followChanges, holdEvents, removeSeats]
