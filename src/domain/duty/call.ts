import { done, type Result, refused } from '../result'
import { daysLater, minutesLater } from '../time'

/** A supervisor has this long to accept before the next one is asked (product.md, crisis path). */
export const ACCEPT_MINUTES = 5

/** A call that nobody ended, or nobody ever took, keeps its number this long after the last follow-up was due, and no longer. */
export const LEFT_OPEN_DAYS = 7

/** How whoever held it says that it ended. */
export const outcomes = ['reached', 'reached-and-referred', 'not-reached', 'wrong-number', 'withdrawn'] as const
/** `left-open`: nobody said; its time was over. */
export const allOutcomes = [...outcomes, 'left-open'] as const
export type Outcome = (typeof allOutcomes)[number]

export const outcomeNames: Record<Outcome, string> = {
  reached: '已联系上，情况平稳',
  'reached-and-referred': '已联系上，并协助转介',
  'not-reached': '多次没有联系上',
  'wrong-number': '号码有误',
  withdrawn: '本人撤回',
  'left-open': '到期没有人结束',
}

/** Why a counsellor hands somebody on: they agreed, or a life is in danger and there was no time to ask. */
export const grounds = ['agreed', 'danger'] as const
export type Ground = (typeof grounds)[number]

export const groundNames: Record<Ground, string> = {
  agreed: '本人同意转给值守',
  danger: '有生命危险，来不及或没能征得同意',
}

export type FollowUp = { dueAt: string; doneAt: string; note: '' | 'reached' | 'not-reached' }

/**
 * Somebody asked to be called. `asked`: whose turn it is to accept, in the order they were asked; the last one's time runs
 * from `askedAt`. `head`: everybody on duty let it pass, or nobody was there; from then on it stays with the head until
 * somebody accepts it.
 */
export type Call = {
  id: string
  openedAt: string
  state: 'waiting' | 'accepted' | 'closed'
  asked: string[]
  askedAt: string
  head: boolean
  acceptedBy: string
  acceptedAt: string
  followUps: FollowUp[]
  outcome: Outcome | ''
  closedAt: string
}

/** `duty`: staff ids on duty now, in order; `head`: the supervisor named in the rota. */
export type Crew = { duty: readonly string[]; head: string }

export function open(id: string, crew: Crew, now: Date): Call {
  const at = now.toISOString()
  const first = crew.duty[0]
  return {
    id,
    openedAt: at,
    state: 'waiting',
    asked: [first ?? crew.head],
    askedAt: at,
    head: first === undefined,
    acceptedBy: '',
    acceptedAt: '',
    followUps: [],
    outcome: '',
    closedAt: '',
  }
}

/** True by its instant: at five minutes sharp the turn has passed, whether or not the clock has written it down. */
export const turnPassed = (call: Call, now: Date) =>
  call.state === 'waiting' && !call.head && minutesLater(new Date(call.askedAt), ACCEPT_MINUTES) <= now

/**
 * Everything that is due by now, as if the clock had looked at every instant: the turns follow each other at five minutes
 * each, however late this runs, and running it twice changes nothing.
 */
export function escalate<T extends Call>(call: T, crewAt: (at: Date) => Crew, now: Date): T {
  let current = call
  while (turnPassed(current, now)) {
    const at = minutesLater(new Date(current.askedAt), ACCEPT_MINUTES)
    const crew = crewAt(at)
    const next = crew.duty.find((staffId) => !current.asked.includes(staffId))
    current = {
      ...current,
      askedAt: at.toISOString(),
      asked: [...current.asked, next ?? crew.head],
      head: next === undefined,
    }
  }
  return current
}

/** Whoever held it is not there any more: it waits again, with the head, and what was done so far stays. */
export const returned = <T extends Call>(call: T, isAtWork: (staffId: string) => boolean, head: string): T =>
  call.state === 'accepted' && !isAtWork(call.acceptedBy)
    ? { ...call, state: 'waiting', head: true, asked: [...call.asked, head], acceptedBy: '' }
    : call

/** When the last follow-up is due; for one that nobody took, when it would be, had it been taken at once. */
const lastDue = ({ openedAt, followUps }: Call) =>
  followUps.length > 0
    ? new Date(
        followUps
          .map(({ dueAt }) => dueAt)
          .sort()
          .at(-1) as string,
      )
    : daysLater(new Date(openedAt), 7)

/** From then on it is over, whether or not anybody ended it. */
export const endsAt = (call: Call) => daysLater(lastDue(call), LEFT_OPEN_DAYS)

/** True by its instant, as a turn is: nobody closed it in time, so it is over, and its number goes. */
export const leftOpen = <T extends Call>(call: T, now: Date): T =>
  call.state !== 'closed' && endsAt(call) <= now
    ? { ...call, state: 'closed', outcome: 'left-open', closedAt: endsAt(call).toISOString() }
    : call

/** Somebody should have done something by now: taken it, called again, or, after the last follow-up, ended it. */
export function isOverdue(call: Call, now: Date): boolean {
  if (call.state !== 'accepted') return call.state === 'waiting' && call.head
  const next = call.followUps.find(({ doneAt }) => doneAt === '')
  return (next ? new Date(next.dueAt) : daysLater(lastDue(call), 1)) <= now
}

/** Whoever is on duty or was asked may accept, not only whose turn it is: the sooner the better. One wins. */
export function accept<T extends Call>(call: T, staffId: string, now: Date): Result<T, 'CALL_TAKEN' | 'CALL_CLOSED'> {
  if (call.state === 'closed') return refused('CALL_CLOSED')
  if (call.state === 'accepted') return call.acceptedBy === staffId ? done(call) : refused('CALL_TAKEN')
  const at = now.toISOString()
  return done({
    ...call,
    state: 'accepted',
    acceptedBy: staffId,
    acceptedAt: call.acceptedAt || at,
    followUps:
      call.followUps.length > 0 ? call.followUps : [followUp(minutesLater(now, 24 * 60)), followUp(daysLater(now, 7))],
  })
}

const followUp = (due: Date): FollowUp => ({ dueAt: due.toISOString(), doneAt: '', note: '' })

/** Only whoever holds it hands it on, and it is never without somebody meanwhile. */
export function handOver<T extends Call>(call: T, from: string, to: string): Result<T, 'NOT_YOURS' | 'CALL_CLOSED'> {
  if (call.state === 'closed') return refused('CALL_CLOSED')
  if (call.state !== 'accepted' || call.acceptedBy !== from) return refused('NOT_YOURS')
  return done({ ...call, acceptedBy: to })
}

/** Done in order: the second follow-up cannot be noted before the first. */
export function followedUp<T extends Call>(
  call: T,
  by: string,
  note: 'reached' | 'not-reached',
  now: Date,
): Result<T, 'NOT_YOURS' | 'CALL_CLOSED' | 'NOTHING_DUE'> {
  if (call.state === 'closed') return refused('CALL_CLOSED')
  if (call.state !== 'accepted' || call.acceptedBy !== by) return refused('NOT_YOURS')
  const next = call.followUps.findIndex(({ doneAt }) => doneAt === '')
  if (next < 0) return refused('NOTHING_DUE')
  return done({
    ...call,
    followUps: call.followUps.map((each, index) =>
      index === next ? { ...each, doneAt: now.toISOString(), note } : each,
    ),
  })
}

/** With follow-ups still open only where there is nobody to follow up. */
export function close<T extends Call>(
  call: T,
  by: string,
  outcome: Outcome,
  now: Date,
): Result<T, 'NOT_YOURS' | 'CALL_CLOSED' | 'FOLLOW_UP_OPEN'> {
  if (call.state === 'closed') return refused('CALL_CLOSED')
  if (call.state !== 'accepted' || call.acceptedBy !== by) return refused('NOT_YOURS')
  const open = call.followUps.some(({ doneAt }) => doneAt === '')
  if (open && outcome !== 'wrong-number' && outcome !== 'withdrawn') return refused('FOLLOW_UP_OPEN')
  return done({ ...call, state: 'closed', outcome, closedAt: now.toISOString() })
}

/** The person takes it back, at any time before it is closed. */
export const withdraw = <T extends Call>(call: T, now: Date): T =>
  call.state === 'closed' ? call : { ...call, state: 'closed', outcome: 'withdrawn', closedAt: now.toISOString() }
