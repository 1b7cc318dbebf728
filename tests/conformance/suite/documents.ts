import { describe, expect, it } from 'vitest'
import { done } from '../../../src/domain/result'
import {
  type Book,
  book,
  booksStore,
  fresh,
  lettersStore,
  oldLettersStore,
  remarksStore,
  type Stage,
  times,
} from './stage'

const ODD_TEXTS = [
  '',
  ' ',
  '心驿：您好，“请进”！',
  `it's a "quoted" \\ back\\\\slash`,
  '\'); drop table "conformanceBooks"; --',
  '{"not": "json"}',
  '$1 $x %s ? :name',
  'line\nbreak\r\n\ttab',
  '👩‍👩‍👧 𠮷 e\u0301 \u200d',
  '\u2028\ufeff\u0001',
]

const ODD_NUMBERS = [
  0,
  -1,
  0.1,
  0.1 + 0.2,
  1 / 3,
  -273.15,
  1e21,
  1e-7,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
]

export const documents = (stage: Stage) =>
  describe('documents', () => {
    const books = () => stage.database.open(booksStore)

    it('inserts an id once: a second document with it is a duplicate and changes nothing', async () => {
      const first = book('a', { title: '第一本' })
      expect(await books().insert(first)).toBe('inserted')
      expect(await books().insert({ ...first, title: '第二本' })).toBe('duplicate')
      expect(await books().get(first.id)).toEqual(first)
    })

    it('lets exactly one of many simultaneous inserts of the same id in', async () => {
      const id = fresh('book')
      const answers = await Promise.all(times(12, (pages) => books().insert(book('race', { id, pages }))))
      expect(answers.filter((answer) => answer === 'inserted')).toHaveLength(1)
      expect((await books().get(id))?.pages).toBe(answers.indexOf('inserted'))
    })

    it('has nothing under an id that was never inserted', async () => {
      expect(await books().get(fresh())).toBeUndefined()
      expect(await books().remove(fresh())).toBe('absent')
    })

    it('removes once, and the id is free again', async () => {
      const one = book('a')
      await books().insert(one)
      expect(await books().remove(one.id)).toBe('removed')
      expect(await books().remove(one.id)).toBe('absent')
      expect(await books().get(one.id)).toBeUndefined()
      expect(await books().insert(one)).toBe('inserted')
    })

    it('gets many in the order asked and leaves out what is not there', async () => {
      const [a, b, c] = [book('m'), book('m'), book('m')]
      await books().insertMany([a, b, c])
      expect(await books().getMany([c.id, fresh(), a.id, b.id])).toEqual([c, a, b])
      expect(await books().getMany([])).toEqual([])
    })

    it('gets at most 100 at once', async () => {
      expect(await books().getMany(times(100, () => fresh()))).toEqual([])
      await expect(books().getMany(times(101, () => fresh()))).rejects.toThrow()
    })

    it('inserts many and names those that were there, which stay as they were', async () => {
      const there = book('old', { title: '早就在' })
      await books().insert(there)
      const many = times(20, (index) => book('new', { pages: index }))
      const { duplicates } = await books().insertMany([...many, { ...there, title: '后来的' }])
      expect(duplicates).toEqual([there.id])
      expect(await books().get(there.id)).toEqual(there)
      expect(await books().getMany(many.map(({ id }) => id))).toEqual(many)
      expect((await books().insertMany(many)).duplicates.sort()).toEqual(many.map(({ id }) => id).sort())
      expect(await books().insertMany([])).toEqual({ duplicates: [] })
    })

    it('inserts 500 at once, and refuses 501 whole', async () => {
      const shelf = fresh('shelf')
      const many = times(501, (pages) => book(shelf, { pages }))
      await expect(books().insertMany(many)).rejects.toThrow()
      expect(await books().count({ index: 'byPages', where: { shelf } })).toBe(0)
      expect(await books().insertMany(many.slice(0, 500))).toEqual({ duplicates: [] })
      expect(await books().count({ index: 'byPages', where: { shelf } })).toBe(500)
    })

    it('says of batches that overlap at the same time which one inserted what', async () => {
      const many = times(10, () => book('batch'))
      const answers = await Promise.all(
        [many.slice(0, 7), many.slice(3).reverse()].map((batch) => books().insertMany(batch)),
      )
      const inserted = 14 - answers.flatMap(({ duplicates }) => duplicates).length
      expect(inserted).toBe(10)
      expect(await books().getMany(many.map(({ id }) => id))).toEqual(many)
    })

    it.each(ODD_TEXTS.map((text) => [JSON.stringify(text), text] as const))(
      'keeps the text %s, also in an id',
      async (_, text) => {
        const odd = book(`shelf${text}`, { id: fresh('odd') + text, title: text, text })
        expect(await books().insert(odd)).toBe('inserted')
        expect(await books().get(odd.id)).toEqual(odd)
        expect(await books().getMany([odd.id])).toEqual([odd])
        const { rows } = await books().find({ index: 'byTitle', where: { shelf: odd.shelf, title: text }, limit: 100 })
        expect(rows).toContainEqual(odd)
      },
    )

    it.each(ODD_NUMBERS)('keeps the number %d', async (pages) => {
      const odd = book(fresh('shelf'), { pages, marks: [{ page: pages, words: [] }] })
      await books().insert(odd)
      expect(await books().get(odd.id)).toEqual(odd)
      const { rows } = await books().find({ index: 'byPages', where: { shelf: odd.shelf, pages }, limit: 1 })
      expect(rows).toEqual([odd])
    })

    it('keeps a text of 100 KB and nested lists', async () => {
      const long = book('long', {
        text: '心有所安，路有所驿。'.repeat(3500),
        marks: times(200, (page) => ({ page, words: ['一', '二'] })),
      })
      await books().insert(long)
      expect(await books().get(long.id)).toEqual(long)
    })

    it('never hands out its own copy, and keeps none of ours', async () => {
      const mine = book('copy', { marks: [{ page: 1, words: ['a'] }] })
      const before = structuredClone(mine)
      await books().insert(mine)
      mine.marks?.[0]?.words.push('changed by the one who inserted')
      const got = await books().get(mine.id)
      got?.marks?.[0]?.words.push('changed by the one who read')
      await books().change(mine.id, (document) => {
        document?.marks?.[0]?.words.push('changed by a rule that writes nothing')
        return done({ reply: null })
      })
      expect(await books().get(mine.id)).toEqual(before)
    })

    it('throws for a document that is not as declared, and writes nothing', async () => {
      const unknownField = { ...book('bad'), secret: '未声明' } as Book
      const wrongKind = { ...book('bad'), pages: '很多' } as unknown as Book
      const good = book('bad')
      for (const bad of [unknownField, wrongKind]) {
        await expect(books().insert(bad)).rejects.toThrow()
        await expect(books().insertMany([good, bad])).rejects.toThrow()
        await expect(books().change(bad.id, () => done({ write: bad, reply: null }))).rejects.toThrow()
        expect(await books().getMany([bad.id, good.id])).toEqual([])
      }
    })

    it('throws for a document without a value in an indexed field: no search would find it', async () => {
      const remarks = stage.database.open(remarksStore)
      const id = fresh('remark')
      await expect(remarks.insert({ id })).rejects.toThrow()
      await expect(remarks.insertMany([{ id, about: undefined }])).rejects.toThrow()
      expect(await remarks.insert({ id, about: '' })).toBe('inserted')
    })

    it('lifts a document of an old version when it is read, and stores the new shape when it is written', async () => {
      const id = fresh('letter')
      await stage.database.open(oldLettersStore).insert({ id, name: '王小明' })
      const letters = stage.database.open(lettersStore)
      const lifted = { id, family: '王', given: '小明', copies: 1 }
      expect(await letters.get(id)).toEqual(lifted)
      expect(await letters.getMany([id])).toEqual([lifted])
      await letters.change(id, (letter) => done({ write: letter && { ...letter, copies: 2 }, reply: null }))
      expect(await letters.get(id)).toEqual({ ...lifted, copies: 2 })
    })

    it('refuses to read a document of a version that is not known here', async () => {
      const id = fresh('letter')
      await stage.database.open(lettersStore).insert({ id, family: '李', given: '雷', copies: 3 })
      await expect(stage.database.open(oldLettersStore).get(id)).rejects.toThrow()
    })
  })
