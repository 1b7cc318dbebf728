import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayCalendar } from './day-calendar'
import { areDisjoint, type Hours, isKnown, isOpen, nextOpensAt, opensUntil, type Period } from './hours'
import { hoursWords, standingWords } from './hours-words'

const clock = (text: string) => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * 60 + minute
}
const daily = (from: string, until: string, days = [0, 1, 2, 3, 4, 5, 6]): Period[] =>
  days.map((weekday) => ({ weekday, from: clock(from), until: clock(until) }))
const hours = (said: Partial<Hours>): Hours => ({
  ...{ always: false, periods: [], onHolidays: 'closed', holidaySpans: [] },
  ...said,
})
const office = hours({ periods: daily('8:30', '17:30', [0, 1, 2, 3, 4]) })
const nights = hours({ periods: daily('20:00', '32:00'), onHolidays: 'as-usual' })
const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`)
const said = (of: Hours, when: string) => standingWords({ hours: of }, at(when), dayCalendar(at(when))).words
const isOpenAt = (of: Hours, when: string) => isOpen({ hours: of }, at(when), dayCalendar(at(when)))
const nextAt = (of: Hours, when: string) => nextOpensAt({ hours: of }, at(when), dayCalendar(at(when)))?.toISOString()

describe.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('a line, on a machine in %s', (zone) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = zone
  })
  afterAll(() => {
    process.env.TZ = before
  })

  it('is open from its first minute to before its last', () => {
    expect(isOpenAt(office, '2026-11-23T08:29')).toBe(false)
    expect(isOpenAt(office, '2026-11-23T08:30')).toBe(true)
    expect(isOpenAt(office, '2026-11-23T17:29')).toBe(true)
    expect(isOpenAt(office, '2026-11-23T17:30')).toBe(false)
  })

  it('that answers through the night is open on both sides of midnight, of 08:00, and of a month’s end', () => {
    for (const when of ['2026-11-30T23:59', '2026-12-01T00:00', '2026-12-01T07:59', '2027-01-01T03:00'])
      expect(isOpenAt(nights, when), when).toBe(true)
    expect(isOpenAt(nights, '2026-12-01T08:00')).toBe(false)
    expect(nextAt(nights, '2026-12-01T08:00')).toBe('2026-12-01T12:00:00.000Z')
    expect(opensUntil({ hours: nights }, at('2026-11-30T23:59'), dayCalendar(at('2026-11-30T23:59')))).toEqual(
      at('2026-12-01T08:00'),
    )
  })

  it('rests over the week of the national day, and works the weekend that stands for it', () => {
    expect(isOpenAt(office, '2026-10-01T10:00')).toBe(false)
    expect(nextAt(office, '2026-09-30T17:30')).toBe('2026-10-08T00:30:00.000Z')
    expect(isOpenAt(office, '2026-10-10T10:00')).toBe(true)
    expect(isOpenAt(office, '2026-09-20T10:00')).toBe(true)
    expect(isOpenAt(office, '2026-09-19T10:00')).toBe(false)
  })

  it('rests over the Spring Festival, from its eve on', () => {
    expect(nextAt(office, '2026-02-14T18:00')).toBe('2026-02-24T00:30:00.000Z')
    expect(isOpenAt(office, '2026-02-14T10:00')).toBe(true)
    expect(isOpenAt(office, '2026-02-28T10:00')).toBe(true)
  })
})

describe('hours on public holidays', () => {
  const other = hours({
    ...office,
    onHolidays: 'other',
    holidaySpans: [{ from: clock('10:00'), until: clock('12:00') }],
  })

  it('may be others', () => {
    expect(isOpenAt(other, '2026-10-02T10:30')).toBe(true)
    expect(isOpenAt(other, '2026-10-02T14:00')).toBe(false)
    expect(nextAt(other, '2026-10-02T14:00')).toBe('2026-10-03T02:00:00.000Z')
  })

  it('do not end a night that began before them', () => {
    const night = hours({ periods: daily('20:00', '32:00'), onHolidays: 'closed' })
    expect(isOpenAt(night, '2026-10-01T07:00')).toBe(true)
    expect(isOpenAt(night, '2026-10-01T21:00')).toBe(false)
  })

  it('do not matter to a line that keeps to the week', () => {
    expect(isOpenAt(nights, '2026-10-01T21:00')).toBe(true)
  })
})

describe('a line without a break', () => {
  it('never says when it opens or closes', () => {
    const always = hours({ always: true })
    const [now, calendar] = [at('2026-10-01T03:00'), dayCalendar(at('2026-10-01T03:00'))]
    expect(nextOpensAt({ hours: always }, now, calendar)).toBeUndefined()
    expect(opensUntil({ hours: always }, now, calendar)).toBeUndefined()
    expect(said(always, '2026-10-01T03:00')).toBe('现在有人接听')
    const everyDay = hours({ periods: daily('0:00', '24:00'), onHolidays: 'as-usual' })
    expect(said(everyDay, '2026-10-01T03:00')).toBe('现在有人接听')
  })
})

describe('what is said of a line', () => {
  it.each([
    [office, '2026-11-23T09:00', '现在有人接听，到今天 17:30'],
    [office, '2026-11-23T18:00', '现在没有人，明早 8:30 开始'],
    [office, '2026-11-23T07:00', '现在没有人，今天 8:30 开始'],
    [office, '2026-11-27T18:00', '现在没有人，周一 8:30 开始'],
    [office, '2026-09-30T18:00', '现在没有人，10 月 8 日 8:30 开始'],
    [nights, '2026-11-23T12:00', '现在没有人，今晚 20:00 开始'],
    [nights, '2026-11-23T23:00', '现在有人接听，到明早 8:00'],
    [
      hours({ periods: daily('9:00', '24:00'), onHolidays: 'as-usual' }),
      '2026-11-23T12:00',
      '现在有人接听，到今晚 24:00',
    ],
    [hours({}), '2026-11-23T12:00', '现在没有人'],
  ])('%# at %s', (of, when, words) => expect(said(of, when)).toBe(words))

  it('is that nobody knows, once the calendar kept on the phone has run out', () => {
    const kept = dayCalendar(at('2026-07-01T12:00'))
    const now = at('2026-10-01T12:00')
    expect(isKnown({ hours: office }, now, kept)).toBe(false)
    expect(standingWords({ hours: office }, now, kept).standing).toBe('unknown')
    expect(standingWords({ hours: nights }, now, kept).standing).toBe('closed')
  })

  it('is when it answers, in a sentence', () => {
    expect(hoursWords(office)).toBe('周一至周五 8:30–17:30，法定节假日休息')
    expect(hoursWords(nights)).toBe('每天 20:00–次日 8:00，法定节假日照常')
    expect(hoursWords(hours({ always: true }))).toBe('每天 24 小时')
    const weekend = hours({ periods: [...office.periods, ...daily('9:00', '12:00', [5, 6])] })
    expect(hoursWords(weekend)).toBe('周一至周五 8:30–17:30，周六、周日 9:00–12:00，法定节假日休息')
  })
})

describe('hours that are written in', () => {
  it('say no minute twice, over midnight and over the end of the week', () => {
    expect(areDisjoint(office)).toBe(true)
    expect(areDisjoint(nights)).toBe(true)
    expect(areDisjoint(hours({ periods: [...daily('8:00', '12:00'), ...daily('11:00', '13:00', [2])] }))).toBe(false)
    expect(areDisjoint(hours({ periods: [...daily('20:00', '32:00', [6]), ...daily('7:00', '9:00', [0])] }))).toBe(
      false,
    )
    expect(
      areDisjoint(hours({ holidaySpans: [clock('9:00'), clock('10:00')].map((from) => ({ from, until: from + 90 })) })),
    ).toBe(false)
  })
})
