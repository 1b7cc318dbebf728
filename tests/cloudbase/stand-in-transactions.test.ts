import { describe, expect, it } from 'vitest'
import { openStandIn } from './stand-in/open-stand-in'
import { enterSdk, type SdkTransaction } from './stand-in/sdk'
import { failing, name, numberOf, sdk, standIn, standInSuite, things } from './stand-in/suite'

standInSuite([
  { _id: 'a', n: 1 },
  { _id: 'b', n: 1 },
])

const CONFLICT = 'Transaction is conflict, maybe resource operated by others'
const GONE = 'Transaction does not exist on the server'
const within = (transaction: SdkTransaction) => transaction.collection(name)

describe('a transaction', () => {
  it('shows its writes to itself only, and to all once committed', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction)
      .doc('a')
      .update({ data: { n: 2 } })
    await within(transaction).add({ data: { _id: 'c', n: 2 } })
    await within(transaction).doc('b').remove()
    expect((await within(transaction).doc('a').get()).data).toEqual({ _id: 'a', n: 2 })
    expect((await within(transaction).doc('c').get()).data).toEqual({ _id: 'c', n: 2 })
    expect((await within(transaction).doc('b').get()).data).toBeNull()
    expect((await things().orderBy('_id', 'asc').get()).data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    await transaction.commit()
    expect(standIn.dump(name)).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'c', n: 2 },
    ])
  })

  it('leaves nothing behind when rolled back', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction)
      .doc('a')
      .set({ data: { n: 9 } })
    await within(transaction)
      .doc('c')
      .set({ data: { n: 9 } })
    await transaction.rollback()
    expect(standIn.dump(name)).toHaveLength(2)
    expect(numberOf('a')).toBe(1)
  })

  it('reads the state of its first operation for all its life', async () => {
    const transaction = await sdk.db.startTransaction()
    await things()
      .doc('b')
      .update({ data: { n: 5 } })
    await within(transaction).doc('a').get()
    await things()
      .doc('b')
      .update({ data: { n: 6 } })
    await things().doc('a').remove()
    expect((await within(transaction).doc('b').get()).data).toMatchObject({ n: 5 })
    expect((await within(transaction).doc('a').get()).data).toMatchObject({ n: 1 })
    await transaction.rollback()
  })

  it('conflicts at once on a document that another transaction has locked, and is over', async () => {
    const first = await sdk.db.startTransaction()
    const second = await sdk.db.startTransaction()
    await within(first)
      .doc('a')
      .update({ data: { n: 2 } })
    await expect(
      within(second)
        .doc('a')
        .update({ data: { n: 3 } }),
    ).rejects.toMatchObject(failing(CONFLICT))
    await expect(
      within(second)
        .doc('b')
        .update({ data: { n: 3 } }),
    ).rejects.toMatchObject(failing(GONE))
    await first.commit()
    expect([numberOf('a'), numberOf('b')]).toEqual([2, 1])
  })

  it('conflicts on a document that changed, came or went since its snapshot', async () => {
    const acts: [string, (transaction: SdkTransaction) => Promise<unknown>][] = [
      [
        'a',
        (transaction) =>
          within(transaction)
            .doc('a')
            .update({ data: { n: 3 } }),
      ],
      ['b', (transaction) => within(transaction).doc('b').remove()],
      ['new', (transaction) => within(transaction).add({ data: { _id: 'new' } })],
    ]
    for (const [id, act] of acts) {
      const transaction = await sdk.db.startTransaction()
      await within(transaction).doc('other').get()
      await things()
        .doc(id)
        .set({ data: { n: 2 } })
      await expect(act(transaction)).rejects.toMatchObject(failing(CONFLICT))
    }
  })

  it('allows write skew, as snapshot isolation does', async () => {
    const first = await sdk.db.startTransaction()
    const second = await sdk.db.startTransaction()
    await within(first).doc('a').get()
    await within(second).doc('b').get()
    await within(first)
      .doc('b')
      .update({ data: { n: 2 } })
    await within(second)
      .doc('a')
      .update({ data: { n: 2 } })
    await first.commit()
    await second.commit()
    expect([numberOf('a'), numberOf('b')]).toEqual([2, 2])
  })

  it('makes plain writes wait until it ends, and then take place on what it left', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction)
      .doc('a')
      .update({ data: { n: 10 } })
    const order: string[] = []
    const plain = things()
      .doc('a')
      .update({ data: { n: sdk.db.command.inc(1) } })
      .then(() => order.push('plain'))
    await things()
      .doc('b')
      .update({ data: { n: 7 } })
    await transaction.commit().then(() => order.push('commit'))
    await plain
    expect(numberOf('a')).toBe(11)
    expect(order).toHaveLength(2)
    expect(standIn.calls.list.filter(({ action }) => action === 'database.modifyDocument')).toMatchObject([
      { transactionId: expect.any(String) },
      { besideTransaction: true },
      { besideTransaction: true },
    ])
  })

  it('makes a plain insert of an id it holds wait, and lets it in after a rollback', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction).add({ data: { _id: 'c', from: 'transaction' } })
    const plain = things().add({ data: { _id: 'c', from: 'plain' } })
    await transaction.rollback()
    await plain
    expect(standIn.dump(name).at(-1)).toEqual({ _id: 'c', from: 'plain' })
  })

  it('is over after a duplicate, as after any failure', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction)
      .doc('b')
      .update({ data: { n: 2 } })
    await expect(within(transaction).add({ data: { _id: 'a' } })).rejects.toMatchObject(failing('E11000'))
    await expect(transaction.commit()).rejects.toThrow(GONE)
    expect(numberOf('b')).toBe(1)
  })

  it('can not be used once it has ended', async () => {
    const transaction = await sdk.db.startTransaction()
    await transaction.commit()
    await expect(within(transaction).doc('a').get()).rejects.toMatchObject(failing(GONE))
    await expect(transaction.rollback()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })

  it('can not search', async () => {
    const transaction = await sdk.db.startTransaction()
    await expect(within(transaction).where({ n: 1 }).get()).rejects.toMatchObject({ errCode: -501007 })
  })

  it('does not hold where().update(), which the SDK sends outside it', async () => {
    const transaction = await sdk.db.startTransaction()
    await within(transaction)
      .where({ _id: 'a' })
      .update({ data: { n: 4 } })
    await transaction.rollback()
    expect(numberOf('a')).toBe(4)
    expect(standIn.calls.list.filter(({ besideTransaction }) => besideTransaction)).toHaveLength(1)
  })

  it('ends by itself when its time is over', async () => {
    const brief = await openStandIn({ transactionLifetimeMs: 20 })
    brief.provision({ collections: [{ name }] })
    await brief.load(name, [{ _id: 'a', n: 1 }])
    const there = enterSdk(brief)
    const transaction = await there.db.startTransaction()
    await transaction
      .collection(name)
      .doc('a')
      .update({ data: { n: 2 } })
    await there.db
      .collection(name)
      .doc('a')
      .update({ data: { n: 3 } })
    await expect(transaction.commit()).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
    expect(brief.dump(name)).toEqual([{ _id: 'a', n: 3 }])
    there.leave()
    await brief.close()
  })

  it('keeps unique indexes unique between transactions', async () => {
    standIn.provision({
      collections: [{ name, indexes: [{ name: 'code', unique: true, keys: [{ name: 'code', direction: 1 }] }] }],
    })
    await standIn.load(name, [
      { _id: 'a', code: 'a' },
      { _id: 'b', code: 'b' },
    ])
    const first = await sdk.db.startTransaction()
    const second = await sdk.db.startTransaction()
    await within(first).add({ data: { _id: 'c', code: 'c' } })
    await expect(within(second).add({ data: { _id: 'd', code: 'c' } })).rejects.toMatchObject(failing(CONFLICT))
    await first.commit()
    const third = await sdk.db.startTransaction()
    await within(third).doc('c').remove()
    await within(third).add({ data: { _id: 'e', code: 'c' } })
    await third.commit()
    expect(standIn.dump(name).map(({ _id }) => _id)).toEqual(['a', 'b', 'e'])
  })
})
