import type { Event } from '../../src/domain/events/event'
import { done, type Result, refused } from '../../src/domain/result'
import type { ActKind } from '../../src/domain/staff/acts'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import type { Context } from '../_kit/serve'
import { eventsStore, type StoredEvent, storable } from './events-store'

type Asking = Pick<Context<StaffCaller>, 'caller' | 'database' | 'now' | 'within'>

/** The event, where the caller may do this to it; otherwise it must look as if it were not there. */
export async function eventWithin(
  eventId: string,
  { database, within }: Pick<Asking, 'database' | 'within'>,
): Promise<StoredEvent | undefined> {
  const event = await database.open(eventsStore).get(eventId)
  return event && within(event.branchId) ? event : undefined
}

/** Changes it and writes down who did it, as one. `behind`: whoever is signed up has to hear of it. */
export function changeEvent<Code extends string>(
  eventId: string,
  { what, behind = false }: { what: ActKind; behind?: boolean },
  { caller, database, now, within }: Asking,
  rule: (event: Event) => Result<Event, Code>,
): Promise<Result<StoredEvent, Code | 'EVENT_NOT_FOUND'>> {
  const act = actOf(caller, now, { what, about: '', branchId: '' })
  const refs = { event: database.open(eventsStore).at(eventId), act: database.open(actsStore).at(act.id) }
  type Asked = Result<{ write: { event: StoredEvent; act: typeof act }; reply: StoredEvent }, Code | 'EVENT_NOT_FOUND'>
  return database.together(refs, ({ event }): Asked => {
    if (!event || !within(event.branchId)) return refused('EVENT_NOT_FOUND')
    const changed = rule(event)
    if (!changed.ok) return changed
    const write = storable(changed.data, behind || event.behind)
    return done({
      write: { event: write, act: { ...act, about: write.title, branchId: write.branchId } },
      reply: write,
    })
  })
}
