import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { K } from '../aggregates/k'
import { type BranchTally, branchFigures, monthToCount, spanOf, ways } from './counselled-people'

const tally = (branchId: string, booked: number, conversed = 0): BranchTally => ({
  branchId,
  people: { booked, conversed },
})
const city = ['city', 'city.a', 'city.b', 'city.c', 'city.a.x', 'city.a.y', 'city.a.z']
const shown = (tallies: readonly BranchTally[]) =>
  Object.fromEntries(
    branchFigures(tallies, city).map(({ branchId, used, ways: by }) => [
      branchId,
      { used: used.total, ways: by.map(({ people }) => people.total) },
    ]),
  )

describe('people of branches who used counselling', () => {
  it('are told of the city, the districts and the units where they are ten at least', () => {
    expect(shown([tally('city.a.x', 12), tally('city.a.y', 15), tally('city.b', 20)])).toEqual({
      city: { used: 47, ways: [] },
      'city.a': { used: 27, ways: [] },
      'city.a.x': { used: 12, ways: [] },
      'city.a.y': { used: 15, ways: [] },
      'city.b': { used: 20, ways: [] },
    })
  })
  it('are told of nothing where the whole city is nine', () => {
    expect(shown([tally('city.a.x', 5), tally('city.b', 4)])).toEqual({})
  })
  it('are not told of a unit whose sibling the total would give away', () => {
    expect(shown([tally('city.a.x', 9), tally('city.a.y', 30), tally('city.a.z', 40)])).toEqual({
      city: { used: 79, ways: [] },
      'city.a': { used: 79, ways: [] },
      'city.a.z': { used: 40, ways: [] },
    })
  })
  it('are not told of the units of a district that is withheld to cover another', () => {
    expect(shown([tally('city.a.x', 30), tally('city.a.y', 30), tally('city.b', 9), tally('city.c', 70)])).toEqual({
      city: { used: 139, ways: [] },
      'city.c': { used: 70, ways: [] },
    })
  })
  it('are divided by way only where each way is ten, and what is withheld beside it too', () => {
    expect(shown([tally('city.a.x', 20, 30), tally('city.a.y', 12, 15), tally('city.b', 10, 10)])).toMatchObject({
      city: { used: 97, ways: [42, 55] },
      'city.a': { ways: [32, 45] },
      'city.a.x': { ways: [20, 30] },
      'city.b': { ways: [10, 10] },
    })
    expect(shown([tally('city.a', 20, 30), tally('city.b', 25, 3), tally('city.c', 40, 40)])).toEqual({
      city: { used: 158, ways: [85, 73] },
      'city.a': { used: 50, ways: [] },
      'city.b': { used: 28, ways: [] },
      'city.c': { used: 80, ways: [40, 40] },
    })
  })
  it('who belong to a district alone are a part of their own', () => {
    const [, district] = branchFigures([tally('city.a', 14), tally('city.a.x', 16), tally('city.b', 12)], city)
    expect(district?.used.cells.filter(({ count }) => count !== null)).toEqual([
      { key: 'city.a', count: 14 },
      { key: 'city.a.x', count: 16 },
    ])
  })
  it('are published with every branch below, so that nobody and too few look the same', () => {
    const few = branchFigures([tally('city.a', 40), tally('city.b', 3), tally('city.c', 12)], city)
    const none = branchFigures([tally('city.a', 40), tally('city.c', 12)], city)
    for (const [whole] of [few, none]) expect(whole?.used.cells.map(({ key }) => key).sort()).toEqual(city.slice(0, 4))
    expect(few[0]?.used.cells[2]).toEqual(none[0]?.used.cells[2])
  })
})

describe('the month that is counted', () => {
  it('runs from midnight to midnight in Shanghai', () => {
    expect(spanOf('2026-02')).toEqual({ from: '2026-01-31T16:00:00.000Z', until: '2026-02-28T16:00:00.000Z' })
    expect(spanOf('2028-02').until).toBe('2028-02-29T16:00:00.000Z')
    expect(spanOf('2026-12').until).toBe('2026-12-31T16:00:00.000Z')
  })
  it('is over for a whole day', () => {
    expect(monthToCount(new Date('2026-04-01T15:59:59.999Z'))).toBe('2026-02')
    expect(monthToCount(new Date('2026-04-01T16:00:00.000Z'))).toBe('2026-03')
    expect(monthToCount(new Date('2027-01-01T16:00:00.000Z'))).toBe('2026-12')
  })
})

/**
 * What an outsider knows as equations over the cells (people of one branch itself, by one way), and every set of cells whose
 * sum they can work out from them, exactly: by adding and subtracting what is shown, and by knowing that no cell is negative.
 */
function workedOut(tallies: readonly BranchTally[]) {
  const cells = tallies.flatMap(({ branchId, people }) =>
    ways.map((way) => ({
      branchId,
      way,
      count: people[way],
      covered: (id: string) => `${branchId}.`.startsWith(`${id}.`),
    })),
  )
  const equations: { row: number[]; value: number }[] = []
  const know = (value: number | null, is: (cell: (typeof cells)[number]) => boolean) => {
    if (value !== null) equations.push({ row: cells.map((cell) => (is(cell) ? 1 : 0)), value })
  }
  for (const { branchId, used, ways: by } of branchFigures(tallies, city)) {
    const within = (key: string) => (cell: (typeof cells)[number]) =>
      key === branchId ? cell.branchId === key : cell.covered(key)
    know(used.total, ({ covered }) => covered(branchId))
    for (const { key, count } of used.cells) know(count, within(key))
    for (const { way, people } of by) {
      know(people.total, (cell) => cell.way === way && cell.covered(branchId))
      for (const { key, count } of people.cells) know(count, (cell) => cell.way === way && within(key)(cell))
    }
  }
  const basis: number[][] = []
  const reduced = (row: readonly number[]) => {
    let left = [...row]
    for (const each of basis) {
      const at = each.findIndex((value) => Math.abs(value) > 1e-9)
      const factor = (left[at] ?? 0) / (each[at] ?? 1)
      left = left.map((value, place) => value - factor * (each[place] ?? 0))
    }
    return left.map((value) => (Math.abs(value) < 1e-9 ? 0 : value))
  }
  for (const { row } of equations) {
    const left = reduced(row)
    if (left.some((value) => value !== 0)) basis.push(left)
  }
  const sets: number[] = []
  for (let set = 1; set < 2 ** cells.length; set++) {
    const row = cells.map((_, at) => (set >> at) & 1)
    if (reduced(row).every((value) => value === 0))
      sets.push(cells.reduce((sum, { count }, at) => sum + count * (row[at] ?? 0), 0))
  }
  return sets
}

describe('whatever the numbers', () => {
  const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }))
  const anyTallies = fc
    .tuple(...['city', 'city.a.x', 'city.a.y', 'city.b', 'city.c'].map((id) => fc.tuple(fc.constant(id), count, count)))
    .map((all) => all.map(([id, booked, conversed]) => tally(id, booked, conversed)))

  it('no group of one to nine people can be worked out, at any level, from anything that is shown', () => {
    fc.assert(
      fc.property(anyTallies, (tallies) => {
        for (const sum of workedOut(tallies)) expect(sum === 0 || sum >= K).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
  it('what is shown is what was counted', () => {
    fc.assert(
      fc.property(anyTallies, (tallies) => {
        for (const { branchId, used, ways: by } of branchFigures(tallies, city)) {
          const there = tallies.filter(({ branchId: id }) => `${id}.`.startsWith(`${branchId}.`))
          expect(used.total).toBe(there.reduce((sum, { people }) => sum + people.booked + people.conversed, 0))
          if (by.length > 0) expect(by.reduce((sum, { people }) => sum + (people.total ?? 0), 0)).toBe(used.total)
        }
      }),
    )
  })
})
