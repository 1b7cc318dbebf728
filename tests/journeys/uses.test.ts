import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { rollUpUses } from '../../cloudfunctions/insights/roll-up-uses'
import { rollUpUses as summed, type UseTally } from '../../src/domain/figures/roll-up-uses'
import type { Use } from '../../src/domain/figures/uses'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

let house: House
const uses: Use[] = ['tests.started.phq9', 'tests.left.phq9.4', 'help.shown', 'help.opened', 'help.dialled.12356']
const sent: UseTally[] = []

beforeAll(async () => {
  house = await openHouse('2026-03-31T15:30:00.000Z')
})
afterAll(() => house.close())

const record = async (batchId: string, tallies: UseTally[]) => {
  // Only once in what is expected, and twice from the phone.
  for (let time = 0; time < 2; time++) dataOf(await house.employee('o-lin').uses.record({ batchId, uses: tallies }))
  sent.push(...tallies)
}
const run = (database = house.database) =>
  rollUpUses.run({ ...house, database, now: house.clock.now(), timeLeft: () => true })

const figures = async () =>
  ((await house.dump()).useFigures as { id: string }[])
    .map(({ step, countedAt, v, ...rest }: Record<string, unknown>) => rest)
    .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
const expected = () =>
  summed([{ id: 'all', receivedAt: house.clock.now().toISOString(), uses: sent }]).map((sums) => ({
    id: sums.month,
    ...sums,
  }))

describe('the uses of tests and of help', () => {
  let number = 0
  beforeEach(async () => {
    for (let i = 0; i < 5; i++, number++)
      await record(
        `batch-of-uses-${String(number).padStart(6, '0')}`,
        uses.map((use, at) => ({ use, hour: at % 2 ? '2026-03-31T23' : '2026-04-01T00', times: number + 1 })),
      )
  })

  it('are the same wherever the roll-up is cut off, at every call', async () => {
    let calls = 0
    for (; calls < 99; calls++) {
      const ended = await run(cutOff(house.database, calls).database).then(
        () => true,
        (error: Error) => {
          expect(error.message).toBe('cut off')
          return false
        },
      )
      if (ended) break
    }
    expect(calls).toBeGreaterThan(3)
    await run()
    expect(await figures()).toEqual(expected())
  })

  it('are the same when three clocks run at once', async () => {
    await Promise.all([run(), run(), run()])
    await run()
    expect(await figures()).toEqual(expected())
  })

  it('leave nothing of what one phone did once they are in the sums, nor the minute it came', async () => {
    await run()
    const batches = (await house.dump()).useBatches as { uses: unknown[]; rolledIn: number; receivedAt: string }[]
    expect(batches).toHaveLength(number)
    for (const batch of batches) {
      expect(batch.uses).toEqual([])
      expect(batch.rolledIn).toBeGreaterThan(0)
      expect(batch.receivedAt).toMatch(/T\d\d:00:00\.000Z$/)
    }
    const again = { batchId: 'batch-of-uses-000000', uses: [{ use: uses[0] as Use, hour: '2026-03-31T23', times: 1 }] }
    dataOf(await house.employee('o-lin').uses.record(again))
    await run()
    expect(await figures()).toEqual(expected())
    expect((await house.dump()).useRollUps).toMatchObject([{ open: false, batchIds: [], additions: [] }])
  })

  it('are seen by a supervisor, who sees no figures of pieces, and by nobody without a role for it', async () => {
    await run()
    const he = await house.staff('hejing', '何静', 'supervisor')
    const month = dataOf(await he.figures.uses({ month: '2026-03' }))
    expect(month.days).toHaveLength(31)
    const of = (name: Use) =>
      sent.filter(({ use, hour }) => use === name && hour < '2026-04').reduce((n, u) => n + u.times, 0)
    expect(month.totals).toEqual([
      { use: 'help.opened', times: of('help.opened') },
      { use: 'tests.left.phq9.4', times: of('tests.left.phq9.4') },
    ])
    expect(month.days[30]).toMatchObject({ day: '2026-03-31', help: of('help.opened'), testsStarted: 0 })
    // 31 March 2026 is a Tuesday.
    expect(month.heat[1]?.[23]).toBe(of('help.opened'))
    expect(month.countedAt).not.toBeNull()
    expect(await he.figures.month({ month: '2026-03' })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
    const zhao = await house.staff('zhaolei', '赵磊', 'auditor')
    expect(await zhao.figures.uses({ month: '2026-03' })).toMatchObject({ ok: false, code: 'NOT_ALLOWED' })
  })

  it('are refused whole when a phone names one use of one hour twice, or a use there is not', async () => {
    const phone = house.employee('o-lin')
    const one = { use: 'help.opened' as Use, hour: '2026-04-01T00', times: 1 }
    for (const wrong of [[one, one], [{ ...one, use: 'help.dialled.13800000000' as Use }], [{ ...one, times: 31 }]])
      expect(await phone.uses.record({ batchId: 'not-a-good-batch', uses: wrong })).toMatchObject({
        ok: false,
        code: 'INVALID_INPUT',
      })
  })
})
