import { done, type Result } from '../../src/domain/result'
import { isStillSo, noticesOf } from '../../src/domain/signups/notices'
import { MOST_ROWS } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import { forget, plan } from '../_kit/outbox/outbox'
import type { StillTrue } from '../_kit/outbox/subjects'
import { countOffered } from './count'
import { eventsStore, type StoredEvent } from './events-store'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

/**
 * Plans what is to be said of whatever has become of sign-ups. By the clock, so that taking a seat costs the same whether or
 * not there is anything to say.
 */
export const tellSignups: Job = {
  name: 'tell-signups',
  everyMinutes: 1,
  run: async (context) => {
    const { database, timeLeft } = context
    const faults: unknown[] = []
    let told = 0
    let rows: StoredSignup[]
    do {
      rows = (await database.open(signupsStore).find({ index: 'byUntold', range: { from: '0' }, limit: MOST_ROWS }))
        .rows
      const events = await database.open(eventsStore).getMany([...new Set(rows.map(({ eventId }) => eventId))])
      const eventOf = new Map(events.map((event) => [event.id, event]))
      for (const signup of rows) {
        if (!timeLeft()) break
        try {
          await tellOne(signup, eventOf.get(signup.eventId), context)
          told++
        } catch (error) {
          faults.push(error)
        }
      }
    } while (rows.length === MOST_ROWS && faults.length === 0 && timeLeft())
    if (faults.length > 0) throw faults[0]
    return told
  },
}

async function tellOne(signup: StoredSignup, event: StoredEvent | undefined, { database, keys, now }: JobContext) {
  const notices = event ? noticesOf(signup, event, now) : []
  if (notices.length > 0) await plan(notices, { database, keys })
  if (event && signup.state === 'offered') await countOffered(signup, event, { database, keys, now })
  const settled = await changeSignup(
    signup,
    (one): Result<StoredSignup, never> => done(one.untold === signup.untold ? { ...one, untold: '' } : one),
    { database },
  )
  // Destroyed meanwhile: nothing may tell that it was there.
  if (!settled.ok) await forget({ kind: 'signup', id: signup.toldAs }, { database })
}

export const isSignupStillSo: StillTrue = async ({ subjectId, kind, revision, appointmentAt }, { database, now }) => {
  const { rows } = await database.open(signupsStore).find({ index: 'byToldAs', where: { toldAs: subjectId }, limit: 1 })
  const [signup] = rows
  const event = signup && (await database.open(eventsStore).get(signup.eventId))
  return isStillSo(signup, event, { kind, revision, appointmentAt }, now)
}
