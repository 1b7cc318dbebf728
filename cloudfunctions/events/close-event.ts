import type { Event } from '../../src/domain/events/event'
import { report } from '../../src/domain/events/moves'
import { tradesFrom, tradesOf } from '../../src/domain/reports/report'
import { done, type Result, refused } from '../../src/domain/result'
import { miss } from '../../src/domain/signups/signup'
import { type Database, MOST_ROWS } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { countHeld } from './count'
import { countNumbers } from './event-numbers'
import { emptyReport, eventReportsStore } from './event-reports-store'
import { eventsStore, storable } from './events-store'
import { seatedOf } from './seated'
import { signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = { database: Database; keys: Keys; now: Date }

/** What is still a draft, or was called off, has no report. */
export const isReported = ({ state }: Pick<Event, 'state'>) =>
  state === 'announced' || state === 'held' || state === 'reported'

/** Nothing is scanned from here on; then it is counted who did not come. Cut off anywhere, the clock goes on. */
export async function closeEvent(
  eventId: string,
  around: Around,
): Promise<Result<true, 'EVENT_NOT_FOUND' | 'EVENT_NOT_OVER'>> {
  const { database, now } = around
  const refs = { event: database.open(eventsStore).at(eventId), told: database.open(eventReportsStore).at(eventId) }
  const closed = await database.together(refs, ({ event, told }) => {
    if (!event || !isReported(event)) return refused('EVENT_NOT_FOUND')
    if (told?.closedAt) return done({ write: {}, reply: null })
    const moved = report(event, now)
    if (!moved.ok) return moved
    const begun = { ...(told ?? emptyReport(eventId)), closing: told?.closing || now.toISOString() }
    return done({ write: { event: storable(moved.data, event.behind), told: begun }, reply: moved.data })
  })
  if (!closed.ok) return closed
  if (closed.data) await finishClosing(closed.data, around)
  return done(true)
}

/**
 * Whoever has a seat and was not there is counted; then the report is written for good. A whole hall of them is more than one
 * request has time for: what is left is the clock's.
 */
export async function finishClosing(event: Event, around: Around, timeLeft = onePage()): Promise<void> {
  const { database, now } = around
  if (!(await missSeated(event, around, timeLeft))) return
  const seated = await seatedOf(event.id, around)
  const numbers = await countNumbers(event, seated, around)
  const trades = tradesOf(seated.map(({ trade }) => trade))
  await countHeld(event, numbers, around)
  await database.open(eventReportsStore).change(event.id, (told) => {
    const before = told ?? emptyReport(event.id)
    if (before.closedAt !== '') return done({ reply: true })
    const closed = { ...before, numbers, trades: before.trades ?? trades, closing: '', closedAt: now.toISOString() }
    return done({ write: closed, reply: true })
  })
}

/** Time for a hundred people, and for seeing whether there are more. */
function onePage(): () => boolean {
  let people = MOST_ROWS
  return () => people-- > 0
}

/** Whether nobody is left. */
async function missSeated(event: Event, around: Omit<Around, 'keys'>, timeLeft: () => boolean): Promise<boolean> {
  const query = { index: 'inTurn', where: { eventId: event.id, state: 'seated' }, limit: MOST_ROWS }
  for (;;) {
    const { rows } = await around.database.open(signupsStore).find(query)
    if (rows.length === 0) return true
    for (const one of rows) {
      if (!timeLeft()) return false
      await changeSignup(one, (signup) => miss(signup, event, around.now), around)
    }
  }
}

/** Which trades come, once sign-up has closed. What is written stays, whoever comes or goes later. */
export async function publishTrades(event: Event, around: Omit<Around, 'keys'>): Promise<boolean> {
  const { database, now } = around
  if (now < tradesFrom(event) || (await isUndrawn(event, around))) return false
  const trades = tradesOf((await seatedOf(event.id, around)).map(({ trade }) => trade))
  const published = await database.open(eventReportsStore).change(event.id, (told) => {
    const before = told ?? emptyReport(event.id)
    return before.trades ? done({ reply: false }) : done({ write: { ...before, trades }, reply: true })
  })
  return published.ok && published.data
}

const isUndrawn = async ({ id, way }: Event, { database }: Pick<Around, 'database'>) =>
  way === 'draw' &&
  (await database.open(signupsStore).count({ index: 'inTurn', where: { eventId: id, state: 'entered' } })) > 0
