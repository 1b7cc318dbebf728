import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Collection } from '../../../cloudfunctions/_kit/database'
import { done } from '../../../src/domain/result'
import { type Book, booksStore, fresh, type Hall, hallsStore, pagesOf, type Stage } from './stage'

const text = fc.string({ unit: 'grapheme', maxLength: 6 })
const slot = fc.nat({ max: 5 })
const pages = fc.integer({ min: -3, max: 3 })
const title = fc.oneof(text, fc.constantFrom('一', '二', 'a', 'B', ''))

const pool = fc.constantFrom('seats' as const, 'freed' as const)
const holder = fc.constantFrom('甲', '乙', '丙')
const places = fc.integer({ min: 1, max: 3 })

const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), slot, pages, title, lent: fc.boolean() }),
  fc.record({ kind: fc.constant('insertMany' as const), slots: fc.uniqueArray(slot, { maxLength: 4 }), pages, title }),
  fc.record({ kind: fc.constant('change' as const), slot, pages, create: fc.boolean() }),
  fc.record({ kind: fc.constant('remove' as const), slot }),
  fc.record({
    kind: fc.constant('find' as const),
    limit: fc.integer({ min: 1, max: 4 }),
    order: fc.constantFrom('ascending' as const, 'descending' as const),
    range: fc.option(fc.record({ from: pages, before: pages }, { requiredKeys: [] }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('spend' as const), pool, holder, places }),
  fc.record({ kind: fc.constant('release' as const), pool, into: pool, holder, places }),
  fc.record({ kind: fc.constant('add' as const), key: fc.constantFrom('a', 'b', 'b1'), amount: pages }),
)

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What the port promises, over plain maps. */
function model(shelf: string) {
  const books = new Map<string, Book>()
  const halls = { seats: { left: 4, holders: [] as string[] }, freed: { left: 1, holders: [] as string[] } }
  const totals: Record<string, number> = {}
  const insert = (document: Book) => !books.has(document.id) && Boolean(books.set(document.id, document))
  const found = (
    order: 'ascending' | 'descending',
    range: { from?: number | undefined; before?: number | undefined } = {},
  ) => {
    const rows = [...books.values()]
      .filter((row) => range.from === undefined || row.pages >= range.from)
      .filter((row) => range.before === undefined || row.pages < range.before)
      .sort((a, b) => a.pages - b.pages || (a.id < b.id ? -1 : 1))
    return order === 'descending' ? rows.reverse() : rows
  }
  const spend = ({ pool, holder, places }: { pool: keyof typeof halls; holder: string; places: number }) => {
    if (halls[pool].holders.includes(holder)) return 'already'
    if (halls[pool].left < places) return 'short'
    halls[pool].left -= places
    halls[pool].holders.push(holder)
    return 'spent'
  }
  const release = ({ pool, into, holder, places }: Parameters<typeof spend>[0] & { into: keyof typeof halls }) => {
    if (!halls[pool].holders.includes(holder)) return 'not-held'
    halls[into].left += places
    halls[pool].holders = halls[pool].holders.filter((other) => other !== holder)
    return 'released'
  }
  return { shelf, books, halls, totals, insert, found, spend, release }
}

type Model = ReturnType<typeof model>

const bare = (range: { from?: number | undefined; before?: number | undefined }) =>
  Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined))

async function take(taken: Step, expected: Model, books: Collection<Book>, halls: Collection<Hall>): Promise<void> {
  const { shelf } = expected
  const idOf = (at: number) => `${shelf}-${at}`
  switch (taken.kind) {
    case 'insert': {
      const document = { id: idOf(taken.slot), shelf, title: taken.title, pages: taken.pages, lent: taken.lent }
      expect(await books.insert(document)).toBe(expected.insert(document) ? 'inserted' : 'duplicate')
      return
    }
    case 'insertMany': {
      const many = taken.slots.map((at) => ({
        id: idOf(at),
        shelf,
        title: taken.title,
        pages: taken.pages,
        lent: false,
      }))
      const { duplicates } = await books.insertMany(many)
      expect(duplicates.sort()).toEqual(
        many
          .filter((document) => !expected.insert(document))
          .map(({ id }) => id)
          .sort(),
      )
      return
    }
    case 'change': {
      const id = idOf(taken.slot)
      const next = (before: Book | undefined): Book | undefined =>
        before
          ? { ...before, pages: taken.pages }
          : taken.create
            ? { id, shelf, title: '新', pages: taken.pages, lent: true }
            : undefined
      const before = expected.books.get(id)
      const after = next(before)
      const answer = await books.change(id, (seen) => done({ write: next(seen), reply: seen ?? null }))
      expect(answer).toEqual({ ok: true, data: before ?? null })
      if (after) expected.books.set(id, after)
      return
    }
    case 'remove':
      expect(await books.remove(idOf(taken.slot))).toBe(expected.books.delete(idOf(taken.slot)) ? 'removed' : 'absent')
      return
    case 'find': {
      const range = taken.range && bare(taken.range)
      const asked = { index: 'byPages', where: { shelf }, ...(range ? { range } : {}) }
      const rows = expected.found(taken.order, taken.range)
      expect((await pagesOf(books, { ...asked, order: taken.order, limit: taken.limit })).flat()).toEqual(rows)
      expect(await books.count(asked)).toBe(rows.length)
      return
    }
    case 'spend':
      expect(await halls.spend(shelf, taken.pool, taken.holder, taken.places)).toBe(expected.spend(taken))
      return
    case 'release': {
      const { pool, into, holder, places } = taken
      expect(await halls.release(shelf, pool, holder, { places, into })).toBe(expected.release(taken))
      return
    }
    case 'add':
      expected.totals[taken.key] = (expected.totals[taken.key] ?? 0) + taken.amount
      expect(await halls.add(shelf, { [`totals.${taken.key}`]: taken.amount })).toBe('added')
  }
}

export const modelled = (stage: Stage) =>
  it('does what a plain model does, in any order of calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const expected = model(fresh('model'))
        const [books, halls] = [stage.database.open(booksStore), stage.database.open(hallsStore)]
        await halls.insert({ id: expected.shelf, ...structuredClone(expected.halls), totals: {} })
        for (const taken of steps) await take(taken, expected, books, halls)
        const byId = [...expected.books.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
        expect(await books.getMany(byId.map(({ id }) => id))).toEqual(byId)
        const hall = await halls.get(expected.shelf)
        expect(hall?.totals).toEqual(expected.totals)
        for (const pool of ['seats', 'freed'] as const) {
          expect(hall?.[pool].left).toBe(expected.halls[pool].left)
          expect(hall?.[pool].holders.sort()).toEqual(expected.halls[pool].holders.sort())
        }
      }),
      { numRuns: 12 },
    )
  })
