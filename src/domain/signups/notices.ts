import type { Event } from '../events/event'
import { beginsAt } from '../events/times'
import type { Planned } from '../notices/notice'
import type { NoticeKind } from '../notices/words'
import { minutesLater } from '../time'
import { isStanding, type Signup, stateNow } from './signup'

type Happening = Pick<Event, 'state' | 'times' | 'revision' | 'way'>

const DAY_MINUTES = 24 * 60
const SOON_MINUTES = 2 * 60

/** A day and two hours ahead of a time. By the time they are known by: where it stays, the reminder stays. */
const remindersOf = (from: string, now: Date) => {
  const startsAt = new Date(from)
  const revision = startsAt.getTime()
  return (
    [
      { kind: 'event-tomorrow', revision, appointmentAt: startsAt, dueAt: minutesLater(startsAt, -DAY_MINUTES) },
      { kind: 'event-soon', revision, appointmentAt: startsAt, dueAt: minutesLater(startsAt, -SOON_MINUTES) },
    ] as const
  ).filter(({ dueAt }) => dueAt > now)
}

const comes = (signup: Signup) => signup.state === 'seated' || signup.state === 'came'

/** Known by its end: whoever comes anew is asked anew. */
const offerOf = ({ offeredUntil }: Signup) => Date.parse(offeredUntil)

/** All that is to be said of it as it stands. What was said before is the same again, and is not said twice. */
export function noticesOf(signup: Signup & { toldAs: string }, event: Happening, now: Date): Planned[] {
  if (!isStanding(signup, now)) return []
  const about = { personId: signup.personId, subject: { kind: 'signup', id: signup.toldAs } } as const
  const next = event.times.find(({ from }) => new Date(from) > now)?.from ?? beginsAt(event)
  const changed = { ...about, revision: event.revision, dueAt: now, appointmentAt: new Date(next) }
  if (event.state === 'cancelled') return [{ ...changed, kind: 'event-cancelled' }]
  if (event.state !== 'announced') return []
  const isDrawn = event.way === 'draw' && (signup.state === 'seated' || signup.state === 'waiting')
  const isAsked = stateNow(signup, now) === 'offered' && signup.asked > 0
  return [
    ...(isDrawn ? [{ ...about, kind: 'drawn' as const, revision: 1, dueAt: now }] : []),
    ...(signup.agreedTo < event.revision ? [{ ...changed, kind: 'event-changed' as const }] : []),
    ...(isAsked ? [{ ...changed, kind: 'seat-offered' as const, revision: offerOf(signup) }] : []),
    ...(comes(signup) ? event.times.flatMap(({ from }) => remindersOf(from, now)) : []).map((one) => ({
      ...about,
      ...one,
    })),
  ]
}

type Said = { kind: NoticeKind; revision: number; appointmentAt: string }

/** Whether what was to be said is still so when it is said. */
export function isStillSo(signup: Signup | undefined, event: Happening | undefined, said: Said, now: Date): boolean {
  if (!signup || !event || !isStanding(signup, now)) return false
  if (said.kind === 'event-cancelled') return event.state === 'cancelled'
  if (event.state !== 'announced') return false
  if (said.kind === 'event-changed') return signup.agreedTo < event.revision && said.revision === event.revision
  if (said.kind === 'seat-offered') return stateNow(signup, now) === 'offered' && offerOf(signup) === said.revision
  if (said.kind === 'drawn') return signup.state !== 'entered'
  return comes(signup) && event.times.some(({ from }) => Date.parse(from) === Date.parse(said.appointmentAt))
}
