import { beforeAll, describe, expect, it } from 'vitest'
import type { Query } from '../../../cloudfunctions/_kit/database'
import { BadCursor } from '../../../cloudfunctions/_kit/query'
import { type Book, book, booksStore, fresh, pagesOf, type Stage, times } from './stage'

/** In the order of their bytes. Fullwidth forms come last, as in UTF-8. */
const TITLES_IN_ORDER = [
  '',
  ' 空格',
  '!',
  '"',
  '(1)',
  '-',
  '10',
  '9',
  'A',
  'Z',
  'Zz',
  '_',
  'a',
  'b',
  '~',
  'é',
  '“引”',
  '、',
  '《书》',
  '一',
  '丁',
  '七',
  '书',
  '书架',
  '心',
  '驿',
  '！',
  '（一）',
  '，',
]

const titled = (rows: readonly Book[]) => rows.map(({ title }) => title)
const shuffled = <T>(items: readonly T[]) =>
  items
    .map((item, index) => [(index * 7919) % 31, item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)

export const searching = (stage: Stage) =>
  describe('searching', () => {
    const books = () => stage.database.open(booksStore)
    const [titles, ties, lent] = [fresh('titles'), fresh('ties'), fresh('lent')]
    const tied = times(23, (index) =>
      book(ties, { id: `${ties}-${String(index).padStart(2, '0')}`, pages: [10, 20, 20, 30][index % 4] ?? 0 }),
    )
    const byPagesThenId = [...tied].sort((a, b) => a.pages - b.pages || (a.id < b.id ? -1 : 1))

    beforeAll(async () => {
      await books().insertMany(shuffled(TITLES_IN_ORDER.map((title) => book(titles, { title }))))
      await books().insertMany(shuffled(tied))
      await books().insertMany(times(12, (index) => book(lent, { lent: index % 3 === 0, pages: index })))
    })

    it('orders texts by code point, whatever the language', async () => {
      const { rows, next } = await books().find({ index: 'byTitle', where: { shelf: titles }, limit: 100 })
      expect(titled(rows)).toEqual(TITLES_IN_ORDER)
      expect(next).toBeNull()
    })

    it('orders texts descending, page after page', async () => {
      const pages = await pagesOf(books(), {
        index: 'byTitle',
        where: { shelf: titles },
        order: 'descending',
        limit: 4,
      })
      expect(titled(pages.flat())).toEqual([...TITLES_IN_ORDER].reverse())
    })

    it('orders numbers by value', async () => {
      const shelf = fresh('numbers')
      const numbers = [-1e9, -10, -9.5, 0, 0.5, 2, 9, 10, 100, 1e21]
      await books().insertMany(shuffled(numbers.map((pages) => book(shelf, { pages }))))
      const { rows } = await books().find({ index: 'byPages', where: { shelf }, limit: 100 })
      expect(rows.map(({ pages }) => pages)).toEqual(numbers)
    })

    it.each([1, 2, 3, 7, 22, 23, 24])(
      'neither repeats nor leaves out rows of equal value in pages of %d',
      async (limit) => {
        const query = { index: 'byPages', where: { shelf: ties }, limit }
        const pages = await pagesOf(books(), query)
        expect(pages.flat()).toEqual(byPagesThenId)
        expect(pages).toHaveLength(Math.ceil(23 / limit))
        const descending = await pagesOf(books(), { ...query, order: 'descending' })
        expect(descending.flat()).toEqual([...byPagesThenId].reverse())
      },
    )

    it('orders by id where every field is fixed', async () => {
      const query = { index: 'byPages', where: { shelf: ties, pages: 20 }, limit: 4 }
      const twenties = byPagesThenId.filter(({ pages }) => pages === 20)
      expect((await pagesOf(books(), query)).flat()).toEqual(twenties)
      expect((await pagesOf(books(), { ...query, order: 'descending' })).flat()).toEqual([...twenties].reverse())
    })

    it('goes on where it was when rows come and go in between', async () => {
      const shelf = fresh('moving')
      const [a, b, c, d] = times(4, (pages) => book(shelf, { pages })) as [Book, Book, Book, Book]
      await books().insertMany([a, b, d])
      const query = { index: 'byPages', where: { shelf }, limit: 2 }
      const first = await books().find(query)
      expect(first.rows).toEqual([a, b])
      await books().remove(b.id)
      await books().insertMany([c, book(shelf, { pages: -1 })])
      const second = await books().find({ ...query, after: first.next ?? '' })
      expect(second).toEqual({ rows: [c, d], next: null })
    })

    it('takes a range from its first value up to, not with, its last', async () => {
      const query = { index: 'byPages', where: { shelf: ties }, limit: 5 }
      const within = (range: { from?: number; before?: number }) => pagesOf(books(), { ...query, range })
      const where = (keep: (pages: number) => boolean) => byPagesThenId.filter(({ pages }) => keep(pages))
      expect((await within({ from: 20 })).flat()).toEqual(where((pages) => pages >= 20))
      expect((await within({ before: 20 })).flat()).toEqual(where((pages) => pages < 20))
      expect((await within({ from: 10, before: 30 })).flat()).toEqual(where((pages) => pages < 30))
      expect((await within({ from: 11, before: 20 })).flat()).toEqual([])
      const turned = await pagesOf(books(), { ...query, range: { from: 20 }, order: 'descending' })
      expect(turned.flat()).toEqual(where((pages) => pages >= 20).reverse())
    })

    it('takes a range of texts', async () => {
      const range = { from: '一', before: '心' }
      const { rows } = await books().find({ index: 'byTitle', where: { shelf: titles }, range, limit: 100 })
      expect(titled(rows)).toEqual(['一', '丁', '七', '书', '书架'])
    })

    it('finds by a yes or no', async () => {
      const { rows } = await books().find({ index: 'lentByPages', where: { shelf: lent, lent: true }, limit: 100 })
      expect(rows.map(({ pages }) => pages)).toEqual([0, 3, 6, 9])
    })

    it('counts what a search would find', async () => {
      const count = (query: Parameters<ReturnType<typeof books>['count']>[0]) => books().count(query)
      expect(await count({ index: 'byPages', where: { shelf: ties } })).toBe(23)
      expect(await count({ index: 'byPages', where: { shelf: ties, pages: 20 } })).toBe(12)
      expect(await count({ index: 'byPages', where: { shelf: ties }, range: { from: 20, before: 30 } })).toBe(12)
      expect(await count({ index: 'lentByPages', where: { shelf: lent, lent: false } })).toBe(8)
      expect(await count({ index: 'byPages', where: { shelf: fresh() } })).toBe(0)
    })

    it('finds nothing where there is nothing', async () => {
      expect(await books().find({ index: 'byTitle', where: { shelf: fresh() }, limit: 1 })).toEqual({
        rows: [],
        next: null,
      })
    })

    it('gives at most 100 rows a page', async () => {
      const shelf = fresh('many')
      await books().insertMany(times(130, (pages) => book(shelf, { pages })))
      const query = { index: 'byPages', where: { shelf } }
      const pages = await pagesOf(books(), { ...query, limit: 100 })
      expect(pages.map((rows) => rows.length)).toEqual([100, 30])
      for (const limit of [0, 101, 1.5]) await expect(books().find({ ...query, limit })).rejects.toThrow()
    })

    it('follows a document that is changed', async () => {
      const moving = book(fresh('shelf'))
      const shelf = fresh('shelf')
      await books().insert(moving)
      await books().change(moving.id, (found) => ({
        ok: true,
        data: { write: found && { ...found, shelf }, reply: null },
      }))
      expect(await books().count({ index: 'byTitle', where: { shelf: moving.shelf } })).toBe(0)
      expect(await books().count({ index: 'byTitle', where: { shelf } })).toBe(1)
    })

    it('refuses a search that no declared index serves', async () => {
      const refusedQueries: Pick<Query, 'index' | 'where' | 'range'>[] = [
        { index: 'byColour', where: { shelf: ties } },
        { index: 'byPages', where: { pages: 20 } },
        { index: 'byPages', where: { shelf: ties, title: '无题' } },
        { index: 'lentByPages', where: { shelf: lent } },
        { index: 'byPages', where: { shelf: ties, pages: 20 }, range: { from: 1 } },
      ]
      for (const query of refusedQueries) {
        await expect(books().find({ ...query, limit: 10 })).rejects.toThrow()
        await expect(books().count(query)).rejects.toThrow()
      }
    })

    it.each([
      '',
      'nonsense',
      '[]',
      '{"id":"x"}',
      '[1]',
      '["a",{"b":1}]',
      '[{"$gt":""},"id"]',
      '["20","id"]',
      '[null,"id"]',
      '[true,"id"]',
      '[1e999,"id"]',
      '[20,"\\u0000"]',
    ])('refuses the cursor %s', async (text) => {
      const after = Buffer.from(text).toString('base64url')
      const search = books().find({ index: 'byPages', where: { shelf: ties }, limit: 10, after })
      await expect(search).rejects.toThrow(BadCursor)
    })
  })
