import { describe, expect, it } from 'vitest'
import { name, refusal, sdk, standIn, standInSuite, things } from './stand-in/suite'

standInSuite()

describe('documents', () => {
  it('gives back every kind of value as it was stored', async () => {
    const document = {
      _id: 'a',
      at: new Date('2031-05-06T07:08:09.123Z'),
      int: 7,
      big: 1_900_000_000_000,
      half: 0.5,
      nothing: null,
      yes: true,
      text: '心驿',
      list: [1, 'two', { three: new Date(0) }],
    }
    await things().add({ data: document })
    const { data } = await things().doc('a').get()
    expect(data).toEqual(document)
    expect(data?.at).toBeInstanceOf(Date)
    expect(standIn.dump(name)).toEqual([document])
  })

  it('leaves out fields that are undefined', async () => {
    await things().add({ data: { _id: 'a', gone: undefined, kept: 1 } })
    expect(standIn.dump(name)).toEqual([{ _id: 'a', kept: 1 }])
  })

  it('makes an id of 32 hex digits where none is given', async () => {
    const { _id } = await things().add({ data: { n: 1 } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('writes the server date at the moment of the write', async () => {
    const before = Date.now()
    await things().add({ data: { _id: 'a', at: sdk.db.serverDate({ offset: 60_000 }) } })
    const [written] = standIn.dump(name)
    expect(Number(written?.at)).toBeGreaterThanOrEqual(before + 60_000)
    expect(Number(written?.at)).toBeLessThanOrEqual(Date.now() + 60_000)
  })

  it('refuses a second document with the same id', async () => {
    await things().add({ data: { _id: 'a' } })
    await expect(things().add({ data: { _id: 'a' } })).rejects.toMatchObject(
      refusal(-502001, `E11000 duplicate key error collection: tnt-standin.${name} index: _id_ dup key: { _id: "a" }`),
    )
  })

  it('refuses a duplicate under the other code the platform uses, when told to', async () => {
    standIn.chaos.set({ duplicateCode: 'DATABASE_DUPLICATE_WRITE' })
    await things().add({ data: { _id: 'a' } })
    await expect(things().add({ data: { _id: 'a' } })).rejects.toMatchObject(refusal(-501001, 'E11000'))
  })

  it('inserts several in order and stops at the first that cannot be stored', async () => {
    const list = [{ _id: 'a' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }]
    await expect(things().add({ data: list })).rejects.toMatchObject(refusal(-502001, 'E11000'))
    expect(standIn.dump(name).map(({ _id }) => _id)).toEqual(['a', 'b'])
  })

  it('refuses stored keys that start with a dollar', async () => {
    await expect(things().add({ data: { a: { $b: 1 } } })).rejects.toMatchObject(refusal(-502001, "'$b'"))
  })

  it('replaces a document with set, or makes it', async () => {
    await things()
      .doc('a')
      .set({ data: { n: 1, old: true } })
    await things()
      .doc('a')
      .set({ data: { n: 2 } })
    expect(standIn.dump(name)).toEqual([{ _id: 'a', n: 2 }])
  })

  it('counts an update of a missing document as nothing', async () => {
    expect(
      await things()
        .doc('none')
        .update({ data: { n: 1 } }),
    ).toMatchObject({ stats: { updated: 0 } })
    expect(await things().doc('none').remove()).toMatchObject({ stats: { removed: 0 } })
    expect((await things().doc('none').get()).data).toBeNull()
  })

  it('knows no collection that was not created', async () => {
    const missing = sdk.db.collection('missing')
    await expect(missing.get()).rejects.toMatchObject(refusal(-502005, 'not exist: missing'))
    await expect(missing.add({ data: {} })).rejects.toMatchObject(refusal(-502005, 'not exist'))
    await sdk.db.createCollection('made')
    expect((await sdk.db.collection('made').get()).data).toEqual([])
    await expect(sdk.db.createCollection('made')).rejects.toThrow('Table exist')
  })
})

describe('queries', () => {
  it('gives 100 documents where no limit is named, and at most 1000', async () => {
    await things().add({ data: Array.from({ length: 1001 }, (_, n) => ({ _id: `t${n}`, n })) })
    expect((await things().get()).data).toHaveLength(100)
    expect((await things().limit(2000).get()).data).toHaveLength(1000)
    expect(
      await things()
        .where({ n: sdk.db.command.gte(500) })
        .count(),
    ).toMatchObject({ total: 501 })
  })

  it('sorts by several fields, offsets and projects', async () => {
    const rows = [
      { _id: 'a', day: 1, n: 5, more: 1 },
      { _id: 'b', day: 2, n: 1, more: 1 },
      { _id: 'c', day: 2, n: 9, more: 1 },
    ]
    await things().add({ data: rows })
    const query = things().orderBy('day', 'desc').orderBy('n', 'asc').skip(1).field({ n: true })
    expect((await query.get()).data).toEqual([
      { _id: 'c', n: 9 },
      { _id: 'a', n: 5 },
    ])
  })

  it('compares only values of one type, dates by their instant', async () => {
    const _ = sdk.db.command
    await things().add({
      data: [{ _id: 'a', v: 5 }, { _id: 'b', v: '9' }, { _id: 'c', v: new Date(1000) }, { _id: 'd' }],
    })
    const ids = async (query: object) => (await things().where(query).get()).data.map(({ _id }) => _id)
    expect(await ids({ v: _.gt(1) })).toEqual(['a'])
    expect(await ids({ v: _.gte(new Date(1000)) })).toEqual(['c'])
    expect(await ids({ v: new Date(1000) })).toEqual(['c'])
    expect(await ids({ v: null })).toEqual(['d'])
    expect(await ids({ v: _.in([5, '9']) })).toEqual(['a', 'b'])
    expect(await ids(_.or([{ v: 5 }, { _id: 'd' }]))).toEqual(['a', 'd'])
  })

  it('looks into arrays as MongoDB does', async () => {
    const _ = sdk.db.command
    const people = [
      { name: 'x', age: 30 },
      { name: 'y', age: 20 },
    ]
    await things().add({
      data: [{ _id: 'a', people, tags: ['p', 'q'] }, { _id: 'b', people: [7], tags: [] }, { _id: 'c' }],
    })
    const ids = async (query: object) => (await things().where(query).get()).data.map(({ _id }) => _id)
    expect(await ids({ tags: 'q' })).toEqual(['a'])
    expect(await ids({ 'people.age': _.gt(25) })).toEqual(['a'])
    expect(await ids({ 'people.1.name': 'y' })).toEqual(['a'])
    expect(await ids({ 'people.name': _.exists(true) })).toEqual(['a'])
    expect(await ids({ people: _.elemMatch({ name: 'y', age: _.gt(25) }) })).toEqual([])
    expect(await ids({ people: _.elemMatch({ name: 'y', age: _.lt(25) }) })).toEqual(['a'])
    expect(await ids({ tags: _.all(['q', 'p']) })).toEqual(['a'])
    expect(await ids({ tags: _.size(0) })).toEqual(['b'])
    expect(await ids({ tags: _.neq('q') })).toEqual(['b', 'c'])
    expect(await ids({ tags: /^p/ })).toEqual(['a'])
  })

  it('names what it does not support, to the caller and to the test', async () => {
    await expect(things().aggregate().match({ a: 1 }).end()).rejects.toThrow('database.aggregateDocuments')
    const near = sdk.db.command.geoNear({ geometry: new sdk.db.Geo.Point(1, 2), maxDistance: 1 })
    await expect(things().where({ place: near }).get()).rejects.toMatchObject({
      errMsg: expect.stringContaining('does not support the operator $nearSphere'),
    })
    expect(standIn.unsupported).toHaveLength(2)
  })
})

describe('what the stand-in keeps', () => {
  it('counts calls, documents and who made them', async () => {
    await things().add({ data: [{ _id: 'a' }, { _id: 'b' }] })
    await things().get()
    await things()
      .where({})
      .update({ data: { n: 1 } })
    expect(standIn.calls.tally('suite')).toEqual({
      total: 3,
      reads: 1,
      writes: 2,
      documentsRead: 2,
      documentsWritten: 4,
      byAction: { 'database.insertDocument': 1, 'database.getDocument': 1, 'database.modifyDocument': 1 },
    })
    expect(standIn.calls.tally('another').total).toBe(0)
    expect(standIn.calls.list.at(-1)).toMatchObject({ collection: name, queryType: 'WHERE', outcome: 'ok' })
  })

  it('can be given documents behind the product', async () => {
    await standIn.load(name, [{ _id: 'a', n: 1 }])
    await standIn.load(name, [{ _id: 'a', n: 2 }])
    expect((await things().get()).data).toEqual([{ _id: 'a', n: 2 }])
  })
})
