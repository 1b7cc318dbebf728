import { LEFT_OPEN_DAYS, leftOpen } from '../../src/domain/duty/call'
import { done } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { MOST_ROWS, type Page } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import type { Subjects } from '../_kit/outbox/subjects'
import { watchSince } from './crew'
import { type Ending, endCall } from './end-call'
import { callsStore, casesStore, drillsStore, type StoredCall, type StoredCase, UNDER_WAY } from './store'
import { asOfNow, turnsAsOfNow, watchOver, withDue } from './stored-call'
import { caseOwner, endCase } from './stored-case'

const A_PAGE = 50

/**
 * Writes down whose turn has passed, and ends what was cut off as it was ended. Every reading applies the same rules, so
 * nothing waits for this. Finds only what is due: with nothing waiting it reads nothing.
 */
const escalateCalls: Job = {
  name: 'escalate-calls',
  everyMinutes: 1,
  run: (context) => amounts([passTurnsOn, passDrillOn, endCalls, endCases].map((step) => () => step(context))),
}

/** One that cannot be done now must not keep the others waiting: its fault is told when all have had their turn. */
async function amounts(works: readonly (() => Promise<number>)[]): Promise<number> {
  let amount = 0
  const faults: unknown[] = []
  for (const work of works)
    try {
      amount += await work()
    } catch (error) {
      faults.push(error)
    }
  if (faults.length > 0) throw faults[0]
  return amount
}

const each = <T>(rows: readonly T[], timeLeft: () => boolean, work: (row: T) => Promise<unknown>) =>
  amounts(rows.map((row) => async () => (timeLeft() ? (await work(row), 1) : 0)))

async function passTurnsOn({ database, now, timeLeft }: JobContext) {
  const calls = database.open(callsStore)
  const range = { before: new Date(now.getTime() + 1).toISOString() }
  const { rows } = await calls.find({ index: 'byDue', where: { state: 'waiting' }, range, limit: MOST_ROWS })
  if (rows.length === 0) return 0
  const watch = await watchOver(rows, { database, now })
  return each(rows, timeLeft, ({ id }) =>
    calls.change(id, (call) =>
      done(call ? { write: withDue(asOfNow(call, watch, now)), reply: true } : { reply: true }),
    ),
  )
}

async function passDrillOn({ database, now }: JobContext) {
  const drills = database.open(drillsStore)
  const found = await drills.get(UNDER_WAY)
  if (!found) return 0
  const watch = await watchOver([found], { database, now })
  const passed = await drills.change(UNDER_WAY, (drill) => {
    const current = drill && turnsAsOfNow(drill, watch, now)
    return current && current.asked.length > drill.asked.length
      ? done({ write: current, reply: 1 })
      : done({ reply: 0 })
  })
  return passed.data
}

async function endCalls({ timeLeft, ...around }: JobContext) {
  const { rows } = await around.database
    .open(callsStore)
    .find({ index: 'byState', where: { state: 'closed' }, limit: A_PAGE })
  return each(rows, timeLeft, (call) => endCall(call, around))
}

async function endCases({ timeLeft, ...around }: JobContext) {
  const { rows } = await around.database
    .open(casesStore)
    .find({ index: 'byDue', where: { state: 'closed' }, limit: A_PAGE })
  return each(rows, timeLeft, (one) => endCase(one, around))
}

/**
 * Writes down what passed to the head because whoever held it left, or let it lie, and ends what nobody ended in time. Reads
 * what is held, so once an hour.
 */
const handOn: Job = {
  name: 'hand-on',
  everyMinutes: 60,
  run: (context) => amounts([endLeftOpen, handOnCalls, handOnCases].map((step) => () => step(context))),
}

/** None is over before it is this old. */
const YOUNGEST_OVER_DAYS = 7 + LEFT_OPEN_DAYS

async function endLeftOpen({ timeLeft, ...around }: JobContext) {
  const { database, now } = around
  const calls = database.open(callsStore)
  const range = { before: new Date(daysLater(now, -YOUNGEST_OVER_DAYS).getTime() + 1).toISOString() }
  let ended = 0
  for (const state of ['waiting', 'accepted'] as const) {
    let after: string | null = null
    do {
      const page: Page<StoredCall> = await calls.find({
        index: 'byState',
        where: { state },
        range,
        limit: A_PAGE,
        ...(after && { after }),
      })
      const over = page.rows.filter((call) => leftOpen(call, now).state === 'closed')
      ended += await each(over, timeLeft, ({ id }) => endIfLeftOpen(id, around))
      after = page.next
    } while (after && timeLeft())
  }
  return ended
}

/** As it is at this moment: somebody may have ended it meanwhile, or asked anew. */
async function endIfLeftOpen(id: string, around: Ending) {
  const over = await around.database.open(callsStore).change(id, (call) => {
    const current = call && leftOpen(call, around.now)
    return current?.state === 'closed' ? done({ write: withDue(current), reply: current }) : done({ reply: undefined })
  })
  if (over.data) await endCall(over.data, around)
}

async function handOnCalls({ database, now, timeLeft }: JobContext) {
  const calls = database.open(callsStore)
  let handed = 0
  let after: string | null = null
  do {
    const page: Page<StoredCall> = await calls.find({
      index: 'byState',
      where: { state: 'accepted' },
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    const watch = await watchOver(page.rows, { database, now })
    for (const { id, acceptedBy } of page.rows.filter((call) => !watch.isAtWork(call.acceptedBy))) {
      await calls.change(id, (call) =>
        call?.acceptedBy === acceptedBy
          ? done({ write: withDue(asOfNow(call, watch, now)), reply: true })
          : done({ reply: true }),
      )
      handed++
    }
    after = page.next
  } while (after && timeLeft())
  return handed
}

async function handOnCases({ database, now, timeLeft }: JobContext) {
  const cases = database.open(casesStore)
  let handed = 0
  let after: string | null = null
  do {
    const page: Page<StoredCase> = await cases.find({
      index: 'byDue',
      where: { state: 'open' },
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    const owners = page.rows.map(({ ownerId }) => ownerId)
    const watch = await watchSince(undefined, owners, { database, now })
    const passed = page.rows.filter((one) => ![one.ownerId, ''].includes(caseOwner(one, watch, now)))
    for (const { id, ownerId } of passed) {
      await cases.change(id, (one) =>
        one?.ownerId === ownerId
          ? done({ write: { ...one, ownerId: caseOwner(one, watch, now) }, reply: true })
          : done({ reply: true }),
      )
      handed++
    }
    after = page.next
  } while (after && timeLeft())
  return handed
}

export const dutyJobs: readonly Job[] = [escalateCalls, handOn]

export const dutySubjects: Subjects = {
  call: async ({ personId, subjectId, kind }, { database }) => {
    const call = await database.open(callsStore).get(personId)
    return call?.callId === subjectId && (kind === 'call-referred' || call.state === 'accepted')
  },
}
