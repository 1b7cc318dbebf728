import { setTimeout } from 'node:timers/promises'
import { Busy } from '../../../cloudfunctions/_kit/database'

/** A document that was absent when it was read has been inserted by somebody else since. */
export class Overtaken extends Error {}

export const MOST_ATTEMPTS = 8

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const LOCK_NOT_AVAILABLE = '55P03'

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const lostARace = (error: unknown) =>
  error instanceof Overtaken || codeOf(error) === SERIALIZATION_FAILURE || codeOf(error) === DEADLOCK_DETECTED

/** Runs work that leaves nothing behind when it fails, again after each conflict; throws `Busy` when conflicts outlast it. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) === LOCK_NOT_AVAILABLE) throw new Busy('a lock was not to be had in time', { cause: error })
      if (!lostARace(error)) throw error
      if (attempt === MOST_ATTEMPTS) throw new Busy(`${MOST_ATTEMPTS} attempts met a conflict`, { cause: error })
      await setTimeout(Math.random() * 5 * 2 ** attempt)
    }
  }
}
