import { minutesLater } from '../time'

/** Wrong tries with one login, or one-time codes tried from one origin; the same rule for logins nobody has. */
export type Tries = { failures: number; lockedUntil: string | null; lastAt: string }

/** Four free tries, then each failure locks twice as long as the one before: 1, 2, 4 … minutes, at most a day. */
export const FREE_TRIES = 4
const LONGEST_MINUTES = 24 * 60
/** A day of quiet forgets old failures. */
const FORGOTTEN_AFTER_MINUTES = 24 * 60

export const isLocked = (tries: Tries | undefined, now: Date) =>
  tries?.lockedUntil !== undefined && tries.lockedUntil !== null && Date.parse(tries.lockedUntil) > now.getTime()

export function failed(tries: Tries | undefined, now: Date): Tries {
  const quiet = tries !== undefined && now.getTime() - Date.parse(tries.lastAt) >= FORGOTTEN_AFTER_MINUTES * 60_000
  const failures = (tries === undefined || quiet ? 0 : tries.failures) + 1
  return { failures, lockedUntil: lockFor(failures, now), lastAt: now.toISOString() }
}

const lockFor = (failures: number, now: Date) =>
  failures <= FREE_TRIES
    ? null
    : minutesLater(now, Math.min(LONGEST_MINUTES, 2 ** Math.min(20, failures - FREE_TRIES - 1))).toISOString()

/** Counts uses in a window rather than failures: many people share one office address, and none of them did wrong. */
export function usedAgain(tries: Tries | undefined, now: Date, most: number, windowMinutes: number): Tries {
  const fresh = tries === undefined || minutesLater(new Date(tries.lastAt), windowMinutes) <= now
  const windowStart = fresh ? now : new Date(tries.lastAt)
  const used = (fresh ? 0 : tries.failures) + 1
  const lockedUntil = used >= most ? minutesLater(windowStart, windowMinutes).toISOString() : null
  return { failures: used, lockedUntil, lastAt: windowStart.toISOString() }
}
