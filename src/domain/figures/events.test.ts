import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../events/words'
import { counters, type EventFigure, type EventTally, rollUpEvents, totalOf, withEvents } from './events'

const now = new Date('2026-03-10T02:00:00.000Z')
const tally = (hour: string, kind: EventTally['kind'], counts: EventTally['counts']): EventTally => ({
  ...{ id: `${hour}${kind}`, hour, kind, counts },
})

describe('what happened at events', () => {
  it('is added up by month, by day and by kind', () => {
    const additions = rollUpEvents([
      tally('2026-04-01T00', 'lecture', { held: 1, checkIns: 62, missed: 8 }),
      tally('2026-03-31T23', 'open-day', { signUps: 1, waitlisted: 1 }),
      tally('2026-03-31T09', 'group', { signUps: 1 }),
    ])
    expect(additions).toEqual([
      {
        month: '2026-03',
        days: { '31': { signUps: 2, waitlisted: 1 } },
        kinds: { 'open-day': { signUps: 1, waitlisted: 1 }, group: { signUps: 1 } },
      },
      {
        month: '2026-04',
        days: { '01': { held: 1, checkIns: 62, missed: 8 } },
        kinds: { lecture: { held: 1, checkIns: 62, missed: 8 } },
      },
    ])
  })

  it('leaves no month where nothing was counted', () => {
    expect(rollUpEvents([tally('2026-03-31T23', 'live', {}), tally('2026-03-31T23', 'live', { missed: 0 })])).toEqual(
      [],
    )
  })

  const some = fc.record({
    id: fc.uuid(),
    hour: fc.constantFrom('2026-03-10T09', '2026-03-10T10', '2026-03-11T23', '2026-04-01T00'),
    kind: fc.constantFrom(...kinds),
    counts: fc.dictionary(fc.constantFrom(...counters), fc.integer({ min: 0, max: 9 })),
  })

  it('in any order, in one step or in many, gives the same sums; and no step is added twice', () => {
    const sums = (steps: readonly EventTally[][]) => {
      const figures = new Map<string, EventFigure>()
      for (const [at, tallies] of steps.entries())
        for (const addition of rollUpEvents(tallies))
          for (const _ of ['once', 'again'])
            figures.set(addition.month, withEvents(figures.get(addition.month), addition, at + 1, now))
      return [...figures.values()]
        .map(({ id, days, kinds }) => ({ id, days, kinds }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
    }
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (tallies) => {
        const whole = sums([tallies])
        expect(sums([tallies.toReversed()])).toEqual(whole)
        expect(sums(tallies.map((one) => [one]))).toEqual(whole)
        for (const { days, kinds } of whole)
          for (const counter of counters)
            expect(Object.values(days).reduce((sum, day) => sum + (day[counter] ?? 0), 0)).toBe(
              totalOf(kinds)[counter] ?? 0,
            )
        const told = tallies.reduce((sum, { counts }) => sum + (counts.missed ?? 0), 0)
        expect(whole.reduce((sum, { kinds }) => sum + (totalOf(kinds).missed ?? 0), 0)).toBe(told)
      }),
    )
  })
})
