import { minutesLater } from '../time'
import { outOfQuiet } from './quiet'
import { isReminder, type NoticeKind, pushedKinds, type SubjectKind } from './words'

export type Subject = { kind: SubjectKind; id: string }

/** What somebody asks to be said. `appointmentAt` is the start of what it is about, where that has one. */
export type Planned = {
  personId: string
  kind: NoticeKind
  subject: Subject
  /** Of the subject, as it was when this became true: a change makes another, and what spoke of the old one is not said. */
  revision: number
  dueAt: Date
  appointmentAt?: Date
}

/**
 * `at` is when it is due while it waits, and when it was said or dropped afterwards. `push` is WeChat's side of it: the
 * inbox holds it from the moment it is said, whatever becomes of the message. `pushAt` is when somebody has to look again.
 */
export type Notice = {
  id: string
  personId: string
  kind: NoticeKind
  subjectKind: SubjectKind
  subjectId: string
  revision: number
  appointmentAt: string
  state: 'waiting' | 'sent' | 'cancelled'
  at: string
  unread: boolean
  push: 'none' | 'waiting' | 'sending' | 'sent' | 'refused' | 'failed' | 'unknown'
  pushAt: string
  attempt: string
  subscriptionId: string
  tries: number
}

/** Later than anything: nobody has to look. */
export const NEVER = '9999-12-31T00:00:00.000Z'

export const noticeId = ({ kind, subject, revision }: Pick<Planned, 'kind' | 'subject' | 'revision'>) =>
  `${subject.kind}.${subject.id}.${revision}.${kind}`

export const planned = ({ personId, kind, subject, revision, dueAt, appointmentAt }: Planned): Notice => {
  const startsAt = appointmentAt?.toISOString() ?? ''
  return {
    id: noticeId({ kind, subject, revision }),
    personId,
    kind,
    subjectKind: subject.kind,
    subjectId: subject.id,
    revision,
    appointmentAt: startsAt,
    state: 'waiting',
    at: outOfQuiet(kind, dueAt, startsAt).toISOString(),
    unread: false,
    push: 'none',
    pushAt: NEVER,
    attempt: '',
    subscriptionId: '',
    tries: 0,
  }
}

/** A reminder of what has begun reminds of nothing. */
const hasLapsed = ({ kind, appointmentAt }: Notice, now: Date) =>
  isReminder(kind) && appointmentAt !== '' && new Date(appointmentAt) <= now

/** What waits is not said. What stands in the inbox already stays there, and its message is asked about before each try. */
export const cancelled = (notice: Notice, now: Date): Notice =>
  notice.state === 'waiting' ? { ...notice, state: 'cancelled', at: now.toISOString() } : notice

/** No message of it goes out any more. */
export const unpushed = (notice: Notice): Notice =>
  notice.push === 'waiting' ? { ...notice, push: 'none', pushAt: NEVER } : notice

/** One that waits, at its time: said, moved out of the night, or dropped. As it was when it is not its time. */
export function said(notice: Notice, isTrue: boolean, mayPush: boolean, now: Date): Notice {
  if (notice.state !== 'waiting' || new Date(notice.at) > now) return notice
  if (!isTrue || hasLapsed(notice, now)) return cancelled(notice, now)
  const from = outOfQuiet(notice.kind, now, notice.appointmentAt)
  if (from > now) return { ...notice, at: from.toISOString() }
  const pushed = mayPush && (pushedKinds as readonly NoticeKind[]).includes(notice.kind)
  const at = now.toISOString()
  return { ...notice, state: 'sent', at, unread: true, ...(pushed && { push: 'waiting', pushAt: at }) }
}

/** How long a message may be under way before it counts as cut off; longer than any run of the clock. Minutes. */
const UNDER_WAY_MINUTES = 5

/** Marked before WeChat is asked, so that a run that is cut off there is not taken up again. */
export const attempted = (notice: Notice, subscriptionId: string, attempt: string, now: Date): Notice => ({
  ...notice,
  push: 'sending',
  pushAt: minutesLater(now, UNDER_WAY_MINUTES).toISOString(),
  attempt,
  subscriptionId,
  tries: notice.tries + 1,
})

/** Minutes until the next try, by how many there were. */
const PAUSES = [2, 8, 30]

/** What WeChat said. `later`: it did not take it now. `lost`: nobody knows whether it did. */
export type Outcome = 'sent' | 'refused' | 'later' | 'failed' | 'lost'

/** What becomes of it after a try: what may have been taken is never sent again. */
export function answered(notice: Notice, outcome: Outcome, now: Date): Notice {
  const pause = PAUSES[notice.tries - 1]
  if (outcome === 'later' && pause !== undefined)
    return { ...notice, push: 'waiting', pushAt: minutesLater(now, pause).toISOString() }
  const push = outcome === 'later' ? 'failed' : outcome === 'lost' ? 'unknown' : outcome
  return { ...notice, push, pushAt: NEVER }
}

/** Whether the consent it was sent with is used up: also where nobody knows. */
export const isSpent = ({ push }: Pick<Notice, 'push'>) => ['sent', 'refused', 'unknown'].includes(push)

export const isUnderWay = ({ push }: Pick<Notice, 'push'>) => push === 'waiting' || push === 'sending'
