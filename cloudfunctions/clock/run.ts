import { randomUUID } from 'node:crypto'
import { done, refused } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import type { Job, JobContext } from '../_kit/job'
import { sendNotices } from '../_kit/outbox/send'
import { faultOf } from '../_kit/serve'
import { assessmentsJobs } from '../assessments/jobs'
import { counsellingJobs, counsellingSubjects } from '../counselling/jobs'
import { dutyJobs, dutySubjects } from '../duty/jobs'
import { eventsJobs, eventsSubjects } from '../events/jobs'
import { insightsJobs } from '../insights/jobs'
import { libraryJobs } from '../library/jobs'
import { declarations } from '../people/inventory'
import { countDestroyed, peopleJobs, peopleSubjects } from '../people/jobs'
import { type Lease, leasesStore } from './store'
import { sweep } from './sweep'

/** What is due each minute goes before what is due each hour. */
const jobs: readonly Job[] = [
  ...dutyJobs,
  sendNotices({ ...dutySubjects, ...counsellingSubjects, ...eventsSubjects, ...peopleSubjects }),
  ...counsellingJobs,
  ...eventsJobs,
  ...assessmentsJobs,
  ...peopleJobs,
  ...insightsJobs,
  ...libraryJobs,
  sweep(declarations, countDestroyed),
].sort((one, other) => one.everyMinutes - other.everyMinutes)

/** Longer than any one run may take: WeChat ends a function after 60 s at the latest as we deploy it. */
const LEASE_MINUTES = 2

/** No job keeps the others waiting for long, and all of them together end within the minute. */
const LONGEST_MS = 7_000

type Around = Omit<JobContext, 'timeLeft'> & { log: (entry: JobEntry) => void }

export type JobEntry = { job: string; done: number; ms: number; fault?: string }

/**
 * Every job that is due and that nobody else is running. One job's fault does not keep the others from their work. All
 * leases are read at once, so that a minute in which nothing is due costs one call; a transaction then decides who has it.
 */
export async function runJobs(around: Around): Promise<void> {
  const rows = await around.database.open(leasesStore).getMany(jobs.map(({ name }) => name))
  const leases = new Map(rows.map((lease) => [lease.id, lease]))
  for (const job of jobs.filter((one) => isFree(one, leases.get(one.name), around.now))) {
    const holder = randomUUID()
    const startedAt = performance.now()
    const timeLeft = () => performance.now() - startedAt < LONGEST_MS
    const entry = (amount: number, fault?: string) =>
      around.log({
        job: job.name,
        done: amount,
        ms: Math.round(performance.now() - startedAt),
        ...(fault && { fault }),
      })
    try {
      if (!(await take(job, holder, around))) continue
      const amount = await job.run({ ...around, timeLeft })
      await give(job, holder, around)
      if (amount > 0) entry(amount)
    } catch (error) {
      entry(0, faultOf(error))
    }
  }
}

/** Whether it is due and nobody is at it. */
function isFree({ everyMinutes }: Job, lease: Lease | undefined, now: Date): boolean {
  if (!lease) return true
  const held = Date.parse(lease.until) > now.getTime()
  // Half a minute of grace: two starts of «each minute» are never exactly sixty seconds apart.
  const early = lease.endedAt !== '' && minutesLater(new Date(lease.endedAt), everyMinutes - 0.5) > now
  return !held && !early
}

async function take(job: Job, holder: string, { database, now }: Around): Promise<boolean> {
  const taken = await database.open(leasesStore).change(job.name, (lease) => {
    if (!isFree(job, lease, now)) return refused('NOT_NOW')
    const until = minutesLater(now, LEASE_MINUTES).toISOString()
    return done({ write: { id: job.name, holder, until, endedAt: lease?.endedAt ?? '' }, reply: true })
  })
  return taken.ok
}

const give = (job: Job, holder: string, { database, now }: Around) =>
  database
    .open(leasesStore)
    .change(job.name, (lease) =>
      lease?.holder === holder
        ? done({ write: { ...lease, until: now.toISOString(), endedAt: now.toISOString() }, reply: true })
        : done({ reply: true }),
    )
