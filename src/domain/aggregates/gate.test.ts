import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gate } from './gate'
import { K } from './k'

const cells = (...counts: number[]) => counts.map((count, index) => ({ key: String(index), count }))
const shown = (...counts: number[]) => {
  const { total, cells: out } = gate(cells(...counts))
  return [total, out.map(({ count }) => count)]
}

describe('the gate', () => {
  it('withholds everything under ten people', () => {
    expect(shown(9)).toEqual([null, [null]])
    expect(shown(5, 4)).toEqual([null, [null, null]])
    expect(shown(10)).toEqual([10, [10]])
  })
  it('shows nobody and too few the same', () => {
    expect(shown(0, 20, 30)[1]).toEqual([null, 20, 30])
    expect(shown(0, 0)).toEqual([null, [null, null]])
  })
  it('withholds a sibling where the total would give a small one away', () => {
    expect(shown(3, 20, 30)).toEqual([53, [null, null, 30]])
  })
  it('withholds all siblings where there are only few, and the total still stands for all of them', () => {
    expect(shown(3, 20)).toEqual([23, [null, null]])
    expect(shown(3, 0, 8)).toEqual([11, [null, null, null]])
    expect(shown(10, 2)).toEqual([12, [null, null]])
  })
  it('an empty sibling is no cover for a small one', () => {
    expect(shown(3, 0, 15, 40)).toEqual([58, [null, null, null, 40]])
  })
  it('says nothing where all gave the same answer', () => {
    expect(gate(cells(0, 40, 0), { telling: true })).toEqual({
      total: null,
      cells: [
        { key: '0', count: null },
        { key: '1', count: null },
        { key: '2', count: null },
      ],
    })
  })
  it('refuses what is no count of people', () => {
    expect(() => gate(cells(-1))).toThrow()
    expect(() => gate(cells(1.5))).toThrow()
  })
})

describe('whatever the numbers', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })

  it('nothing shown is under ten, and nothing withheld can be worked out', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const out = gate(cells(...all))
        for (const { count } of out.cells) if (count !== null) expect(count).toBeGreaterThanOrEqual(K)
        const total = all.reduce((sum, count) => sum + count, 0)
        if (out.total === null) return
        expect(out.total).toBe(total)
        const hidden = all.filter((count, index) => out.cells[index]?.count === null && count > 0)
        const left = hidden.reduce((sum, count) => sum + count, 0)
        // What an outsider learns is the sum of what is withheld: nobody's at all, or that of two groups and ten people.
        if (left > 0) {
          expect(left).toBeGreaterThanOrEqual(K)
          expect(hidden.length).toBeGreaterThanOrEqual(2)
        }
      }),
      { numRuns: 2000 },
    )
  })
  it('the order of the cells changes nothing', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const given = cells(...all)
        const turned = gate([...given].reverse())
        expect([...turned.cells].reverse()).toEqual(gate(given).cells)
      }),
    )
  })
})
