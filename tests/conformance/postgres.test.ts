import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { Busy, type Database, type Query } from '../../cloudfunctions/_kit/database'
import { declare } from '../../cloudfunctions/_kit/declaration'
import { BadCursor, plan } from '../../cloudfunctions/_kit/query'
import { done } from '../../src/domain/result'
import { openDatabase } from '../../src/server/postgres/database'
import { openInMemory } from '../../src/server/postgres/pglite'
import { vacuum } from '../../src/server/postgres/provision'
import { searchStatement } from '../../src/server/postgres/search'
import type { Sql } from '../../src/server/postgres/sql'
import { onServer } from './postgres-server'
import { book, booksStore, fresh, hall, hallsStore, persistently, suiteDeclarations, times } from './suite/stage'

const plain = {
  title: '试样',
  about: '只在测试里使用',
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '测试结束即删除' },
} as const

const indexesOn = async (sql: Sql, table: string) =>
  (await sql.query(`select indexname from pg_indexes where schemaname = current_schema() and tablename = $1`, [table]))
    .map(({ indexname }) => String(indexname).replace(/_[0-9a-f]{12}$/, ''))
    .sort()

const postgres = (name: string, open: () => Promise<Sql>) =>
  describe(name, () => {
    let sql: Sql
    beforeAll(async () => {
      sql = await open()
      await openDatabase(sql, suiteDeclarations)
    })
    afterAll(() => sql?.close())

    it('provisions again without a change, also from several processes at once', async () => {
      const before = await indexesOn(sql, booksStore.name)
      await Promise.all(times(4, () => openDatabase(sql, suiteDeclarations)))
      expect(await indexesOn(sql, booksStore.name)).toEqual(before)
      expect(before).toEqual([
        'conformanceBooks_byPages',
        'conformanceBooks_byTitle',
        'conformanceBooks_lentByPages',
        'conformanceBooks_pkey',
      ])
    })

    it('adds an index and a collection later, drops what is no longer declared, and leaves what is not ours', async () => {
      const schema = z.strictObject({ id: z.string(), word: z.string(), rank: z.number() })
      const first = declare({ ...plain, name: 'growing', schema, indexes: { byWord: ['word'] } })
      const grown = declare({ ...plain, name: 'growing', schema, indexes: { byRank: ['rank'] } })
      const added = declare({ ...plain, name: 'addedLater', schema })
      await (await openDatabase(sql, [first]))
        .open(first)
        .insertMany(times(9, (index) => ({ id: `g${index}`, word: '词', rank: 9 - index })))
      await sql.query(`create index "by hand" on "growing" (doc)`)
      const database = await openDatabase(sql, [grown, added])
      expect(await indexesOn(sql, 'growing')).toEqual(['by hand', 'growing_byRank', 'growing_pkey'])
      const { rows } = await database.open(grown).find({ index: 'byRank', limit: 2 })
      expect(rows.map(({ id }) => id)).toEqual(['g8', 'g7'])
      expect(await database.open(added).insert({ id: 'a', word: '词', rank: 1 })).toBe('inserted')
    })

    it('makes an index anew when the kind of its field changes, and old values break nothing', async () => {
      const asText = declare({
        ...plain,
        name: 'kinds',
        schema: z.strictObject({ id: z.string(), size: z.string() }),
        indexes: { bySize: ['size'] },
      })
      const asNumber = declare({
        ...plain,
        name: 'kinds',
        version: 2,
        migrations: { 1: (old) => ({ ...old, size: Number(old.size) }) },
        schema: z.strictObject({ id: z.string(), size: z.number() }),
        indexes: { bySize: ['size'] },
      })
      await (await openDatabase(sql, [asText])).open(asText).insert({ id: 'old', size: '12' })
      const kinds = (await openDatabase(sql, [asNumber])).open(asNumber)
      await kinds.insert({ id: 'new', size: 3 })
      expect(await kinds.get('old')).toEqual({ id: 'old', size: 12 })
      await kinds.change('old', (found) => done({ write: found ?? null, reply: null }))
      const { rows } = await kinds.find({ index: 'bySize', limit: 10, order: 'descending' })
      expect(rows.map(({ id }) => id)).toEqual(['old', 'new'])
    })

    it('opens no collection that was not declared', async () => {
      const database = await openDatabase(sql, [booksStore])
      expect(() => database.open(hallsStore)).toThrow('not among the declared')
      const together = database.together({ hall: { declaration: { ...hallsStore, counter: false }, id: 'x' } }, () =>
        done({ write: {}, reply: null }),
      )
      await expect(together).rejects.toThrow('not among the declared')
    })

    it('brings a counter of an old version to its new shape before it counts', async () => {
      const old = declare({
        ...plain,
        name: 'pools',
        counter: true,
        schema: z.strictObject({ id: z.string(), seats: z.number() }),
      })
      const now = declare({
        ...plain,
        name: 'pools',
        counter: true,
        version: 2,
        migrations: { 1: ({ seats, ...rest }) => ({ ...rest, seats: { left: seats, holders: [] } }) },
        schema: z.strictObject({
          id: z.string(),
          seats: z.strictObject({ left: z.number(), holders: z.array(z.string()) }),
        }),
      })
      const database = await openDatabase(sql, [now])
      const id = fresh('pool')
      await database.open(old).insert({ id, seats: 3 })
      const pools = database.open(now)
      const answers = await Promise.all(times(5, (index) => pools.spend(id, 'seats', `p${index}`)))
      expect(answers.filter((answer) => answer === 'spent')).toHaveLength(3)
      expect((await pools.get(id))?.seats.left).toBe(0)
      await expect(database.open(old).add(id, { seats: 1 })).rejects.toThrow('unknown here')
    })

    it('refuses values of another kind than the field, and cursors of another kind as cursors', async () => {
      const books = (await openDatabase(sql, suiteDeclarations)).open(booksStore)
      const byPages = { index: 'byPages', where: { shelf: 'a' }, limit: 1 }
      await expect(books.find({ ...byPages, where: { shelf: 1 } })).rejects.toThrow('is a string')
      await expect(books.find({ ...byPages, range: { from: '1' } })).rejects.toThrow('is a number')
      for (const cursor of ['["a","id"]', '[null,"id"]', '[1e999,"id"]', '[1,"\\u0000"]']) {
        const after = Buffer.from(cursor).toString('base64url')
        await expect(books.find({ ...byPages, after })).rejects.toThrow(BadCursor)
      }
    })

    it('answers searches among 10,000 documents from the index, also without statistics', async () => {
      const books = (await openDatabase(sql, suiteDeclarations)).open(booksStore)
      const shelves = times(4, (index) => fresh(`shelf${index}`))
      for (const batch of times(20, (index) => index))
        await books.insertMany(
          times(500, (index) =>
            book(shelves[index % 4] ?? '', { pages: (batch * 500 + index * 7) % 997, text: '文'.repeat(200) }),
          ),
        )
      const shelf = shelves[1] ?? ''
      const first = await books.find({ index: 'byPages', where: { shelf }, limit: 20 })
      const searches: Query[] = [
        { index: 'byPages', where: { shelf }, limit: 20 },
        { index: 'byPages', where: { shelf }, limit: 20, after: first.next ?? '' },
        { index: 'byPages', where: { shelf }, limit: 20, order: 'descending', after: first.next ?? '' },
        { index: 'byPages', where: { shelf }, range: { from: 10, before: 20 }, limit: 100 },
        { index: 'byPages', where: { shelf, pages: 20 }, limit: 10 },
        { index: 'lentByPages', where: { shelf, lent: false }, limit: 10 },
        { index: 'byTitle', where: { shelf }, range: { from: '无' }, limit: 10 },
      ]
      const plansOf = async () => {
        const plans: string[] = []
        for (const search of searches) {
          const { text, params } = searchStatement(booksStore, plan(booksStore, search))
          plans.push((await sql.query(`explain ${text}`, params)).map((row) => row['QUERY PLAN']).join('\n'))
        }
        return plans
      }
      const expectIndexed = (plans: string[]) => {
        for (const found of plans) {
          expect(found).toMatch(/Index Scan( Backward)? (using|on) "conformanceBooks_(byPages|byTitle|lentByPages)_/)
          expect(found).not.toMatch(/Seq Scan/)
        }
      }
      expectIndexed(await plansOf())
      await vacuum(sql, [booksStore])
      const withStatistics = await plansOf()
      expectIndexed(withStatistics)
      for (const wholeShelf of withStatistics.slice(0, 2)) expect(wholeShelf).not.toMatch(/Sort/)
    })
  })

postgres('PostgreSQL, embedded', openInMemory)

onServer((open) => {
  postgres('PostgreSQL, a server', open)

  describe('PostgreSQL, a server with several processes', () => {
    it('says Busy when somebody else keeps a document locked', async () => {
      const sql = await open(2)
      const books = (await openDatabase(sql, suiteDeclarations)).open(booksStore)
      const one = book('locked')
      await books.insert(one)
      await sql.transaction(async (query) => {
        await query(`select 1 from "conformanceBooks" where id = $1 for update`, [one.id])
        await expect(books.change(one.id, () => done({ write: null, reply: null }))).rejects.toThrow(Busy)
      })
      expect(await books.get(one.id)).toEqual(one)
      await sql.close()
    })

    it('keeps nobody waiting for what somebody else needs and a third holds', async () => {
      const sql = await open(4)
      const books = (await openDatabase(sql, suiteDeclarations)).open(booksStore)
      const [held, free] = [book('line'), book('line')]
      await books.insertMany([held, free])
      const read = (id: string) =>
        books.change(id, (found) => done({ write: found && { ...found, pages: 1 }, reply: id }))
      const both = await sql.transaction(async (query) => {
        await query(`select 1 from "conformanceBooks" where id = $1 for update`, [held.id])
        const ours = [read(held.id), read(free.id)]
        expect(await Promise.race(ours)).toEqual(done(free.id))
        return ours
      })
      expect(await Promise.all(both)).toEqual([done(held.id), done(free.id)])
      expect((await books.getMany([held.id, free.id])).map(({ pages }) => pages)).toEqual([1, 1])
      await sql.close()
    })

    it('counts right when several processes change the same documents in company', async () => {
      const one = await open(4)
      const here = await openDatabase(one, suiteDeclarations)
      const there = await openDatabase(one, suiteDeclarations)
      const [a, b] = [book('counted', { pages: 0 }), fresh('absent')]
      await here.open(booksStore).insert(a)
      const turn = (database: Database) => {
        const books = database.open(booksStore)
        return persistently(() =>
          database.together({ a: books.at(a.id), b: books.at(b) }, (seen) => {
            const pages = (seen.a?.pages ?? 0) + 1
            return done({ write: { a: { ...a, pages }, b: { ...book('counted', { id: b }), pages } }, reply: pages })
          }),
        )
      }
      const numbers = await Promise.all(times(40, (index) => turn(index % 2 ? here : there)))
      expect(numbers.map((reply) => (reply.ok ? reply.data : 0)).sort((x, y) => x - y)).toEqual(
        times(40, (at) => at + 1),
      )
      expect((await here.open(booksStore).getMany([a.id, b])).map(({ pages }) => pages)).toEqual([40, 40])
      await one.close()
    })

    it('comes through a real deadlock with somebody who locks in another order', async () => {
      const sql = await open(4)
      const books = (await openDatabase(sql, suiteDeclarations)).open(booksStore)
      const [a, b] = [book('dead', { id: fresh('a') }), book('dead', { id: fresh('b') })]
      await books.insertMany([a, b])
      const database = await openDatabase(sql, suiteDeclarations)
      const lock = `select 1 from "conformanceBooks" where id = $1 for update`
      const backwards = sql.transaction(async (query) => {
        await query(lock, [b.id])
        const ours = database.together({ a: books.at(a.id), b: books.at(b.id) }, (seen) =>
          done({ write: { a: seen.a && { ...seen.a, pages: 1 }, b: seen.b && { ...seen.b, pages: 1 } }, reply: null }),
        )
        const waits = `select 1 from pg_locks where not granted and locktype = 'transactionid'`
        while ((await sql.query(waits)).length === 0) await new Promise(setImmediate)
        await query(lock, [a.id]).catch(() => undefined)
        return { ours }
      })
      const { ours } = await backwards.catch(() => ({ ours: undefined }))
      expect(await ours).toEqual({ ok: true, data: null })
      expect((await books.getMany([a.id, b.id])).map(({ pages }) => pages)).toEqual([1, 1])
      await sql.close()
    })

    it('gives the connection back when a rule throws', async () => {
      const sql = await open(1)
      const halls = (await openDatabase(sql, suiteDeclarations)).open(hallsStore)
      const one = hall(1)
      await halls.insert(one)
      for (const _ of times(3, (index) => index))
        await expect(
          sql.transaction(async () => {
            throw new Error('a fault')
          }),
        ).rejects.toThrow('a fault')
      expect(await halls.get(one.id)).toEqual(one)
      await sql.close()
    })
  })
})
