import { afterEach, describe, expect, it } from 'vitest'
import type { HeldBooking } from '../../contract/bookings'
import { dayAfter, mondayOf, startOfDay, weekFrom } from '../duty/week'
import { actsOf, agendaOf, isUnmarked, standingOf } from './agenda'
import { blocksOf, type PreviewDay, spanOf } from './calendar-blocks'
import { suits } from './suiting'
import { fileHeads, fileRow } from './whole-list'

const at = (instant: string) => Date.parse(instant)
const booking = (from: string, changes: Partial<HeldBooking> = {}): HeldBooking => ({
  ...{ id: `b${from}`, from, until: new Date(at(from) + 50 * 60_000).toISOString() },
  ...({ mode: 'phone', state: 'confirmed', pseudonym: '安静的竹子', session: 0 } as const),
  ...{ stationName: '', shared: false, phoneGiven: true },
  ...changes,
})

const home = process.env.TZ
afterEach(() => {
  process.env.TZ = home
})
const zones = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Shanghai', 'Europe/Berlin']

describe('a day of Shanghai time', () => {
  /** 00:00 and 07:00 of Thursday 2026-12-31, and 00:00 of the year after, in Shanghai. */
  const midnight = '2026-12-30T16:00:00.000Z'
  const morning = '2026-12-30T23:00:00.000Z'
  const newYear = '2026-12-31T16:00:00.000Z'
  const last = booking('2026-12-31T15:10:00.000Z')

  it.each(zones)(
    'is the same day in a browser in %s, also from midnight to eight and over the end of a year',
    (zone) => {
      process.env.TZ = zone
      const rows = [booking(newYear), last, booking(morning), booking(midnight)]
      const { next, later } = agendaOf(rows, '2026-12-31', at('2026-12-30T10:00:00.000Z'))
      expect([next, ...later].map((row) => row?.from)).toEqual([midnight, morning, last.from])
      expect(spanOf(booking(midnight))).toEqual({ from: 0, until: 50 })
      expect(spanOf(booking(morning))).toEqual({ from: 420, until: 470 })
      expect(spanOf({ from: '2026-12-31T15:00:00.000Z', until: newYear })).toEqual({ from: 1380, until: 1440 })
      expect(mondayOf('2027-01-01')).toBe('2026-12-28')
      expect(weekFrom('2026-12-28').at(-1)).toBe('2027-01-03')
      expect(dayAfter('2026-03-31', 1)).toBe('2026-04-01')
      expect(startOfDay('2026-12-28').toISOString()).toBe('2026-12-27T16:00:00.000Z')
      const day: PreviewDay = { day: '2026-12-31', kind: 'usual', known: true, periods: [], slots: [], standing: [] }
      expect(blocksOf(day, rows, at(midnight)).map(({ from }) => from)).toEqual([1390, 420, 0])
      expect(suits(midnight, ['morning'])).toBe(true)
      expect(fileRow(booking(midnight), at(midnight)).slice(0, 3)).toEqual(['2026-12-31', '00:00', '00:50'])
    },
  )
  it('is really looked at from other zones', () => {
    process.env.TZ = 'America/Los_Angeles'
    expect(new Date(midnight).getDate()).toBe(30)
    process.env.TZ = 'Pacific/Kiritimati'
    expect(new Date(midnight).getDate()).toBe(31)
  })
})

describe('what is on today', () => {
  const nine = booking('2026-03-12T01:00:00.000Z')
  const ten = booking('2026-03-12T02:00:00.000Z')
  const off = booking('2026-03-12T03:00:00.000Z', { state: 'cancelled-by-counsellor' })
  it('has the next one first, what runs before what comes, and what is over last', () => {
    const rows = [off, ten, nine]
    expect(agendaOf(rows, '2026-03-12', at('2026-03-12T00:00:00.000Z'))).toEqual({
      next: nine,
      later: [ten],
      past: [off],
    })
    expect(agendaOf(rows, '2026-03-12', at(nine.until) - 1).next).toBe(nine)
    expect(agendaOf(rows, '2026-03-12', at(nine.until))).toEqual({ next: ten, later: [], past: [nine, off] })
    expect(agendaOf(rows, '2026-03-13', at(nine.from))).toEqual({ next: null, later: [], past: [] })
  })
  it('says how each stands', () => {
    expect(standingOf(nine, at(nine.from) - 1)).toBe('约好了')
    expect(standingOf(nine, at(nine.from))).toBe('正在进行')
    expect(standingOf(nine, at(nine.until))).toBe('还没有记结果')
    expect(isUnmarked(nine, at(nine.until))).toBe(true)
    expect(isUnmarked({ ...nine, state: 'missed' }, at(nine.until))).toBe(false)
    expect(standingOf(off, 0)).toBe('您取消了')
  })
})

describe('what can be done about a booking', () => {
  const row = booking('2026-03-12T01:00:00.000Z')
  const day = 24 * 60 * 60_000
  it('is to call it off until it ends, and to mark it from when it begins', () => {
    expect(actsOf(row, at(row.from) - 1)).toMatchObject({ mark: false, callOff: true, write: false, correct: false })
    expect(actsOf(row, at(row.from))).toMatchObject({ mark: true, callOff: true, write: true })
    expect(actsOf(row, at(row.until))).toMatchObject({ mark: true, callOff: false })
    const marked = { ...row, state: 'attended' as const }
    expect(actsOf(marked, at(row.until) + day - 1)).toMatchObject({ mark: false, correct: true, write: true })
    expect(actsOf(marked, at(row.until) + day).correct).toBe(false)
  })
  it('is to enter a conversation in writing from ten minutes before, and to call where there is a number', () => {
    const text = { ...row, mode: 'text' as const }
    expect(actsOf(text, at(row.from) - 600_001)).toMatchObject({ meet: true, meetsNow: false, call: false })
    expect(actsOf(text, at(row.from) - 600_000)).toMatchObject({ meet: true, meetsNow: true })
    expect(actsOf(text, at(row.until)).meet).toBe(false)
    expect(actsOf(row, at(row.from))).toMatchObject({ meet: false, call: true, noNumber: false })
    expect(actsOf({ ...row, phoneGiven: false }, at(row.from))).toMatchObject({ call: false, noNumber: true })
  })
})

describe('a file of bookings', () => {
  it('has times, ways, states and sessions, and nobody', () => {
    const row = booking('2026-03-12T01:00:00.000Z', { session: 2, state: 'attended' })
    const cells = fileRow(row, at(row.until))
    expect(cells).toEqual(['2026-03-12', '09:00', '09:50', '电话', '见上了', '疗程第 2 次'])
    expect(cells).toHaveLength(fileHeads.length)
    expect(cells.join()).not.toContain(row.pseudonym)
  })
})

describe('a time that suits', () => {
  it.each([
    ['2026-03-12T03:29:00.000Z', ['morning']],
    ['2026-03-12T03:30:00.000Z', ['morning', 'noon']],
    ['2026-03-12T04:00:00.000Z', ['noon', 'afternoon']],
    ['2026-03-12T06:00:00.000Z', ['afternoon']],
    ['2026-03-12T10:00:00.000Z', ['evening']],
    ['2026-03-14T10:00:00.000Z', ['evening', 'weekend']],
    ['2026-03-15T15:59:00.000Z', ['evening', 'weekend']],
    ['2026-03-15T16:00:00.000Z', ['morning']],
  ])('%s is %j', (from, expected) => {
    const all = ['morning', 'noon', 'afternoon', 'evening', 'weekend'] as const
    expect(all.filter((time) => suits(from, [time]))).toEqual(expected)
  })
})
