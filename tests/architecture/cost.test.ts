import { describe, expect, it } from 'vitest'
import { costNow, costPage, staleCost } from '../../scripts/cost.mjs'
import { monthlyCost } from '../../scripts/monthly-cost.mjs'

const prices = {
  package: { yuan: 20, requests: 1000, storageGb: 2, computeGbs: 10, egressGb: 1, cdnGb: 1 },
  requestsPer10000: 0.5,
  storageGbDay: 0.1,
  computeGbs: 0.01,
  egressGb: 1,
  cdnGb: 0.2,
}
const assumed = {
  ...{ days: 10, memoryGb: 0.5, msACall: 10, msBefore: 20, stepMs: 100, kbAnswered: 1024 },
  ...{ storageGb: 4, mbARead: 1, mbAPlay: 10.24 },
}
const bills = { one: { calls: 9, reads: 20, writes: 1 }, two: { calls: 3, reads: 2, writes: 1 } }
const given = {
  ...{ prices, assumed, source: 'here' },
  services: [{ name: 'a visit', aDay: 100, plays: 1, asks: { one: 2, two: 1 } }],
  besides: [{ name: 'each minute', aDay: 50, asks: { two: 1 } }],
}

describe('a month on WeChat’s cloud', () => {
  it('is what each asking costs, times how often it is asked, less what the package includes', () => {
    const { servicesADay, used, yuan, inAll, lines } = monthlyCost(bills, given)
    expect(servicesADay).toBe(100)
    // (2 × (1 + 9) + 1 × (1 + 3)) × 100 × 10, and (1 + 3) × 50 × 10.
    expect(lines.map(({ requests }) => requests)).toEqual([24_000, 2000])
    expect(used.requests).toBe(26_000)
    // (2 × 22 + 4) × 1000, and 4 × 500.
    expect(used.documents).toBe(50_000)
    // 110 ms are billed as 200, 50 ms as 100; half a gigabyte.
    expect(used.gbs).toBeCloseTo((2 * 0.2 + 0.1) * 0.5 * 1000 + 0.1 * 0.5 * 500)
    expect(used.egressGb).toBeCloseTo(3500 / 1024)
    expect(used.cdnGb).toBeCloseTo(10)
    expect(yuan).toMatchObject({ package: 20, requests: 1.25, storage: 2 })
    expect(yuan.compute).toBeCloseTo((275 - 10) * 0.01)
    expect(yuan.cdn).toBeCloseTo(9 * 0.2)
    expect(inAll).toBeCloseTo(Object.values(yuan).reduce((all, one) => all + one, 0))
  })

  it('is the package alone where nobody comes', () => {
    const empty = { ...given, assumed: { ...assumed, storageGb: 1 }, services: [], besides: [] }
    expect(monthlyCost(bills, empty).inAll).toBe(20)
  })

  it('is refused where an action has no bill, so that none is free by a slip of its name', () => {
    const slip = { ...given, besides: [{ name: 'a slip', aDay: 1, asks: { tow: 1 } }] }
    expect(() => monthlyCost(bills, slip)).toThrow('a slip: tow has no bill')
  })

  it('is of fifteen thousand services a day', () => {
    expect(monthlyCost(...costNow()).servicesADay).toBe(15_000)
  })

  it('stands in docs/cost.md as the bills and prices have it now', () => {
    expect(staleCost()).toEqual([])
  })

  it('is another page as soon as a bill grows', () => {
    const [now, cost] = costNow()
    const grown = { ...now, 'pieces.home': { ...now['pieces.home'], calls: now['pieces.home'].calls + 1 } }
    expect(costPage(grown, cost)).not.toBe(costPage(now, cost))
  })
})
