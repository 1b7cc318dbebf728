import { type Collection, type Increments, refusePlaces } from '../../../cloudfunctions/_kit/database'
import { type AnyDeclaration, lift, type Stored, VERSION_FIELD } from '../../../cloudfunctions/_kit/declaration'
import { again } from './again'
import { plainName, tableOf } from './columns'
import { transactAlone } from './gather-changes'
import type { Sql } from './sql'

/** A document lists a few dozen amounts at most; more in one statement is a mistake. */
const MOST_INCREMENTS = 100

type Counting = Pick<Collection<Stored>, 'spend' | 'release' | 'add'>

/** What one conditional update saw under the lock of the row, and whether it wrote. */
type Seen = { fits: boolean | null; held: boolean | null; enough: boolean | null; took: boolean }

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/**
 * One statement: `seen` locks the row and looks at what is really there, after whoever held it before; the update follows only
 * where `when` holds. What the document becomes is worked out in `seen`: an update works out its own values once from the row as
 * it was before the lock, too. No row at all means that the document is absent.
 */
const conditional = (
  declaration: AnyDeclaration,
  {
    fits,
    held = 'false',
    enough = 'true',
    when,
    becomes,
  }: Record<'fits' | 'when' | 'becomes', string> & { held?: string; enough?: string },
) =>
  oneLine(`
    with seen as materialized (
      select id, (doc->>'${VERSION_FIELD}')::int as version, ${fits} as fits, ${held} as held, ${enough} as enough,
        case when ${fits} then ${becomes} end as becomes
      from ${tableOf(declaration)} where id = $1 for update
    ), took as (
      update ${tableOf(declaration)} as target set doc = seen.becomes from seen
      where target.id = seen.id and seen.version = ${declaration.version} and seen.fits and ${when} returning target.id
    )
    select version, fits, held, enough, exists (select 1 from took) as took from seen`)

/** Brings a counter stored at an older version to today's shape, so that the conditional update finds its fields. */
const rewrite = (sql: Sql, declaration: AnyDeclaration, id: string) =>
  transactAlone(sql, {
    refs: { it: { declaration, id } },
    decide: ({ it }) => ({ outcome: undefined, writes: { it } }),
  })

async function run(
  sql: Sql,
  declaration: AnyDeclaration,
  statement: string,
  params: readonly unknown[],
): Promise<Seen | undefined> {
  for (;;) {
    const [row] = await again(() => sql.query(statement, params))
    if (!row) return undefined
    if (row.version === declaration.version) return row as Seen
    if (typeof row.version !== 'number' || row.version > declaration.version)
      lift(declaration, { [VERSION_FIELD]: row.version })
    await rewrite(sql, declaration, String(params[0]))
  }
}

function refusePlain(declaration: AnyDeclaration, field: string): void {
  if (!declaration.counter) throw new Error(`${declaration.name} is not a counter`)
  if (!Object.hasOwn(declaration.schema.shape, plainName(field))) throw new Error(`${declaration.name} has no ${field}`)
}

const poolFits = (pool: string) =>
  `(jsonb_typeof(doc->'${pool}'->'left') = 'number' and jsonb_typeof(doc->'${pool}'->'holders') = 'array')`

const counted = (doc: string, pool: string, by: '+' | '-') =>
  `jsonb_set(${doc}, '{${pool},left}', to_jsonb((doc->'${pool}'->>'left')::numeric ${by} $3::numeric))`

const remembered = (doc: string, pool: string, holders: string) => `jsonb_set(${doc}, '{${pool},holders}', ${holders})`

function refuseUnfit(declaration: AnyDeclaration, what: string, seen: Seen): void {
  if (!seen.fits) throw new Error(`${declaration.name}: ${what} is not what can be counted with`)
}

/** Keys below the first may be days, hours or ids. */
function pathOf(declaration: AnyDeclaration, dotted: string): string[] {
  const [first = '', ...rest] = dotted.split('.')
  refusePlain(declaration, first)
  for (const key of rest)
    if (!/^[a-zA-Z0-9]\w{0,63}$/.test(key)) throw new Error(`${declaration.name}: ${dotted} is not a path`)
  return [first, ...rest]
}

const at = (path: readonly string[]) => `doc #> '{${path.join(',')}}'`

const isOrMissing = (path: readonly string[], type: 'object' | 'number') =>
  `coalesce(jsonb_typeof(${at(path)}), '${type}') = '${type}'`

function addition(declaration: AnyDeclaration, increments: Increments): { statement: string; amounts: number[] } {
  const paths = Object.keys(increments).map((dotted) => pathOf(declaration, dotted))
  const amounts = Object.values(increments)
  if (paths.length < 1 || paths.length > MOST_INCREMENTS || !amounts.every(Number.isFinite))
    throw new Error(`${declaration.name}: these amounts cannot be added`)
  const parents = new Map(
    paths
      .flatMap((path) => path.slice(1).map((_, depth) => path.slice(0, depth + 1)))
      .map((path) => [path.join('.'), path]),
  )
  for (const dotted of Object.keys(increments))
    if (parents.has(dotted)) throw new Error(`${declaration.name}: ${dotted} cannot be a number and hold numbers`)
  const outermostFirst = [...parents.values()].sort((a, b) => a.length - b.length)
  const opened = outermostFirst.reduce(
    (doc, path) => `jsonb_set(${doc}, '{${path.join(',')}}', coalesce(${at(path)}, '{}'))`,
    'doc',
  )
  // Doubles, so that sums come out as MongoDB and JavaScript would have them.
  const becomes = paths.reduce(
    (doc, path, index) =>
      `jsonb_set(${doc}, '{${path.join(',')}}', to_jsonb(coalesce((${at(path)})::float8, 0) + $${index + 2}::float8))`,
    opened,
  )
  const fits = [
    ...outermostFirst.map((path) => isOrMissing(path, 'object')),
    ...paths.map((path) => isOrMissing(path, 'number')),
  ].join(' and ')
  return { statement: conditional(declaration, { fits: `(${fits})`, when: 'true', becomes }), amounts }
}

export const countingOver = (sql: Sql, declaration: AnyDeclaration): Counting => ({
  spend: async (id, pool, holder, places = 1) => {
    refusePlain(declaration, pool)
    refusePlaces(declaration.name, places)
    const statement = conditional(declaration, {
      fits: poolFits(pool),
      held: `doc->'${pool}'->'holders' ? $2::text`,
      enough: `(doc->'${pool}'->>'left')::numeric >= $3::numeric`,
      when: 'not seen.held and seen.enough',
      becomes: remembered(counted('doc', pool, '-'), pool, `(doc->'${pool}'->'holders') || to_jsonb($2::text)`),
    })
    const seen = await run(sql, declaration, statement, [id, holder, String(places)])
    if (!seen) return 'absent'
    refuseUnfit(declaration, pool, seen)
    if (seen.took) return 'spent'
    return seen.held ? 'already' : 'short'
  },
  release: async (id, pool, holder, { places = 1, into = pool } = {}) => {
    for (const named of [pool, into]) refusePlain(declaration, named)
    refusePlaces(declaration.name, places)
    const statement = conditional(declaration, {
      fits: `(${poolFits(pool)} and ${poolFits(into)})`,
      held: `doc->'${pool}'->'holders' ? $2::text`,
      when: 'seen.held',
      becomes: remembered(counted('doc', into, '+'), pool, `(doc->'${pool}'->'holders') - $2::text`),
    })
    const seen = await run(sql, declaration, statement, [id, holder, String(places)])
    if (!seen) return 'absent'
    refuseUnfit(declaration, pool, seen)
    return seen.took ? 'released' : 'not-held'
  },
  add: async (id, increments) => {
    const { statement, amounts } = addition(declaration, increments)
    const seen = await run(sql, declaration, statement, [id, ...amounts.map(String)])
    if (!seen) return 'absent'
    refuseUnfit(declaration, Object.keys(increments).join(', '), seen)
    return 'added'
  },
})
