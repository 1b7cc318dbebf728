import type { ProgrammedEvent } from '../../src/contract/events'
import type { Event } from '../../src/domain/events/event'
import { isShown, standOf } from '../../src/domain/events/stand'
import type { Kind } from '../../src/domain/events/words'
import type { StaffCaller } from '../_kit/caller'
import type { Page, Query } from '../_kit/database'
import { hideCursor, readHidden } from '../_kit/hidden-cursor'
import { staffStore } from '../_kit/identity'
import type { Context } from '../_kit/serve'
import { branchNames } from '../people/open'
import { eventsStore, type StoredEvent } from './events-store'
import { namesOfTeachers } from './names-of-teachers'
import { countsOf } from './show-events'

type Around = Pick<Context<StaffCaller>, 'caller' | 'database' | 'now'>

/** As whoever plans sees them: without counts, which are for one that is opened. */
export async function programmed(events: readonly Event[], around: Around): Promise<ProgrammedEvent[]> {
  const { caller, database, now } = around
  const [branch, teacher, staff] = await Promise.all([
    branchNames(
      events.map(({ branchId }) => branchId),
      database,
    ),
    namesOfTeachers(
      events.map(({ teacherId }) => teacherId),
      database,
    ),
    database.open(staffStore).getMany([...new Set(events.map(({ hostId }) => hostId))]),
  ])
  const nameOf = new Map(staff.map(({ id, name }) => [id, name]))
  return events.map((event) => ({
    ...plain(event),
    branchName: branch(event.branchId),
    stand: isShown(event) ? standOf(event, null, now) : null,
    hostName: nameOf.get(event.hostId) ?? '',
    own: event.hostId === caller.staffId,
    teacherName: teacher(event.teacherId),
    counts: null,
  }))
}

export async function programmedOne(event: StoredEvent, around: Around): Promise<ProgrammedEvent> {
  const [[one], counts] = await Promise.all([programmed([event], around), countsOf(event, around)])
  if (!one) throw new Error('one event gives one row')
  return { ...one, counts: isShown(event) ? counts : null }
}

const plain = (event: Event): Event => {
  const { shown, beginsAt, endsAt, behind, ...rest } = event as StoredEvent
  return rest
}

export type Which = 'own' | 'review' | 'ahead' | 'past'

const PAGE = 50
const ENOUGH = 25
/** Where the next page begins may be an event of another branch. */
const CURSOR = 'programme'

const queryOf = (which: Which, { caller, now }: Around): Omit<Query, 'limit'> => {
  const at = now.toISOString()
  if (which === 'own') return { index: 'byHost', where: { hostId: caller.staffId }, order: 'descending' }
  if (which === 'review') return { index: 'byState', where: { state: 'in-review' } }
  if (which === 'ahead') return { index: 'byShownEnd', where: { shown: true }, range: { from: at } }
  return { index: 'byShownEnd', where: { shown: true }, range: { before: at }, order: 'descending' }
}

/** Those in the caller's branches. A host of one district sees few of the city's: pages are read on until there is something to show. */
export async function programmeOf(
  which: Which,
  { kind, after }: { kind?: Kind | undefined; after?: string | undefined },
  context: Context<StaffCaller>,
): Promise<{ rows: ProgrammedEvent[]; next: string | null }> {
  const { database, keys, within } = context
  const found: StoredEvent[] = []
  let next: string | null = after === undefined ? null : readHidden(keys, CURSOR, after)
  do {
    const page: Page<StoredEvent> = await database
      .open(eventsStore)
      .find({ ...queryOf(which, context), limit: PAGE, ...(next && { after: next }) })
    found.push(...page.rows.filter((event) => within(event.branchId) && (kind === undefined || event.kind === kind)))
    next = page.next
  } while (next && found.length < ENOUGH)
  return { rows: await programmed(found, context), next: next && hideCursor(keys, CURSOR, next) }
}
