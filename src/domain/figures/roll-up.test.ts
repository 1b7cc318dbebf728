import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counters, type Tally } from './counts'
import { type Batch, countedHour, EVERYTHING, type Figure, heatGrid, rollUp, withAddition } from './roll-up'

const now = new Date('2026-11-22T08:00:00Z')
const receivedAt = now.toISOString()
const batch = (id: string, ...tallies: Tally[]): Batch => ({ id, receivedAt, tallies })
const anyPiece = () => true

const figuresFrom = (steps: Batch[][]) => {
  const figures = new Map<string, Figure>()
  steps.forEach((batches, index) => {
    for (const addition of rollUp(batches, anyPiece)) {
      const id = `${addition.month}.${addition.pieceId}`
      figures.set(id, withAddition(figures.get(id), addition, index + 1, now))
    }
  })
  return [...figures.values()].map(({ step, ...figure }) => figure).sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('adding up what phones counted', () => {
  it('counts a piece, and everything, by month, day and hour', () => {
    const figures = figuresFrom([
      [
        batch(
          'b1',
          { pieceId: 'p1', hour: '2026-11-22T15', reads: 2, seconds: 90 },
          { pieceId: 'p2', hour: '2026-11-22T15', plays: 1 },
        ),
      ],
    ])
    expect(figures.map((figure) => [figure.id, figure.used])).toEqual([
      ['2026-11.all', 3],
      ['2026-11.p1', 2],
      ['2026-11.p2', 1],
    ])
    expect(figures[0]).toMatchObject({
      scope: 'all',
      pieceId: EVERYTHING,
      totals: { reads: 2, seconds: 90, plays: 1 },
      heat: { w6h15: 3 },
    })
    expect(figures[0]?.days['22']).toMatchObject({ reads: 2, plays: 1 })
  })
  it('puts the two sides of a month end into two months', () => {
    const late = {
      ...batch(
        'b1',
        { pieceId: 'p1', hour: '2026-11-30T23', reads: 1 },
        { pieceId: 'p1', hour: '2026-12-01T00', reads: 1 },
      ),
      receivedAt: '2026-11-30T16:10:00Z',
    }
    expect(
      rollUp([late], anyPiece)
        .map((addition) => addition.month)
        .sort(),
    ).toEqual(['2026-11', '2026-11', '2026-12', '2026-12'])
  })
  it('leaves out ids that are no piece', () => {
    expect(
      rollUp([batch('b1', { pieceId: 'made-up', hour: '2026-11-22T15', reads: 1 })], (id) => id !== 'made-up'),
    ).toEqual([])
  })
  it('never adds the same step twice', () => {
    const [addition] = rollUp([batch('b1', { pieceId: 'p1', hour: '2026-11-22T15', reads: 1 })], anyPiece)
    if (!addition) throw new Error('nothing was added')
    const once = withAddition(undefined, addition, 1, now)
    expect(withAddition(once, addition, 1, now)).toEqual(once)
    expect(withAddition(once, addition, 2, now).used).toBe(2)
  })
  it('gives the same figures however the batches are cut into steps', () => {
    const tally = fc.record({
      pieceId: fc.constantFrom('p1', 'p2', 'p3'),
      hour: fc
        .integer({ min: 0, max: 6 * 24 })
        .map((hours) => new Date(now.getTime() - hours * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 13)),
      ...Object.fromEntries(counters.map((counter) => [counter, fc.nat({ max: 9 })])),
    }) as fc.Arbitrary<Tally>
    const batches = fc.array(fc.array(tally, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 5 }), (lists, size) => {
        const all = lists.map((tallies, index) => batch(`b${index}`, ...tallies))
        const inSteps = Array.from({ length: Math.ceil(all.length / size) }, (_, step) =>
          all.slice(step * size, step * size + size),
        )
        expect(figuresFrom(inSteps)).toEqual(figuresFrom([all]))
      }),
    )
  })
})

describe('the hour a count belongs to', () => {
  it('is the hour the phone says, up to a week back', () => {
    expect(countedHour('2026-11-22T16', receivedAt)).toBe('2026-11-22T16')
    expect(countedHour('2026-11-15T16', receivedAt)).toBe('2026-11-15T16')
  })
  it('is the hour it came when the phone says something impossible', () => {
    for (const hour of ['2026-11-15T15', '2026-11-22T18', '2030-01-01T00', '2026-02-30T10'])
      expect(countedHour(hour, receivedAt)).toBe('2026-11-22T16')
  })
})

it('draws the week as seven rows of twenty-four hours, Monday first', () => {
  const grid = heatGrid({ w0h0: 4, w6h23: 2 })
  expect(grid).toHaveLength(7)
  expect([grid[0]?.[0], grid[6]?.[23], grid[3]?.[12]]).toEqual([4, 2, 0])
})
