import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Collection, Database } from '../../cloudfunctions/_kit/database'
import type { Declaration, Stored } from '../../cloudfunctions/_kit/declaration'
import { rollUpTallies } from '../../cloudfunctions/insights/roll-up-tallies'
import { figuresStore, tallyBatchesStore } from '../../cloudfunctions/insights/store'
import { type Figure, rollUp, withAddition } from '../../src/domain/figures/roll-up'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { publish } from '../house/pieces'

/** A database that goes away after so many writes, as a process does that is killed. */
function dying(database: Database, writesLeft: number): Database {
  let left = writesLeft
  const live = () => {
    if (left-- <= 0) throw new Error('killed')
  }
  return {
    ...database,
    open: <T extends Stored>(declaration: Declaration<T>): Collection<T> => {
      const inner = database.open(declaration)
      return { ...inner, change: (id, rule) => (live(), inner.change(id, rule)) }
    },
  }
}

describe('counting survives', () => {
  let house: House
  const pieceIds = ['pieceone0001', 'piecetwo0002', 'piecethree03']

  beforeAll(async () => {
    house = await openHouse('2026-03-31T15:30:00.000Z')
    const [chen, zhou] = [
      await house.staff('chenjing', '陈静', 'editor'),
      await house.staff('zhoumin', '周敏', 'reviewer'),
    ]
    for (const pieceId of pieceIds) await publish(chen, zhou, pieceId, `标题 ${pieceId}`)
  })
  afterAll(() => house.close())

  let sent = 0
  const send = async (batches: number) => {
    for (let number = 0; number < batches; number++, sent++) {
      const tallies = pieceIds.map((pieceId, index) => ({
        pieceId,
        hour: sent % 2 ? '2026-03-31T23' : '2026-04-01T00',
        reads: (sent + index) % 4,
        plays: index,
        play50: 1,
        seconds: sent,
      }))
      dataOf(
        await house
          .employee(`p${sent}`)
          .tallies.record({ batchId: `batch-number-${String(sent).padStart(6, '0')}`, tallies }),
      )
    }
  }
  const stored = async <T extends Stored>(declaration: Declaration<T>, index: string, where: Record<string, string>) =>
    (await house.database.open(declaration).find({ index, where, limit: 100 })).rows
  const figures = async () =>
    (
      await Promise.all(
        ['2026-03', '2026-04'].flatMap((month) =>
          ['all', 'piece'].map((scope) => stored(figuresStore, 'byUse', { month, scope })),
        ),
      )
    )
      .flat()
      .map(({ step, countedAt, ...rest }) => rest)
      .sort((a, b) => (a.id < b.id ? -1 : 1))

  /** The same sums from the batches alone, all at once. */
  const rebuilt = async () => {
    const batches = (await house.database.open(tallyBatchesStore).find({ index: 'byReceived', limit: 100 })).rows
    return rollUp(batches, (pieceId) => pieceIds.includes(pieceId))
      .map((addition): Figure => withAddition(undefined, addition, 1, house.clock.now()))
      .map(({ step, countedAt, ...rest }) => rest)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  beforeEach(() => send(20))

  it('being rebuilt from the batches: the same numbers come out', async () => {
    await rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => true })
    expect(await figures()).toEqual(await rebuilt())
    expect((await figures()).length).toBe(8)
  })

  it('being killed after any write, and run again', async () => {
    for (let writes = 0; writes < 12; writes++) {
      const cut = dying(house.database, writes)
      await rollUpTallies
        .run({ ...house, database: cut, now: house.clock.now(), timeLeft: () => true })
        .catch((error: Error) => expect(error.message).toBe('killed'))
    }
    await rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => true })
    expect(await figures()).toEqual(await rebuilt())
  })

  it('two clocks at the same time', async () => {
    await Promise.all(
      [1, 2, 3].map(() => rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => true })),
    )
    await rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => true })
    expect(await figures()).toEqual(await rebuilt())
  })

  it('a run that was out of time, and takes up what is left in the next', async () => {
    let steps = 0
    await rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => steps++ < 1 })
    await rollUpTallies.run({ ...house, now: house.clock.now(), timeLeft: () => true })
    expect(await figures()).toEqual(await rebuilt())
  })

  it('a phone that names the same piece and hour twice: the batch is refused whole', async () => {
    const tally = { pieceId: 'pieceone0001', hour: '2026-04-01T00', reads: 60 }
    const reply = await house.employee('p').tallies.record({ batchId: 'twice-in-one-batch', tallies: [tally, tally] })
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })

  it('one address that sends without end: it is told to come back later', async () => {
    const busy = house.bearing(undefined, 'a busy address')
    const record = (number: number) =>
      busy.tallies.record({
        batchId: `from-a-busy-address-${String(number).padStart(6, '0')}`,
        tallies: [{ pieceId: 'made-up', hour: '2026-04-01T00', reads: 1 }],
      })
    const { attempts } = await house.dump()
    for (let number = 0; number < 3; number++) expect((await record(number)).ok).toBe(true)
    const counted = (await house.dump()).attempts?.length ?? 0
    expect(counted).toBe((attempts?.length ?? 0) + 1)
    await house.useUp('tallies', 'a busy address')
    expect(await record(9)).toMatchObject({ ok: false, code: 'BUSY' })
    house.clock.forward(10)
    expect((await record(10)).ok).toBe(true)
  })

  it('a page of figures reads at most 31 documents', async () => {
    const chen = await house.staff('reader', '读数', 'editor')
    house.logged.length = 0
    dataOf(await chen.figures.month({ month: '2026-03' }))
    dataOf(await chen.figures.pieces({ month: '2026-03' }))
    const reads = house.logged.flatMap((entry) => ('bill' in entry ? [entry.bill.reads] : []))
    expect(reads.reduce((sum, read) => sum + read, 0)).toBeLessThanOrEqual(31)
  })
})
