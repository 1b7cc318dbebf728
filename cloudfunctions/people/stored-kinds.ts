import type { Output } from '../../src/contract'
import { floorOf, type Region } from '../../src/domain/retention/floors'
import { daysLater } from '../../src/domain/time'
import { type Database, MOST_ROWS } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { type Owned, ofPerson, shownKinds } from './owned'

type Row = Output<'privacy', 'stored'>['rows'][number]

type Around = { database: Database; now: Date; region: Region }

/** What is stored about one person, a row for each kind there can be. */
export const storedKinds = (
  declarations: readonly AnyDeclaration[],
  personId: string,
  around: Around,
): Promise<Row[]> => Promise.all(shownKinds(declarations).map((declaration) => rowOf(declaration, personId, around)))

async function rowOf(declaration: Owned, personId: string, { database, now, region }: Around): Promise<Row> {
  const { name, title, about, keep, owner, sealed, floor } = declaration
  return {
    kind: name,
    title,
    about,
    ...(await howMany(declaration, personId, { database, now })),
    sealed: sealed.length > 0,
    why: keep.why,
    alone: owner.destroyed === 'alone',
    floor: floor ? floorOf(floor, region).words : null,
  }
}

const DAY_MS = 24 * 60 * 60_000

/** Counted apart only where nothing has to be read, or there is more than a page of it. */
async function howMany(
  declaration: Owned,
  personId: string,
  { database, now }: Pick<Around, 'database' | 'now'>,
): Promise<Pick<Row, 'count' | 'daysLeft'>> {
  const { keep } = declaration
  const all = ofPerson(declaration, personId)
  const collection = database.open(declaration)
  if (!('days' in keep)) return { count: await collection.count(all), daysLeft: null }
  const { rows, next } = await collection.find({ ...all, limit: MOST_ROWS })
  const ends = rows.map((row) => daysLater(new Date(String(row[keep.since])), keep.days).getTime())
  return {
    count: next === null ? rows.length : await collection.count(all),
    daysLeft: ends.length === 0 ? null : Math.max(0, Math.ceil((Math.min(...ends) - now.getTime()) / DAY_MS)),
  }
}
