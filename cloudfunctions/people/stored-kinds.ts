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
  const all = ofPerson(declaration, personId)
  return {
    kind: name,
    title,
    about,
    count: await database.open(declaration).count(all),
    sealed: sealed.length > 0,
    daysLeft: await daysLeft(declaration, all, { database, now }),
    why: keep.why,
    alone: owner.destroyed === 'alone',
    floor: floor ? floorOf(floor, region).words : null,
  }
}

const DAY_MS = 24 * 60 * 60_000

async function daysLeft(
  declaration: Owned,
  all: ReturnType<typeof ofPerson>,
  { database, now }: Pick<Around, 'database' | 'now'>,
): Promise<number | null> {
  const { keep } = declaration
  if (!('days' in keep)) return null
  const { rows } = await database.open(declaration).find({ ...all, limit: MOST_ROWS })
  const ends = rows.map((row) => daysLater(new Date(String(row[keep.since])), keep.days).getTime())
  return ends.length === 0 ? null : Math.max(0, Math.ceil((Math.min(...ends) - now.getTime()) / DAY_MS))
}
