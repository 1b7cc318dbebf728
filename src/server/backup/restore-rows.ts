import * as z from 'zod'
import { dataKeyId, dataKeysStore, type StoredDataKey } from '../../../cloudfunctions/_kit/data-keys'
import { type AnyDeclaration, VERSION_FIELD } from '../../../cloudfunctions/_kit/declaration'
import { invitationsStore, secondFactorsStore, sessionsStore, staffStore } from '../../../cloudfunctions/_kit/identity'
import type { Keys } from '../../../cloudfunctions/_kit/keys'
import { ledgerStore, readingsStore } from '../../../cloudfunctions/_kit/ledger'
import { tableOf } from '../postgres/columns'
import type { Query } from '../postgres/sql'
import { StartRefused } from '../start-refused'
import { stored } from '../store'
import { grouped, readLines } from './lines'
import { dataKeyIdOf, dataKeysAmong, hasDataKeys, open, type Row } from './person-rows'

const ROWS_A_STATEMENT = 200

/** A way in that was closed since must not open again. */
const NOT_RESTORED = [sessionsStore.name, invitationsStore.name]

const Line = z.union([
  z.tuple([z.string(), z.looseObject({ id: z.string() })]),
  z.tuple([z.string(), z.string(), z.string()]),
])
type Line = z.infer<typeof Line>

export type Inserted = {
  documents: number
  dataKeys: number
  /** Documents that were left out because their data key is destroyed, or gone. */
  dropped: number
  /** Sessions and one-time links. */
  signedOut: number
  /** Logins whose second factor is gone: they come back by a new one-time link. */
  shutOut: string[]
}

type Sources = { data: string; keysPath: string | undefined; stamp: string }

export async function insertAll(
  { data, keysPath, stamp }: Sources,
  destroyed: ReadonlySet<string>,
  query: Query,
  keys: Keys,
): Promise<Inserted> {
  const dataKeys = keysPath === undefined ? 0 : await insertKeys(keysPath, destroyed, query, keys)
  const counts = { documents: 0, dropped: 0, signedOut: 0 }
  const lostFactors = new Set<string>()
  const declarations = new Map(stored.map((declaration) => [declaration.name, declaration]))
  for await (const lines of grouped(readLines(data), ROWS_A_STATEMENT)) {
    for (const [name, group] of byCollection(lines.map((line) => Line.parse(line)))) {
      if (NOT_RESTORED.includes(name)) {
        counts.signedOut += group.length
        continue
      }
      const rows = await opened(declared(name, declarations), group, stamp, query, keys)
      if (name === secondFactorsStore.name) {
        const kept = rows.map((row) => dataKeyIdOf(secondFactorsStore, row, keys))
        for (const line of group) if (!kept.includes(String(line[1]))) lostFactors.add(String(line[1]))
      }
      counts.dropped += group.length - rows.length
      counts.documents += rows.length
      await insertRows(declared(name, declarations), rows, query)
    }
  }
  if (counts.dropped > 0) await forgetEntries(query)
  return { ...counts, dataKeys, shutOut: await shutOut(lostFactors, query, keys) }
}

/** The password of then, with no second factor beside it, would let whoever knows it set up one: of a colleague who has left, too. */
async function shutOut(lostFactors: ReadonlySet<string>, query: Query, keys: Keys): Promise<string[]> {
  if (lostFactors.size === 0) return []
  const staff = await query(`select id from ${tableOf(staffStore)} order by id`)
  const ids = staff.map(({ id }) => String(id)).filter((id) => lostFactors.has(dataKeyId(secondFactorsStore, id, keys)))
  await query(
    `update ${tableOf(staffStore)} set doc = jsonb_set(doc, '{passwordHash}', '""') where id = any($1::text[])`,
    [ids],
  )
  return ids
}

/** The auditor's side of a reading stays, but no longer names an entry that went with its person. */
const forgetEntries = (query: Query) =>
  query(
    `update ${tableOf(readingsStore)} set doc = jsonb_set(doc, '{entry}', '""')
     where doc->>'entry' <> '' and not exists (
       select 1 from ${tableOf(ledgerStore)} as kept
       where (kept.doc->>'hash') collate "C" = (${tableOf(readingsStore)}.doc->>'entry') collate "C")`,
  )

function byCollection(lines: Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>()
  for (const line of lines) groups.set(line[0], [...(groups.get(line[0]) ?? []), line])
  return groups
}

function declared(name: string, declarations: ReadonlyMap<string, AnyDeclaration>): AnyDeclaration {
  const declaration = declarations.get(name)
  if (!declaration)
    throw new StartRefused(`The backup holds ${name}, which this version does not know. Nothing was written.`)
  return declaration
}

/** Data keys that were destroyed do not come back; what they would open is dropped with them. */
async function insertKeys(path: string, destroyed: ReadonlySet<string>, query: Query, keys: Keys): Promise<number> {
  let inserted = 0
  for await (const rows of grouped(readLines(path), ROWS_A_STATEMENT)) {
    const live = (rows as (StoredDataKey & Row)[]).filter(({ keyId }) => !destroyed.has(keyId))
    const lost = live.find(({ wrappedBy }) => !keys.has(wrappedBy))
    if (lost)
      throw new StartRefused(
        `The data keys of this backup need the wrapping key ${lost.wrappedBy}, which is not among the keys at hand. Put back the keys as they were then, and restore again. Nothing was written.`,
      )
    await insertRows(dataKeysStore, live, query)
    inserted += live.length
  }
  return inserted
}

async function opened(declaration: AnyDeclaration, lines: Line[], stamp: string, query: Query, keys: Keys) {
  if (!hasDataKeys(declaration)) return lines.map((line) => line[1] as Row)
  const dataKeys = await dataKeysAmong(
    lines.map((line) => String(line[1])),
    query,
    keys,
  )
  return lines.flatMap(([, keyId, closed]) => {
    const key = dataKeys.get(String(keyId))
    if (!key || closed === undefined) return []
    const row = open(declaration, closed, key, stamp)
    if (dataKeyIdOf(declaration, row, keys) !== keyId) throw new Error(`${declaration.name}: somebody else's key`)
    return [row]
  })
}

/** As they were stored: what an older version wrote is lifted when it is read, as it would have been. */
async function insertRows(declaration: AnyDeclaration, rows: readonly Row[], query: Query) {
  const newer = rows.find((row) => Number(row[VERSION_FIELD]) > declaration.version)
  if (newer)
    throw new StartRefused('The backup was made by a newer version. Install that version first. Nothing was written.')
  if (rows.length === 0) return
  await query(
    `insert into ${tableOf(declaration)} (id, doc) select row->>'id', row from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(rows)],
  )
}
