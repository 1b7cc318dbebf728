import { done, type Result, refused } from '../../src/domain/result'
import { failed, isLocked, type Tries, usedAgain } from '../../src/domain/staff/lock-out'
import type { Context } from '../_kit/serve'
import { attemptsStore } from './store'

type Around = Pick<Context, 'database' | 'keys' | 'now'>

const idOf = (what: string, who: string, { keys }: Around) => `${what}.${keys.hash('attempt', `${what}\n${who}`)}`

async function count<Code extends string>(
  id: string,
  code: Code,
  around: Around,
  rule: (tries: Tries | undefined) => Tries,
) {
  return around.database
    .open(attemptsStore)
    .change(id, (tries): Result<{ write: Tries & { id: string }; reply: true }, Code> => {
      if (isLocked(tries, around.now)) return refused(code, tries?.lockedUntil ?? undefined)
      return done({ write: { id, ...rule(tries) }, reply: true })
    })
}

/**
 * Counts a failure before it has happened, in one transaction: many guesses at the same instant cannot slip past the
 * lock together. A success calls `forgetSignIns`.
 */
export const countSignIn = (login: string, around: Around) =>
  count(idOf('sign-in', login, around), 'LOCKED_OUT', around, (tries) => failed(tries, around.now))

export const forgetSignIns = (login: string, around: Around) =>
  around.database.open(attemptsStore).remove(idOf('sign-in', login, around))

/** `most` uses from one address in `minutes`; the platform that gives no address is trusted to limit by itself. */
export async function countUse(what: string, most: number, minutes: number, around: Around & Pick<Context, 'origin'>) {
  if (around.origin === '') return done(true as const)
  return count(idOf(what, around.origin, around), 'TOO_MANY_TRIES', around, (tries) =>
    usedAgain(tries, around.now, most, minutes),
  )
}
