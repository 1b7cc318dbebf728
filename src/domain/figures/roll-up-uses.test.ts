import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollUpUses, type UseBatch, type UseFigure, type UseTally, withUses } from './roll-up-uses'
import { isUse, type Use } from './uses'

const now = new Date('2026-11-22T08:00:00Z')
const HOUR = '2026-11-22T15'
const batch = (id: string, ...uses: UseTally[]): UseBatch => ({ id, receivedAt: now.toISOString(), uses })

const figuresFrom = (steps: UseBatch[][]) => {
  const figures = new Map<string, UseFigure>()
  steps.forEach((batches, index) => {
    for (const addition of rollUpUses(batches))
      figures.set(addition.month, withUses(figures.get(addition.month), addition, index + 1, now))
  })
  return [...figures.values()].map(({ step, ...figure }) => figure).sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('adding up the uses of tests and of help', () => {
  it('counts by month, by day, and help by weekday and hour', () => {
    const [figure, ...others] = figuresFrom([
      [
        batch(
          'b1',
          { use: 'tests.started.phq9', hour: HOUR, times: 2 },
          { use: 'tests.finished.phq9', hour: HOUR, times: 1 },
          { use: 'tests.left.phq9.4', hour: HOUR, times: 1 },
          { use: 'help.shown', hour: HOUR, times: 1 },
        ),
        batch('b2', { use: 'help.opened', hour: HOUR, times: 2 }, { use: 'help.dialled.12356', hour: HOUR, times: 1 }),
      ],
    ])
    expect(others).toEqual([])
    expect(figure).toMatchObject({
      id: '2026-11',
      days: { '22': { testsStarted: 2, testsFinished: 1, help: 3, dialled: 1 } },
      heat: { w6h15: 3 },
    })
    expect(figure?.totals.map(({ use, times }) => [use, times])).toEqual([
      ['help.dialled.12356', 1],
      ['help.opened', 2],
      ['help.shown', 1],
      ['tests.finished.phq9', 1],
      ['tests.left.phq9.4', 1],
      ['tests.started.phq9', 2],
    ])
  })

  it('leaves out items an instrument does not have', () => {
    expect(rollUpUses([batch('b1', { use: 'tests.left.phq9.10', hour: HOUR, times: 1 })])).toEqual([])
    expect(rollUpUses([batch('b1', { use: 'tests.left.phq9.9', hour: HOUR, times: 1 })])).toHaveLength(1)
  })

  it('never adds the same step twice', () => {
    const [addition] = rollUpUses([batch('b1', { use: 'help.opened', hour: HOUR, times: 1 })])
    if (!addition) throw new Error('nothing was added')
    const once = withUses(undefined, addition, 1, now)
    expect(withUses(once, addition, 1, now)).toEqual(once)
    expect(withUses(once, addition, 2, now).totals).toEqual([{ use: 'help.opened', times: 2 }])
  })

  it('gives the same figures however the batches are cut into steps', () => {
    const tally: fc.Arbitrary<UseTally> = fc.record({
      use: fc.constantFrom<Use>(
        'tests.started.k6',
        'tests.finished.k6',
        'help.shown',
        'help.opened',
        'help.dialled.120',
      ),
      hour: fc.constantFrom('2026-11-16T09', '2026-11-21T23', '2026-11-22T15', '2030-01-01T00'),
      times: fc.integer({ min: 1, max: 30 }),
    })
    const batches = fc.array(fc.array(tally, { minLength: 1, maxLength: 5 }), { maxLength: 12 })
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 5 }), (lists, size) => {
        const all = lists.map((uses, index) => batch(`b${index}`, ...uses))
        const inSteps = Array.from({ length: Math.ceil(all.length / size) }, (_, step) =>
          all.slice(step * size, step * size + size),
        )
        expect(figuresFrom(inSteps)).toEqual(figuresFrom([all]))
      }),
    )
  })
})

it('knows its uses and no other words', () => {
  for (const use of ['tests.started.audit-c', 'tests.left.dass21.21', 'help.dialled.union', 'matches.opened.exercise'])
    expect(isUse(use)).toBe(true)
  for (const text of ['tests.started.mbti', 'tests.left.phq9.0', 'tests.left.phq9', 'help.dialled.13800000000', 'help'])
    expect(isUse(text)).toBe(false)
})
