import { strToU8, zipSync } from 'fflate'
import { floorOf, type Region } from '../../src/domain/retention/floors'
import { inShanghai } from '../../src/domain/time'
import type { Employee } from '../_kit/caller'
import type { Database } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import type { Keys } from '../_kit/keys'
import { BadCursor, cursorOf, plan } from '../_kit/query'
import { openOwn } from '../_kit/reveal'
import { type ExportedKind, exportPage, rowMarkup } from './export-page'
import { wordsFor } from './export-words'
import { type Owned, ofPerson, shownKinds } from './owned'

type Around = { database: Database; keys: Keys; now: Date; region: Region; caller: Employee }

/** Before it is packed, so that the zip is smaller in any case: a reply to a phone must stay under 1 MB as base64. */
const MOST_BYTES = 600 * 1024
const A_PAGE = 50

type ExportedRow = Record<string, unknown>
/** `cells` for reading, `fields` for machines. */
type Shown = { kind: Owned; rows: { cells: string[]; fields: ExportedRow }[] }

/** Where the next part begins: its number, a kind, and how far in it. */
type Place = { part: number; kind: number; after: string | undefined }

function placeOf(cursor: string | undefined, kinds: readonly Owned[]): Place {
  if (cursor === undefined) return { part: 1, kind: 0, after: undefined }
  const [, part, name, after] = /^(\d{1,4})\.([a-zA-Z]+)\.(.*)$/.exec(cursor) ?? []
  const kind = kinds.findIndex((one) => one.name === name)
  if (kind < 0) throw new BadCursor('not a cursor of ours')
  return { part: Number(part), kind, after: after || undefined }
}

/** One part of everything that is stored about the caller, as a zip. */
export async function exportPart(declarations: readonly AnyDeclaration[], cursor: string | undefined, around: Around) {
  const kinds = shownKinds(declarations)
  const place = placeOf(cursor, kinds)
  const { shown, next } = await gather(kinds, place, declarations, around)
  const madeAt = inShanghai(around.now)
  const head = { madeAt: madeAt.format('YYYY-MM-DD HH:mm'), part: place.part, isLast: next === null }
  const page = exportPage({ ...head, kinds: shown.map((one) => readable(one, around.region)) })
  const data = {
    madeAt: madeAt.format(),
    part: place.part,
    kinds: shown.map(({ kind, rows }) => ({
      kind: kind.name,
      title: kind.title,
      about: kind.about,
      names: kind.fields,
      rows: rows.map(({ fields }) => fields),
    })),
  }
  const zip = zipSync(
    { '我的资料.html': strToU8(page), '我的资料.json': strToU8(JSON.stringify(data, null, 1)) },
    { mtime: around.now },
  )
  const number = place.part === 1 && next === null ? '' : `-${place.part}`
  return {
    name: `心驿-我的资料-${madeAt.format('YYYY-MM-DD')}${number}.zip`,
    zip: Buffer.from(zip).toString('base64'),
    next,
  }
}

async function gather(kinds: readonly Owned[], from: Place, declarations: readonly AnyDeclaration[], around: Around) {
  const shown: Shown[] = []
  let bytes = 0
  for (const [at, kind] of kinds.entries()) {
    if (at < from.kind) continue
    const one: Shown = { kind, rows: [] }
    let after = at === from.kind ? from.after : undefined
    shown.push(one)
    do {
      const query = { ...ofPerson(kind, around.caller.personId), limit: A_PAGE, ...(after && { after }) }
      const page = await around.database.open(kind).find(query)
      const opened = await Promise.all(page.rows.map((row) => open(kind, row, around)))
      const say = await wordsFor(opened, declarations, around.database)
      for (const [index, row] of opened.entries()) {
        const exported = exportedRow(kind, row, say)
        const weight =
          Buffer.byteLength(rowMarkup(exported.cells)) + Buffer.byteLength(JSON.stringify(exported.fields, null, 1))
        if (bytes + weight > MOST_BYTES && bytes > 0) {
          if (one.rows.length === 0) shown.pop()
          const before = page.rows[index - 1]
          const reached = before ? cursorOf(plan(kind, query), before) : (after ?? '')
          return { shown, next: `${from.part + 1}.${kind.name}.${reached}` }
        }
        bytes += weight
        one.rows.push(exported)
      }
      after = page.next ?? undefined
    } while (after)
  }
  return { shown, next: null }
}

const open = (kind: Owned, row: { id: string }, around: Around): Promise<ExportedRow> | ExportedRow =>
  kind.sealed.length > 0 ? openOwn(kind, row, around) : row

function exportedRow(kind: Owned, row: ExportedRow, say: (field: string, value: unknown, row: ExportedRow) => string) {
  const names = Object.keys(kind.fields)
  return {
    cells: names.map((field) => say(field, row[field], row)),
    fields: Object.fromEntries(names.map((field) => [field, row[field] ?? null])),
  }
}

function readable({ kind, rows }: Shown, region: Region): ExportedKind {
  const { title, about, keep, floor, fields, sealed } = kind
  const seenBy = kind.seenBy ?? '只有您自己'
  return {
    title,
    about,
    seenBy: sealed.length > 0 ? `${seenBy}。加密存放。` : `${seenBy}。`,
    kept: floor ? `${keep.why}。${floorOf(floor, region).words}` : `${keep.why}。`,
    columns: Object.values(fields),
    rows: rows.map(({ cells }) => cells),
  }
}
