import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SignupState, signupStates } from '../signups/words'
import { type Scan, timeAt, truthOf } from './check-in'

const times = [
  { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
  { from: '2026-03-28T02:00:00.000Z', until: '2026-03-28T04:00:00.000Z' },
]
const at = (instant: string) => `2026-03-${instant}:00.000Z`
const scan = (id: string, more: Partial<Scan> = {}): Scan => ({
  ...{ id, ticketId: 't1', at: at('14T01:55'), by: 'qr', right: true },
  ...more,
})
const door = (state: SignupState = 'seated') => ({
  times,
  tickets: new Map([
    ['t1', { state }],
    ['t2', { state: 'seated' as const }],
  ]),
  elsewhere: new Set(['t9']),
})
const verdictOf = (more: Partial<Scan>, state?: SignupState) =>
  truthOf([scan('a', more)], door(state)).verdicts.get('a')

describe('a scan', () => {
  it.each<[Partial<Scan>, string]>([
    [{}, 'came'],
    [{ ticketId: 't9' }, 'wrong-event'],
    [{ ticketId: 't8' }, 'unknown-ticket'],
    [{ right: false }, 'wrong-code'],
    [{ at: at('14T00:59') }, 'early'],
    [{ at: at('14T01:00') }, 'came'],
    [{ at: at('14T04:00') }, 'came'],
    [{ at: at('14T04:01') }, 'early'],
    [{ at: at('28T04:01') }, 'late'],
  ])('says what it is: %o is %s', (more, verdict) => {
    expect(verdictOf(more)).toBe(verdict)
  })

  it.each(signupStates)('of a ticket that is %s counts only where it has a seat', (state) => {
    expect(verdictOf({}, state)).toBe(['seated', 'came', 'missed'].includes(state) ? 'came' : 'not-seated')
  })

  it('is at the door of one time of a group and of no other', () => {
    expect([at('14T03:00'), at('20T03:00'), at('28T01:30')].map((when) => timeAt(times, new Date(when)))).toEqual([
      0,
      'early',
      1,
    ])
    const twice = truthOf([scan('a'), scan('b', { at: at('28T02:10') })], door())
    expect(twice.came.get('t1')).toEqual([at('14T01:55'), at('28T02:10')])
  })

  it('after another is a double, and the earlier one is when they came', () => {
    const truth = truthOf([scan('b', { at: at('14T02:05') }), scan('a')], door())
    expect([...truth.verdicts]).toEqual([
      ['a', 'came'],
      ['b', 'double'],
    ])
    expect(truth.came.get('t1')).toEqual([at('14T01:55'), null])
  })
})

describe('two hundred people, two phones and no network', () => {
  const tickets = Array.from({ length: 200 }, (_, one) => `ticket${one}`)
  const known = { times, tickets: new Map(tickets.map((id) => [id, { state: 'seated' as const }])) }
  const scans = fc.array(
    fc.record({
      ticketId: fc.constantFrom(...tickets, 'stranger'),
      minute: fc.integer({ min: -90, max: 150 }),
      device: fc.constantFrom('one', 'two'),
      right: fc.boolean(),
    }),
    { maxLength: 300 },
  )

  it('give the same truth in whichever order, in whichever pieces and however often their scans come in', () => {
    fc.assert(
      fc.property(scans, fc.infiniteStream(fc.nat()), (made, chance) => {
        const all = made.map(({ ticketId, minute, device, right }, index): Scan => {
          const when = new Date(Date.parse(times[0]?.from ?? '') + minute * 60_000).toISOString()
          return { id: `${device}-${index}`, ticketId, at: when, by: 'qr', right }
        })
        const whole = truthOf(all, known)
        const shuffled = all
          .flatMap((one) => [one, one])
          .map((one) => ({ one, order: chance.next().value as number }))
          .sort((one, other) => one.order - other.order)
          .map(({ one }) => one)
        const merged = truthOf(shuffled, known)
        expect(merged.verdicts.size).toBe(all.length)
        expect(Object.fromEntries(merged.verdicts)).toEqual(Object.fromEntries(whole.verdicts))
        expect(Object.fromEntries(merged.came)).toEqual(Object.fromEntries(whole.came))
        const good = new Set(all.flatMap(({ id, ticketId }) => (whole.verdicts.get(id) === 'came' ? [ticketId] : [])))
        expect(good.size).toBe(whole.came.size)
      }),
    )
  })
})
