import type { Back, Collection, Database, Query } from '../../cloudfunctions/_kit/database'
import { checked, type Declaration, type Stored } from '../../cloudfunctions/_kit/declaration'

type Row = Stored & Record<string, unknown>
type Pool = { left: number; holders: string[] }

const isIn = (row: Row, { where = {}, range }: Pick<Query, 'where' | 'range'>, field: string | undefined) =>
  Object.entries(where).every(([name, value]) => row[name] === value) &&
  (range?.from === undefined || String(row[field ?? 'id']) >= String(range.from)) &&
  (range?.before === undefined || String(row[field ?? 'id']) < String(range.before))

const inOrder = (field: string | undefined) => (one: Row, other: Row) => {
  const [a, b] = [one, other].map((row) => `${String(row[field ?? 'id'])} ${row.id}`)
  return String(a) < String(b) ? -1 : 1
}

/** The port over maps: one thing after another, so that a rule can be tried thousands of times. Not every call is there. */
export function openInMemory(): Database {
  const all = new Map<string, Map<string, Row>>()
  const rowsOf = ({ name }: { name: string }) => {
    const rows = all.get(name) ?? new Map<string, Row>()
    all.set(name, rows)
    return rows
  }
  const put = (declaration: Declaration<Stored>, document: Stored | null | undefined, id: string) => {
    if (document === undefined) return
    if (document === null) rowsOf(declaration).delete(id)
    else {
      checked(declaration, document)
      rowsOf(declaration).set(id, structuredClone(document) as Row)
    }
  }
  const openOne = (declaration: Declaration<Stored>) => {
    const rows = rowsOf(declaration)
    const get = async (id: string) => structuredClone(rows.get(id))
    return {
      get,
      getMany: async (ids: readonly string[]) => (await Promise.all(ids.map(get))).filter((row) => row !== undefined),
      find: async (query: Query) => {
        const fields = declaration.indexes[query.index] ?? []
        const field = fields.find((name) => !(name in (query.where ?? {})))
        const found = [...rows.values()].filter((row) => isIn(row, query, field)).sort(inOrder(field))
        return { rows: structuredClone(found.slice(0, query.limit)), next: null }
      },
      count: async (query: Pick<Query, 'index' | 'where' | 'range'>) => {
        const field = declaration.indexes[query.index]?.find((name) => !(name in (query.where ?? {})))
        return [...rows.values()].filter((row) => isIn(row, query, field)).length
      },
      spend: async (id: string, pool: string, holder: string, places = 1) => {
        const counted = rows.get(id)?.[pool] as Pool | undefined
        if (!counted) return 'absent'
        if (counted.holders.includes(holder)) return 'already'
        if (counted.left < places) return 'short'
        counted.left -= places
        counted.holders.push(holder)
        return 'spent'
      },
      release: async (id: string, pool: string, holder: string, { places = 1, into = pool }: Back = {}) => {
        const [from, to] = [rows.get(id)?.[pool], rows.get(id)?.[into]] as (Pool | undefined)[]
        if (!from || !to) return 'absent'
        if (!from.holders.includes(holder)) return 'not-held'
        from.holders = from.holders.filter((other) => other !== holder)
        to.left += places
        return 'released'
      },
      insert: async (document: Stored) => {
        if (rows.has(document.id)) return 'duplicate'
        put(declaration, document, document.id)
        return 'inserted'
      },
      change: async (id: string, rule: (document: Stored | undefined) => Ruled) => {
        const asked = rule(structuredClone(rows.get(id)))
        if (!asked.ok) return asked
        put(declaration, asked.data.write as Stored | null | undefined, id)
        return { ok: true, data: asked.data.reply }
      },
      remove: async (id: string) => (rows.delete(id) ? 'removed' : 'absent'),
      at: (id: string) => ({ declaration, id }),
    }
  }
  const together = async (
    refs: Record<string, { declaration: Declaration<Stored>; id: string }>,
    rule: (documents: Record<string, unknown>) => Ruled,
  ) => {
    const entries = Object.entries(refs)
    const asked = rule(
      Object.fromEntries(
        entries.map(([name, { declaration, id }]) => [name, structuredClone(rowsOf(declaration).get(id))]),
      ),
    )
    if (!asked.ok) return asked
    const write = asked.data.write as Record<string, Stored | null | undefined>
    for (const [name, { declaration, id }] of entries) put(declaration, write[name], id)
    return { ok: true, data: asked.data.reply }
  }
  return {
    open: (declaration) => openOne(declaration as unknown as Declaration<Stored>) as unknown as Collection<never>,
    together: together as unknown as Database['together'],
  } as Database
}

type Ruled = { ok: true; data: { write?: unknown; reply: unknown } } | { ok: false; code: string }
