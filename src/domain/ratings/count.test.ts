import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countOn, type Given, meanOf, type Shown } from './count'

const on = (day: string, ...scores: number[]): Given[] => scores.map((score) => ({ day, score }))
const nine = on('2026-03-08', 5, 5, 5, 5, 5, 4, 4, 4, 4)

describe('what is said of an event', () => {
  it('is shown from ten on, once the day is over', () => {
    expect(countOn(undefined, nine, '2026-03-20')).toMatchObject({ shown: undefined, rest: { count: 9, sum: 41 } })
    const ten = [...nine, ...on('2026-03-09', 1)]
    expect(countOn(undefined, ten, '2026-03-09').shown).toBeUndefined()
    expect(countOn(undefined, ten, '2026-03-10').shown).toEqual({ count: 10, sum: 42, until: '2026-03-09' })
  })
  it('does not move until ten more have said something', () => {
    const shown: Shown = { count: 10, sum: 42, until: '2026-03-09' }
    const more = [...nine, ...on('2026-03-09', 1), ...on('2026-03-11', 1, 1, 1)]
    expect(countOn(shown, more, '2026-03-20')).toEqual({
      fresh: { count: 0, sum: 0 },
      rest: { count: 3, sum: 3 },
      shown,
    })
    const many = [...more, ...on('2026-03-12', 2, 2, 2, 2, 2, 2, 2)]
    expect(countOn(shown, many, '2026-03-20')).toMatchObject({
      fresh: { count: 10, sum: 17 },
      shown: { count: 20, sum: 59, until: '2026-03-12' },
    })
  })
  it('has a mean with two places', () => {
    expect(meanOf({ count: 12, sum: 41 })).toBe(3.42)
  })
})

it('whatever is said on whichever days: each step is ten people or more, and nobody is counted twice or lost', () => {
  const days = Array.from({ length: 20 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`)
  const given = fc.array(fc.record({ day: fc.constantFrom(...days), score: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 80,
  })
  fc.assert(
    fc.property(given, (all) => {
      let shown: Shown | undefined
      for (const today of [...days, '2026-03-31']) {
        const there = all.filter(({ day }) => day <= today)
        const next = countOn(shown, there, today)
        expect(next.fresh.count === 0 || next.fresh.count >= 10).toBe(true)
        expect((next.shown?.count ?? 0) - (shown?.count ?? 0)).toBe(next.fresh.count)
        const over = there.filter(({ day }) => day < today)
        expect((next.shown?.count ?? 0) + next.rest.count).toBe(over.length)
        expect((next.shown?.sum ?? 0) + next.rest.sum).toBe(over.reduce((sum, { score }) => sum + score, 0))
        shown = next.shown
      }
    }),
  )
})
