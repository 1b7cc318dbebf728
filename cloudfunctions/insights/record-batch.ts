import { countUse } from '../_kit/attempts'
import { Busy, type Collection } from '../_kit/database'
import type { Context } from '../_kit/serve'

/** A phone sends one of a kind a minute at most; a whole office can stand behind one address. */
const MOST_BATCHES = 3000
const WINDOW_MINUTES = 10

/** Keeps what a phone counted. The same id twice is kept once; the caller is deliberately not looked at. */
export async function recordBatch<T extends { id: string }>(
  what: 'tallies' | 'uses',
  batches: Collection<T>,
  batch: T,
  context: Pick<Context, 'database' | 'keys' | 'now' | 'origin'>,
) {
  // WeChat names no address and knows its people itself; one limit for all of them would be one document that all wait for.
  const mayCount = context.origin === '' || (await countUse(what, MOST_BATCHES, WINDOW_MINUTES, context)).ok
  // The client keeps a batch that was told `BUSY` and sends it again.
  if (!mayCount) throw new Busy('too many batches')
  await batches.insert(batch)
}
