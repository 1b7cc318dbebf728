import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workedAs } from '../calendar/china'
import { weekdayOf } from '../time'
import { emptyTimetable } from './change'
import { freeSlots, inModes, isThere, nextFree, outside, periodsOn } from './slots'
import type { Period, Slot, Taken, Timetable } from './timetable'

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const modes = ['text', 'phone'] as const
const period = (from: number, until: number): Period => ({ from: from * 60, until: until * 60, modes: [...modes] })
const now = at('2026-11-23T08:00')

/** Monday to Friday, 9 to 12 and 14 to 17; 50 minutes and 10 between, no notice. */
const usual: Timetable = {
  ...emptyTimetable('lin'),
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [period(9, 12), period(14, 17)] : [])) as Timetable['week'],
  noticeHours: 0,
}
const taken = (from: string, until: string, heldUntil = ''): Taken => ({
  bookingId: 'b',
  from: at(from).toISOString(),
  until: at(until).toISOString(),
  heldUntil,
})
const free = (timetable: Timetable, day: string, stands: Taken[] = [], asOf = now) =>
  freeSlots(timetable, stands, workedAs, asOf, { from: at(`${day}T00:00`), until: at(`${day}T23:59`) }).map(
    ({ from }) => new Date(Date.parse(from) + 8 * 3_600_000).toISOString().slice(11, 16),
  )

describe('free slots', () => {
  it('are the starts of each period, a session and its buffer apart', () => {
    expect(free(usual, '2026-11-24')).toEqual(['09:00', '10:00', '11:00', '14:00', '15:00', '16:00'])
  })

  it('leave out what is taken, and what its buffer would touch', () => {
    expect(free(usual, '2026-11-24', [taken('2026-11-24T10:00', '2026-11-24T10:50')])).not.toContain('10:00')
    expect(free(usual, '2026-11-24', [taken('2026-11-24T09:55', '2026-11-24T10:45')])).toEqual(
      expect.not.arrayContaining(['09:00', '10:00']),
    )
    expect(free(usual, '2026-11-24', [taken('2026-11-24T10:00', '2026-11-24T10:50')])).toContain('11:00')
  })

  it('keep the buffer over the midnight between Sunday and Monday, whichever side stands first', () => {
    const week = usual.week.map((_, day) => (day === 6 ? [period(22, 24)] : day === 0 ? [period(0, 2)] : []))
    const nights: Timetable = { ...usual, week: week as Timetable['week'], bufferMinutes: 15 }
    expect(free(nights, '2026-11-29')).toEqual(['22:00', '23:05'])
    expect(free(nights, '2026-11-30')).toEqual(['00:00', '01:05'])
    expect(free(nights, '2026-11-29', [taken('2026-11-30T00:00', '2026-11-30T00:50')])).toEqual(['22:00'])
    expect(free(nights, '2026-11-30', [taken('2026-11-29T23:05', '2026-11-29T23:55')])).toEqual(['01:05'])
  })

  it('count what is held until the instant at which it no longer is', () => {
    const held = taken('2026-11-24T10:00', '2026-11-24T10:50', at('2026-11-23T08:10').toISOString())
    expect(free(usual, '2026-11-24', [held])).not.toContain('10:00')
    expect(free(usual, '2026-11-24', [held], at('2026-11-23T08:10'))).toContain('10:00')
  })

  it('keep the notice to the minute, and the horizon to the day', () => {
    const careful = { ...usual, noticeHours: 3, horizonDays: 1 }
    expect(free(careful, '2026-11-23')).toEqual(['11:00', '14:00', '15:00', '16:00'])
    expect(free(careful, '2026-11-23', [], at('2026-11-23T08:01'))[0]).toBe('14:00')
    expect(free(careful, '2026-11-24')).toHaveLength(6)
    expect(free(careful, '2026-11-25')).toEqual([])
  })

  it('are those of the day in Shanghai, whatever the day of UTC is', () => {
    const early = { ...usual, week: usual.week.map(() => [period(0, 8), period(22, 24)]) as Timetable['week'] }
    const day = free(early, '2026-11-24', [], at('2026-11-23T00:30'))
    expect(day.slice(0, 2)).toEqual(['00:00', '01:00'])
    expect(day.slice(-2)).toEqual(['22:00', '23:00'])
    const first = nextFree(early, [], workedAs, at('2026-11-30T23:30'), {
      from: at('2026-11-30T23:30'),
      until: at('2026-12-05T00:00'),
      modes: ['text'],
    })
    expect(first?.from).toBe(at('2026-12-01T00:00').toISOString())
  })

  it('go over the end of a month and of a year', () => {
    const between = { from: at('2026-12-30T00:00'), until: at('2027-01-05T00:00') }
    const days = freeSlots(usual, [], workedAs, at('2026-12-29T20:00'), between).map(({ from }) => from.slice(0, 10))
    expect([...new Set(days)]).toEqual(['2026-12-30', '2026-12-31', '2027-01-04'])
  })

  it('are none in a public holiday, and a 调休 weekend is the weekday it stands for', () => {
    const asOf = at('2026-09-18T08:00')
    const onlyTuesdays = { ...usual, week: usual.week.map((all, day) => (day === 1 ? all : [])) as Timetable['week'] }
    expect(free(usual, '2026-10-01', [], asOf)).toEqual([])
    expect(free(onlyTuesdays, '2026-09-20', [], asOf)).toHaveLength(6)
    expect(free(onlyTuesdays, '2026-10-10', [], asOf)).toEqual([])
    expect(free({ ...usual, holidays: false }, '2026-10-01', [], asOf)).toHaveLength(6)
    expect(free({ ...usual, holidays: false }, '2026-09-20', [], asOf)).toEqual([])
    expect(free(usual, '2026-02-14', [], at('2026-02-09T08:00'))).toHaveLength(6)
    expect(free(usual, '2026-02-16', [], at('2026-02-09T08:00'))).toEqual([])
  })

  it('follow an exception before anything else', () => {
    const away = { id: 'x', from: '2026-11-24', until: '2026-11-25', periods: [] }
    const extra = { id: 'y', from: '2026-10-01', until: '2026-10-01', periods: [period(9, 11)] }
    expect(free({ ...usual, exceptions: [away] }, '2026-11-25')).toEqual([])
    expect(free({ ...usual, exceptions: [away] }, '2026-11-26')).toHaveLength(6)
    expect(free({ ...usual, exceptions: [extra] }, '2026-10-01', [], at('2026-09-28T08:00'))).toEqual([
      '09:00',
      '10:00',
    ])
  })

  it('are left only in the ways the counsellor meets people', () => {
    const [slot] = inModes([{ from: '', until: '', modes: ['text', 'in-person'] }], ['text'])
    expect(slot?.modes).toEqual(['text'])
    expect(inModes([{ from: '', until: '', modes: ['in-person'] }], ['text'])).toEqual([])
  })
})

describe('a counsellor is there', () => {
  it('from the first minute of a period to the last, with nobody', () => {
    const there = (asOf: string, stands: Taken[] = []) => isThere(usual, stands, workedAs, at(asOf))
    expect(['08:59', '09:00', '11:59', '12:00'].map((time) => there(`2026-11-24T${time}`))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(there('2026-11-24T10:30', [taken('2026-11-24T10:00', '2026-11-24T10:50')])).toBe(false)
  })
})

describe('what stands outside after a change', () => {
  const booked = taken('2026-11-24T10:00', '2026-11-24T10:50')
  it('is what no period holds whole', () => {
    expect(outside(usual, [booked], workedAs, now)).toEqual([])
    const away = { id: 'x', from: '2026-11-24', until: '2026-11-24', periods: [period(10, 10.5)] }
    expect(outside({ ...usual, exceptions: [away] }, [booked], workedAs, now)).toEqual([booked])
  })
  it('is nothing that is over, or no longer held', () => {
    const none = { ...usual, week: [[], [], [], [], [], [], []] as Timetable['week'] }
    expect(outside(none, [booked], workedAs, at('2026-11-24T10:50'))).toEqual([])
    expect(outside(none, [{ ...booked, heldUntil: now.toISOString() }], workedAs, now)).toEqual([])
  })
})

const quarters = fc.integer({ min: 0, max: 95 })
const periods = fc.array(quarters, { maxLength: 6 }).map((drawn) => {
  const cuts = [...new Set(drawn)].sort((one, other) => one - other)
  return cuts.flatMap((from, place): Period[] => {
    const until = cuts[place + 1]
    return place % 2 === 0 && until !== undefined ? [{ from: from * 15, until: until * 15, modes: ['text'] }] : []
  })
})
const timetables = fc.record({
  week: fc.tuple(periods, periods, periods, periods, periods, periods, periods),
  sessionMinutes: fc.constantFrom(30, 45, 50, 90),
  bufferMinutes: fc.constantFrom(0, 10, 15),
  noticeHours: fc.integer({ min: 0, max: 48 }),
  horizonDays: fc.integer({ min: 1, max: 28 }),
  holidays: fc.boolean(),
})
const standingOnes = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 28 * 288 }), fc.integer({ min: 4, max: 18 })).map(([start, length]): Taken => {
    const from = now.getTime() + start * 300_000
    const until = new Date(from + length * 300_000).toISOString()
    return { bookingId: 'b', from: new Date(from).toISOString(), until, heldUntil: '' }
  }),
  { maxLength: 20 },
)

describe('whatever the timetable', () => {
  it('no slot touches what is taken, lies outside a period, or comes too soon or too late', () => {
    fc.assert(
      fc.property(timetables, standingOnes, fc.integer({ min: 0, max: 40 * 24 * 60 }), (drawn, stands, minutes) => {
        const timetable: Timetable = { ...emptyTimetable('lin'), ...drawn }
        const asOf = new Date(Date.parse('2026-09-15T00:00:00Z') + minutes * 60_000)
        const shifted = stands.map((each) => ({ ...each, ...moved(each, asOf.getTime() - now.getTime()) }))
        const until = new Date(asOf.getTime() + 28 * 86_400_000)
        const gap = drawn.bufferMinutes * 60_000
        const isRight = (slot: Slot) => {
          const [from, end] = [Date.parse(slot.from), Date.parse(slot.until)]
          const shanghai = new Date(from + 8 * 3_600_000).toISOString()
          const day = shanghai.slice(0, 10)
          const minute = Number(shanghai.slice(11, 13)) * 60 + Number(shanghai.slice(14, 16))
          const weekday = drawn.holidays ? workedAs(day) : weekdayOf(day)
          const ofTheDay = weekday === undefined ? [] : (drawn.week[weekday] ?? [])
          return (
            from >= asOf.getTime() + drawn.noticeHours * 3_600_000 &&
            from < asOf.getTime() + (drawn.horizonDays + 1) * 86_400_000 &&
            end - from === drawn.sessionMinutes * 60_000 &&
            shifted.every((other) => from >= Date.parse(other.until) + gap || end + gap <= Date.parse(other.from)) &&
            ofTheDay.some((one) => one.from <= minute && minute + drawn.sessionMinutes <= one.until)
          )
        }
        const slots = freeSlots(timetable, shifted, workedAs, asOf, { from: asOf, until })
        expect(slots.filter((slot) => !isRight(slot))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('the next one is the first of all', () => {
    fc.assert(
      fc.property(timetables, standingOnes, (drawn, stands) => {
        const timetable: Timetable = { ...emptyTimetable('lin'), ...drawn }
        const between = { from: now, until: new Date(now.getTime() + 28 * 86_400_000) }
        const [first] = freeSlots(timetable, stands, workedAs, now, between)
        expect(nextFree(timetable, stands, workedAs, now, { ...between, modes: ['text'] })).toEqual(first)
      }),
      { numRuns: 100 },
    )
  })
})

const moved = ({ from, until }: Taken, by: number) => ({
  from: new Date(Date.parse(from) + by).toISOString(),
  until: new Date(Date.parse(until) + by).toISOString(),
})

it('a day without an exception is what its weekday says', () => {
  expect(periodsOn(usual, '2026-11-21', workedAs)).toEqual([])
  expect(periodsOn(usual, '2026-11-23', workedAs)).toHaveLength(2)
})
