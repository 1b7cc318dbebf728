import type { Event } from '../../src/domain/events/event'
import type { Database } from '../_kit/database'
import { cameOf } from './door'
import type { StoredSignup } from './signups-store'

/** At which of its times each ticket was there. */
export const timesCome = async (
  event: Pick<Event, 'id' | 'times'>,
  signups: readonly Pick<StoredSignup, 'ticketId' | 'state'>[],
  around: { database: Database },
): Promise<Map<string, boolean[]>> => {
  const came = await cameOf(event, signups, around)
  return new Map(
    signups.map(({ ticketId }) => [ticketId, event.times.map((_, at) => (came.get(ticketId)?.[at] ?? null) !== null)]),
  )
}
