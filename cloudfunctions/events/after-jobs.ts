import type { Event } from '../../src/domain/events/event'
import { CLOSE_AFTER_DAYS, tradesFrom } from '../../src/domain/reports/report'
import { daysLater } from '../../src/domain/time'
import { MOST_ROWS, type Page, type Query } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import { closeEvent, finishClosing, isReported, publishTrades } from './close-event'
import { countRatings } from './count-ratings'
import { eventReportsStore } from './event-reports-store'
import { eventsStore } from './events-store'
import { tellTeachers } from './tell-teachers'

/** Each of them by itself, as long as there is time: one that fails does not keep the others waiting. */
async function each(
  query: Omit<Query, 'limit' | 'after'>,
  { database, timeLeft }: JobContext,
  work: (event: Event) => Promise<boolean>,
): Promise<number> {
  let amount = 0
  const faults: unknown[] = []
  let after: string | null = null
  do {
    const page: Page<Event> = await database
      .open(eventsStore)
      .find({ ...query, limit: MOST_ROWS, ...(after && { after }) })
    for (const event of page.rows) {
      if (!timeLeft()) break
      try {
        if (await work(event)) amount++
      } catch (error) {
        faults.push(error)
      }
    }
    after = page.next
  } while (after && timeLeft())
  if (faults.length > 0) throw faults[0]
  return amount
}

/** What was cut off, or was too much for one request. */
async function finishClosings(context: JobContext): Promise<number> {
  const { database, timeLeft } = context
  const reports = database.open(eventReportsStore)
  const { rows } = await reports.find({ index: 'byClosing', range: { from: '0' }, limit: MOST_ROWS })
  const events = await database.open(eventsStore).getMany(rows.map(({ id }) => id))
  let closed = 0
  for (const event of events) {
    if (!timeLeft()) return closed
    await finishClosing(event, context, timeLeft)
    closed++
  }
  return closed
}

/** Which trades come, for the teacher to prepare by; and what is being closed. */
const publish: Job = {
  name: 'follow-reports',
  everyMinutes: 5,
  run: async (context) => {
    const { database, now } = context
    let published = await finishClosings(context)
    for (const state of ['announced', 'held'] as const) {
      const query = { index: 'byClose', where: { state }, range: { from: '0', before: now.toISOString() } }
      published += await each(query, context, async (event) => {
        if (now < tradesFrom(event)) return false
        const told = await database.open(eventReportsStore).get(event.id)
        return told?.trades ? false : publishTrades(event, context)
      })
    }
    return published
  },
}

/** What nobody closed within a week. */
const close: Job = {
  name: 'close-events',
  everyMinutes: 60,
  run: async (context) => {
    const before = daysLater(context.now, -CLOSE_AFTER_DAYS).toISOString()
    let closed = 0
    for (const state of ['announced', 'held'] as const)
      closed += await each({ index: 'byState', where: { state }, range: { before } }, context, async ({ id }) => {
        const done = await closeEvent(id, context)
        return done.ok
      })
    return closed
  },
}

/** Far longer than anything can be said of it, so that a clock that stood still for weeks loses nothing. */
const LOOKED_BACK_DAYS = 100

const hear: Job = {
  name: 'count-ratings',
  everyMinutes: 6 * 60,
  run: async (context) => {
    const { database, now } = context
    const query = { index: 'byEnd', range: { from: daysLater(now, -LOOKED_BACK_DAYS).toISOString() } }
    const counted = await each(query, context, async (event) => {
      if (!isReported(event)) return false
      const told = await database.open(eventReportsStore).get(event.id)
      return told?.heardOut ? false : countRatings(event, context)
    })
    return counted + (await tellTeachers(context))
  },
}

export const afterJobs: readonly Job[] = [publish, close, hear]
