import { describe, expect, it } from 'vitest'
import { holidays, isPublicHoliday, isPublished, isWorkday, workedAs, workingDaysLater } from './china'

const [MONDAY, TUESDAY, WEDNESDAY, FRIDAY, SATURDAY] = [0, 1, 2, 4, 5]

describe('the working calendar of China', () => {
  it.each(['2026-10-01', '2026-10-07', '2026-02-15', '2026-02-23', '2026-09-27', '2026-01-03'])('%s is free', (day) => {
    expect(isPublicHoliday(day)).toBe(true)
    expect(isWorkday(day)).toBe(false)
  })

  it.each(['2026-09-20', '2026-10-10', '2026-02-14', '2026-02-28', '2026-05-09'])(
    '%s is a weekend that is worked',
    (day) => {
      expect(holidays(day)).toBe('workday')
      expect(isWorkday(day)).toBe(true)
      expect(isPublicHoliday(day)).toBe(false)
    },
  )

  it('leaves an ordinary weekend free without calling it a holiday', () => {
    expect(isWorkday('2026-11-21')).toBe(false)
    expect(isPublicHoliday('2026-11-21')).toBe(false)
    expect(workedAs('2026-11-21')).toBe(SATURDAY)
  })

  it('works a weekend as the weekday it stands for', () => {
    expect(workedAs('2026-09-20')).toBe(TUESDAY)
    expect(workedAs('2026-10-10')).toBe(WEDNESDAY)
    expect(workedAs('2026-02-14')).toBe(FRIDAY)
    expect(workedAs('2026-02-28')).toBe(MONDAY)
    expect(workedAs('2026-10-06')).toBeUndefined()
  })

  it('knows which years have a decree', () => {
    expect(isPublished(2026)).toBe(true)
    expect(isPublished(2035)).toBe(false)
  })

  it('goes by the law alone in a year without one', () => {
    const free = ['2035-01-01', '2035-02-07', '2035-02-08', '2035-02-10', '2035-04-05', '2035-05-02', '2035-10-03']
    expect(free.map(isPublicHoliday)).toEqual(free.map(() => true))
    expect(['2035-02-06', '2035-02-12', '2035-10-04', '2035-05-03'].map(isPublicHoliday)).toEqual(Array(4).fill(false))
    expect(isWorkday('2035-10-06')).toBe(false)
  })

  it('counts working days over a long holiday, and not the day it begins on', () => {
    expect(workingDaysLater('2026-09-30', 1)).toBe('2026-10-08')
    expect(workingDaysLater('2026-09-30', 3)).toBe('2026-10-10')
    expect(workingDaysLater('2026-11-20', 3)).toBe('2026-11-25')
    expect(workingDaysLater('2034-12-29', 1)).toBe('2035-01-02')
    expect(workingDaysLater('2026-11-23', 0)).toBe('2026-11-23')
  })
})
