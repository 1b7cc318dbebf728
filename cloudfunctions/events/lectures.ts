import type { Output } from '../../src/contract'
import { covers } from '../../src/domain/branches/scope'
import { WELL_ATTENDED } from '../../src/domain/events/words'
import { startOfHour } from '../../src/domain/time'
import { type Database, MOST_ROWS, type Page } from '../_kit/database'
import { branchesStore } from '../people/open'
import { eventReportsStore } from './event-reports-store'
import { eventsStore, type StoredEvent } from './events-store'
import { quotaId, quotasStore } from './quotas-store'
import { signupsStore } from './signups-store'

type Around = { database: Database; within: (branchId: string) => string | undefined }
type Row = Output<'programme', 'lectures'>['rows'][number]

const LAST = '\u{10FFFF}'

/** Every page of what a query finds. */
async function all<T>(read: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = []
  let after: string | null = null
  do {
    const page = await read(after)
    found.push(...page.rows)
    after = page.next
  } while (after)
  return found
}

/** The city's districts that the caller looks after, each with the lectures held or announced in it. */
export async function lecturesOf(year: string, { database, within }: Around): Promise<Row[]> {
  const branches = await all((after) =>
    database
      .open(branchesStore)
      .find({ index: 'byParent', where: { parentId: 'city' }, limit: MOST_ROWS, ...(after && { after }) }),
  )
  const districts = branches.filter(({ kind, closed, id }) => kind === 'district' && !closed && within(id))
  const [from, before] = [startOfHour(`${year}-01-01T00`), startOfHour(`${Number(year) + 1}-01-01T00`)]
  const lectures = await all((after) =>
    database.open(eventsStore).find({
      index: 'byKind',
      where: { kind: 'lecture' },
      range: { from: from?.toISOString() ?? '', before: before?.toISOString() ?? LAST },
      limit: MOST_ROWS,
      ...(after && { after }),
    }),
  )
  const rows: Row[] = []
  for (const { id, name } of districts) {
    const own = lectures.filter(({ branchId }) => covers(id, branchId))
    const held = own.filter(({ state }) => state === 'held' || state === 'reported')
    const [quota, attended] = await Promise.all([
      database.open(quotasStore).get(quotaId(id, year)),
      Promise.all(held.map((event) => isWellAttended(event, database))),
    ])
    rows.push({
      branchId: id,
      branchName: name,
      quota: quota?.quota ?? 0,
      announced: own.filter(({ state }) => state === 'announced').length,
      held: held.length,
      wellAttended: attended.filter((well) => well).length,
    })
  }
  return rows
}

/** By its report; until that is written, by the sign-ups. */
async function isWellAttended({ id }: StoredEvent, database: Database): Promise<boolean> {
  const told = await database.open(eventReportsStore).get(id)
  const came = { index: 'inTurn', where: { eventId: id, state: 'came' } }
  return (told?.numbers?.came ?? (await database.open(signupsStore).count(came))) >= WELL_ATTENDED
}
