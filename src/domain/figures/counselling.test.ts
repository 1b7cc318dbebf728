import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CounsellingFigure,
  type CounsellingTally,
  counsellingFigureId,
  counters,
  ownCounters,
  rollUpCounselling,
  withCounselling,
} from './counselling'

const now = new Date('2026-03-10T02:00:00.000Z')
const tally = (hour: string, counts: CounsellingTally['counts'], staffId = ''): CounsellingTally => ({
  ...{ id: `${hour}${staffId}`, hour, staffId, counts },
})

describe('what happened in counselling', () => {
  it('is added up by month and day, and in the counsellor’s own month beside', () => {
    const additions = rollUpCounselling([
      tally('2026-03-31T23', { attended: 1, minutes: 50, leadMet: 2880 }, 'he'),
      tally('2026-03-31T10', { booked: 1, lead: 90 }),
      tally('2026-04-01T00', { missed: 1 }, 'he'),
    ])
    expect(additions).toEqual([
      {
        ...{ month: '2026-03', staffId: '', heat: {} },
        days: { '31': { booked: 1, lead: 90, attended: 1, minutes: 50, leadMet: 2880 } },
      },
      { month: '2026-04', staffId: '', days: { '01': { missed: 1 } }, heat: {} },
      { month: '2026-03', staffId: 'he', days: { '31': { attended: 1, minutes: 50, leadMet: 2880 } }, heat: {} },
      { month: '2026-04', staffId: 'he', days: { '01': { missed: 1 } }, heat: {} },
    ])
  })

  it('says when conversations are asked for, by weekday and hour', () => {
    const [month] = rollUpCounselling([
      tally('2026-03-09T22', { chatsAsked: 1 }),
      tally('2026-03-16T22', { chatsAsked: 1 }),
      tally('2026-03-15T23', { chatsAsked: 1, chatsLeft: 1 }),
      tally('2026-03-15T23', { booked: 1 }),
    ])
    expect(month?.heat).toEqual({ w0h22: 2, w6h23: 1 })
  })

  it('never tells a counsellor what people gave up or thought', () => {
    const all = Object.fromEntries(counters.map((counter) => [counter, 1]))
    const own = rollUpCounselling([tally('2026-03-10T10', all, 'he')]).find(({ staffId }) => staffId === 'he')
    expect(Object.keys(own?.days['10'] ?? {}).sort()).toEqual([...ownCounters].sort())
    for (const secret of ['booked', 'cancelled', 'cancelledLate', 'lapsed', 'ratings', 'ratingSum'])
      expect(ownCounters).not.toContain(secret)
  })

  it('leaves no month where nothing of the counsellor’s own was counted', () => {
    expect(rollUpCounselling([tally('2026-03-10T10', { cancelled: 1 }, 'he')]).map(counsellingFigureId)).toEqual([
      '2026-03',
    ])
  })

  const some = fc.record({
    id: fc.uuid(),
    hour: fc.constantFrom('2026-03-10T09', '2026-03-10T10', '2026-03-11T23', '2026-04-01T00'),
    staffId: fc.constantFrom('', 'he', 'qian'),
    counts: fc.dictionary(fc.constantFrom(...counters), fc.integer({ min: 0, max: 9 })),
  })

  it('in any order, in one step or in many, gives the same sums; and no step is added twice', () => {
    const sums = (steps: readonly CounsellingTally[][]) => {
      const figures = new Map<string, CounsellingFigure>()
      for (const [at, tallies] of steps.entries())
        for (const addition of rollUpCounselling(tallies))
          for (const _ of ['once', 'again'])
            figures.set(
              counsellingFigureId(addition),
              withCounselling(figures.get(counsellingFigureId(addition)), addition, at + 1, now),
            )
      return [...figures.values()]
        .map(({ id, totals, days, heat }) => ({ id, totals, days, heat }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (tallies) => {
        const whole = sums([tallies])
        expect(sums([tallies.toReversed()])).toEqual(whole)
        expect(sums(tallies.map((one) => [one]))).toEqual(whole)
        for (const { totals, days } of whole)
          for (const counter of counters)
            expect(Object.values(days).reduce((sum, day) => sum + (day[counter] ?? 0), 0)).toBe(totals[counter] ?? 0)
      }),
    )
  })
})
