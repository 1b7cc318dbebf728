import { describe, expect, it } from 'vitest'
import type { SdkTransaction } from './stand-in/sdk'
import { failing, name, numberOf, sdk, standIn, standInSuite, things } from './stand-in/suite'

standInSuite([
  { _id: 'a', n: 1 },
  { _id: 'b', n: 1 },
])

const CONFLICT = 'Transaction is conflict, maybe resource operated by others'
const within = (transaction: SdkTransaction) => transaction.collection(name)

describe('chaos', () => {
  it('injects conflicts into transactional writes, the same ones for the same seed', async () => {
    const run = async () => {
      standIn.chaos.set({ seed: 7, conflictAtOperation: 0.5 })
      const outcomes: boolean[] = []
      for (let at = 0; at < 12; at += 1) {
        const transaction = await sdk.db.startTransaction()
        const write = within(transaction)
          .doc('a')
          .update({ data: { n: at } })
        outcomes.push(
          await write.then(
            () => true,
            () => false,
          ),
        )
        if (outcomes.at(-1)) await transaction.commit()
      }
      return outcomes
    }
    const outcomes = await run()
    expect(new Set(outcomes).size).toBe(2)
    expect(await run()).toEqual(outcomes)
    expect(standIn.openTransactions()).toEqual([])
  })

  it('injects conflicts at commit, which the SDK retries three times by itself', async () => {
    standIn.chaos.set({ conflictAtCommit: 1 })
    let runs = 0
    const transaction = sdk.db.runTransaction(async (open) => {
      runs += 1
      await within(open)
        .doc('a')
        .update({ data: { n: 2 } })
    })
    await expect(transaction).rejects.toThrow(CONFLICT)
    expect([runs, numberOf('a')]).toEqual([4, 1])
  })

  it('does not have conflicts of operations retried by the SDK', async () => {
    standIn.chaos.failNext('database.modifyDocument', 'DATABASE_TRANSACTION_CONFLICT', CONFLICT)
    let runs = 0
    const transaction = sdk.db.runTransaction(async (open) => {
      runs += 1
      await within(open)
        .doc('a')
        .update({ data: { n: 2 } })
    })
    await expect(transaction).rejects.toMatchObject(failing(CONFLICT))
    expect(runs).toBe(1)
  })

  it.each(['drop', '500'] as const)('carries an operation out and loses its answer (%s)', async (kind) => {
    standIn.chaos.loseNext('database.insertDocument', kind)
    await expect(things().add({ data: { _id: 'c' } })).rejects.toBeDefined()
    await expect(things().add({ data: { _id: 'c' } })).rejects.toMatchObject(failing('E11000'))
    expect(standIn.calls.list[0]?.outcome).toBe('ok, answer lost')
  })

  it('loses answers of the named actions by probability', async () => {
    standIn.chaos.set({ lostResponse: 1, lostResponseActions: ['database.removeDocument'], lostResponseKind: '500' })
    await expect(things().doc('a').remove()).rejects.toBeDefined()
    expect((await things().get()).data).toEqual([{ _id: 'b', n: 1 }])
  })

  it('fails one call of an action before it does anything', async () => {
    standIn.chaos.failNext('database.getDocument', 'SERVER_TIMEOUT', 'too slow')
    await expect(things().get()).rejects.toMatchObject({ errCode: -501002, ...failing('too slow') })
    expect((await things().get()).data).toHaveLength(2)
  })

  it('delays answers so that operations overlap', async () => {
    standIn.chaos.set({ seed: 3, latencyMs: [1, 8] })
    const steps = Array.from({ length: 10 }, () =>
      things()
        .doc('a')
        .update({ data: { n: sdk.db.command.inc(1) } }),
    )
    await Promise.all(steps)
    expect(numberOf('a')).toBe(11)
  })
})
