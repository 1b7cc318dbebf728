import { Busy } from '../database'

/** A crowd on one document thins out within these; the SDK itself retries only conflicts raised by commit. */
const MOST_TRIES = 40
const LONGEST_WAIT_MS = 250

export const AGAIN = Symbol('again')

/** Runs `attempt` until it gives something other than `AGAIN`, waiting longer and at random. Throws `Busy` in the end. */
export async function untilSettled<T>(attempt: () => Promise<T | typeof AGAIN>): Promise<T> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const result = await attempt()
    if (result !== AGAIN) return result
    const most = Math.min(LONGEST_WAIT_MS, 4 * 2 ** tried)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * most))
  }
  throw new Busy('conflicts outlasted every retry')
}
