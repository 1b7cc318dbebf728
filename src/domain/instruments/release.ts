import { done, type Result, refused } from '../result'

/** Who let out a definition; `hash` says which one exactly. */
export type Releasing = { hash: string; by: { staffId: string; name: string; at: string }[] }

/** One person writes, another lets out: what is asked of people is answered for by two. */
const NEEDED = 2

export const isReleased = ({ by }: Releasing) => new Set(by.map(({ staffId }) => staffId)).size >= NEEDED

/** A definition that has changed since begins anew: nobody answers for what they did not see. */
export function release<R extends Releasing>(
  before: R,
  hash: string,
  who: { staffId: string; name: string },
  now: Date,
): Result<R, 'ALREADY_RELEASED'> {
  const earlier = before.hash === hash ? before.by : []
  if (earlier.some(({ staffId }) => staffId === who.staffId)) return refused('ALREADY_RELEASED')
  return done({ ...before, hash, by: [...earlier, { ...who, at: now.toISOString() }] })
}
