import { done, type Result, refused } from '../result'

/** `asked`: any supervisor may take it. `taken`: one looks at it. `answered`: nobody but the counsellor opens it any more. */
export const supervisionStates = ['asked', 'taken', 'answered'] as const
export type SupervisionState = (typeof supervisionStates)[number]

export const MOST_IN_QUESTION = 1000
export const MOST_IN_ANSWER = 2000

export type Supervision = { askedBy: string; state: SupervisionState; takenBy: string; answeredAt: string }

/** Where the one before was answered, another may be asked. */
export const mayAsk = (before: Pick<Supervision, 'state'> | undefined) => !before || before.state === 'answered'

/** Who asks does not answer. Taken by somebody else, it is theirs; by the caller, it is as it was. */
export function take<T extends Supervision>(
  one: T,
  supervisorId: string,
): Result<T, 'REQUEST_NOT_FOUND' | 'REQUEST_TAKEN'> {
  if (one.state === 'answered' || one.askedBy === supervisorId) return refused('REQUEST_NOT_FOUND')
  if (one.state === 'taken' && one.takenBy !== supervisorId) return refused('REQUEST_TAKEN')
  return done({ ...one, state: 'taken', takenBy: supervisorId })
}

/** Only by whoever took it. */
export function answer<T extends Supervision>(one: T, supervisorId: string, now: Date): Result<T, 'REQUEST_NOT_FOUND'> {
  if (one.state !== 'taken' || one.takenBy !== supervisorId) return refused('REQUEST_NOT_FOUND')
  return done({ ...one, state: 'answered', answeredAt: now.toISOString() })
}
