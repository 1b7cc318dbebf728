import { beforeEach, describe, expect, it } from 'vitest'
import { name, refusal, sdk, standIn, standInSuite, things } from './stand-in/suite'

standInSuite()

describe('indexes', () => {
  const indexes = [
    {
      name: 'byOwner',
      keys: [
        { name: 'owner', direction: 1 as const },
        { name: 'at', direction: -1 as const },
      ],
    },
    { name: 'oneCode', unique: true, keys: [{ name: 'code', direction: 1 as const }] },
  ]
  beforeEach(() => standIn.provision({ collections: [{ name, indexes }] }))

  it('lists the queries that no declared index serves', async () => {
    const _ = sdk.db.command
    await things().where({ owner: 'o' }).orderBy('at', 'desc').get()
    await things().where({ owner: 'o' }).orderBy('at', 'asc').get()
    await things()
      .where({ owner: 'o', at: _.lt(new Date()) })
      .orderBy('at', 'desc')
      .get()
    await things()
      .where({ _id: _.in(['a', 'b']) })
      .get()
    await things()
      .where(_.or([{ owner: 'o' }, { code: 'c' }]))
      .get()
    await things().orderBy('_id', 'asc').get()
    await things().doc('a').get()
    expect(standIn.uncovered).toEqual([])

    await things().get()
    await things()
      .where({ at: _.lt(new Date()) })
      .get()
    await things().where({ owner: 'o', state: 'x' }).get()
    await things().where({ owner: 'o' }).orderBy('at', 'desc').orderBy('_id', 'desc').get()
    await things()
      .where(_.or([{ owner: 'o' }, { state: 'x' }]))
      .count()
    await things()
      .where({ state: 'x' })
      .update({ data: { n: 1 } })
    await things().where({ state: 'x' }).remove()
    expect(standIn.uncovered.map(({ query }) => query)).toEqual([
      'where {} order {}',
      'where {at $lt} order {}',
      'where {owner =, state =} order {}',
      'where {owner =} order {at -1, _id -1}',
      'where {$or[owner = | state =]} order {}',
      'where {state =} order {}',
      'where {state =} order {}',
    ])
    expect(standIn.uncovered[0]).toMatchObject({
      collection: name,
      invocation: 'suite',
      action: 'database.getDocument',
    })
  })

  it('keeps a unique index unique, on insert and on update, with a missing field counted as null', async () => {
    await things().add({ data: [{ _id: 'a', code: '1' }, { _id: 'b', code: '2' }, { _id: 'c' }] })
    await expect(things().add({ data: { code: '1' } })).rejects.toMatchObject(
      refusal(-502001, 'index: oneCode dup key: { code: "1" }'),
    )
    await expect(things().add({ data: { _id: 'd' } })).rejects.toMatchObject(refusal(-502001, '{ code: null }'))
    await expect(
      things()
        .doc('b')
        .update({ data: { code: '1' } }),
    ).rejects.toMatchObject(refusal(-502001, 'E11000'))
    await things().doc('a').remove()
    expect(
      await things()
        .doc('b')
        .update({ data: { code: '1' } }),
    ).toMatchObject({ stats: { updated: 1 } })
  })
})
