import type { Job } from '../_kit/job'
import type { Subjects } from '../_kit/outbox/subjects'
import { afterJobs } from './after-jobs'
import { drawJobs } from './draw'
import { eventsStore } from './events-store'
import { followEventsJobs } from './follow-events'
import { finishHalfway, freeLostSeats, lapseOffers, refillAll } from './follow-signups'
import { isSignupStillSo, tellSignups } from './tell-signups'

/** What was cut off is finished first, then what nobody answered is over, then what lies there is offered. */
const followSignups: Job = {
  name: 'follow-signups',
  everyMinutes: 1,
  run: async (context) => {
    const eventOf = (id: string) => context.database.open(eventsStore).get(id)
    return (
      (await finishHalfway(eventOf, context)) +
      (await lapseOffers(eventOf, context)) +
      (await refillAll(eventOf, context))
    )
  },
}

const freeLost: Job = { name: 'free-lost-seats', everyMinutes: 60, run: freeLostSeats }

export const eventsJobs: readonly Job[] = [
  followSignups,
  ...drawJobs,
  ...followEventsJobs,
  tellSignups,
  freeLost,
  ...afterJobs,
]

export const eventsSubjects: Subjects = { signup: isSignupStillSo }
