import * as z from 'zod'
import { done, type Result, refused } from '../../src/domain/result'
import { failed, isLocked, type Tries, usedAgain } from '../../src/domain/staff/lock-out'
import { declare } from './declaration'
import type { Context } from './serve'

type Attempt = Tries & { id: string }

/** Keyed by a hash of what was tried and from where: a login, a one-time code, an address that enrols devices. */
export const attemptsStore = declare<Attempt>({
  name: 'attempts',
  title: '尝试次数',
  about: '登录连续失败的次数和每个来源的使用次数，用来防止反复猜密码和滥用；只存散列',
  schema: z.strictObject({
    id: z.string(),
    failures: z.number(),
    lockedUntil: z.string().nullable(),
    lastAt: z.string(),
  }),
  indexes: { byLast: ['lastAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 2, since: 'lastAt', why: '两天没有新的尝试就清除' },
})

type Around = Pick<Context, 'database' | 'keys' | 'now' | 'origin'>

const idOf = (what: string, who: string, { keys }: Pick<Around, 'keys'>) =>
  `${what}.${keys.hash('attempt', `${what}\n${who}`)}`

async function count<Code extends string>(
  id: string,
  code: Code,
  around: Around,
  rule: (tries: Tries | undefined) => Tries,
) {
  return around.database.open(attemptsStore).change(id, (tries): Result<{ write: Attempt; reply: true }, Code> => {
    if (isLocked(tries, around.now)) return refused(code, tries?.lockedUntil ?? undefined)
    return done({ write: { id, ...rule(tries) }, reply: true })
  })
}

/** Wrong tries of everybody together with one login in an hour; far more than a person makes, far fewer than a guesser needs. */
const MOST_A_LOGIN = 300

/**
 * Counts a failure before it has happened, in one transaction each: many guesses at the same instant cannot slip past the
 * lock together. The lock that grows is for one login from one address, so that somebody elsewhere cannot keep its owner
 * out; a ceiling for the login stands behind it. A success calls `forgetSignIns`.
 */
export async function countSignIn(login: string, around: Around) {
  const here = await count(idOf('sign-in', `${login}\n${around.origin}`, around), 'LOCKED_OUT', around, (tries) =>
    failed(tries, around.now),
  )
  if (!here.ok) return here
  return count(idOf('login', login, around), 'LOCKED_OUT', around, (tries) =>
    usedAgain(tries, around.now, MOST_A_LOGIN, 60),
  )
}

export const forgetSignIns = (login: string, around: Around) =>
  around.database.open(attemptsStore).remove(idOf('sign-in', `${login}\n${around.origin}`, around))

/**
 * Codes of a second factor tried by whoever knows the password, from wherever: six digits do not bear many guesses, so
 * here the growing lock is for the colleague and not for an address.
 */
export const countCode = (staffId: string, around: Around) =>
  count(idOf('code', staffId, around), 'LOCKED_OUT', around, (tries) => failed(tries, around.now))

export const forgetCodes = (staffId: string, around: Around) =>
  around.database.open(attemptsStore).remove(idOf('code', staffId, around))

/** Uses by one colleague or employee, from wherever. What employees use is named below as well. */
export const countUseBy = (what: string, who: string, most: number, minutes: number, around: Around) =>
  count(idOf(what, who, around), 'TOO_MANY_TRIES', around, (tries) => usedAgain(tries, around.now, most, minutes))

/** Where the platform gives no address, everybody shares one limit, this many times as wide. */
const WITHOUT_ADDRESS = 20

/** `most` uses from one address in `minutes`. */
export const countUse = (what: string, most: number, minutes: number, around: Around) =>
  count(idOf(what, around.origin, around), 'TOO_MANY_TRIES', around, (tries) =>
    usedAgain(tries, around.now, around.origin === '' ? most * WITHOUT_ADDRESS : most, minutes),
  )

/** What is counted for a person rather than for an address. */
const usesOfPersons = [
  'export',
  'prove-person',
  'calls',
  'results',
  'subscriptions',
  'chats',
  'passes',
  'door-codes',
] as const

/** When the person goes, so does what was counted for them. */
export const forgetUsesOf = (personId: string, around: Pick<Around, 'database' | 'keys'>) =>
  Promise.all(usesOfPersons.map((what) => around.database.open(attemptsStore).remove(idOf(what, personId, around))))
