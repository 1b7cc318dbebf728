import { describe, expect, it } from 'vitest'
import { standOf } from '../../../domain/events/stand'
import { daysLater, inShanghai, minutesLater, monthOf, weekdayOf } from '../../../domain/time'
import { host } from '../people'
import { seedEvents, seedQuotas } from '.'
import { secondSaturdays } from './days'

/** Starts at every hour of the day, ends of months and of the year among them. */
const starts = Array.from({ length: 400 }, (_, day) =>
  minutesLater(daysLater(new Date('2026-11-23T00:30:00Z'), day), (day * 97) % 1440).toISOString(),
)

describe('the first events', () => {
  it('fit on whatever day the house is opened: each could be announced, by somebody else than its host', () => {
    for (const begunAt of starts) {
      const all = seedEvents(begunAt)
      expect(all.every(({ state, hostId }) => state === 'announced' && hostId === host.staffId)).toBe(true)
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    }
  })

  it('are twelve open days, one a month on a Saturday, and no title names a trouble', () => {
    for (const begunAt of starts) {
      const days = secondSaturdays(begunAt, 5)
      expect(days).toHaveLength(12)
      expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(12)
      expect(days.every((day) => weekdayOf(day) === 5)).toBe(true)
    }
    const open = seedEvents('2026-11-23T08:00:00Z').filter(({ kind }) => kind === 'open-day')
    expect(open.map(({ times }) => monthOf(times[0]?.from ?? ''))).toEqual(
      Array.from({ length: 12 }, (_, month) => inShanghai('2026-12-01').add(month, 'month').format('YYYY-MM')),
    )
    expect(open.filter(({ title }) => /心理|治疗|抑郁|焦虑|病/.test(title))).toEqual([])
    expect(new Set(open.map(({ theme }) => theme)).size).toBe(12)
  })

  it('give something to sign up for at once, of every kind', () => {
    for (const begunAt of starts.slice(0, 60)) {
      const now = minutesLater(new Date(begunAt), 1)
      const open = seedEvents(begunAt).filter((event) => standOf(event, null, now) === 'open')
      expect(new Set(open.map(({ kind }) => kind))).toEqual(
        new Set(['open-day', 'group', 'lecture', 'live', 'workshop']),
      )
    }
  })

  it('have a group that meets every other week ten times, one drawn workshop, and lectures in each district', () => {
    const all = seedEvents('2026-11-23T08:00:00Z')
    const balint = all.find(({ theme }) => theme === '巴林特小组')
    const gaps = balint?.times
      .slice(1)
      .map(({ from }, at) => Date.parse(from) - Date.parse(balint.times[at]?.from ?? ''))
    expect(gaps).toEqual(Array(9).fill(14 * 24 * 60 * 60 * 1000))
    expect(all.filter(({ way }) => way === 'draw').map(({ kind }) => kind)).toEqual(['workshop'])
    const lectures = all.filter(({ kind }) => kind === 'lecture')
    expect(new Set(lectures.map(({ branchId }) => branchId)).size).toBe(3)
    const quotas = seedQuotas('2026-12-31T20:00:00Z')
    expect(new Set(quotas.map(({ year }) => year))).toEqual(new Set(['2027', '2028']))
    expect(quotas).toHaveLength(6)
  })
})
