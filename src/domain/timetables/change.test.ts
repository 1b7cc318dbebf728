import { describe, expect, it } from 'vitest'
import { addException, changeWeek, emptyTimetable, fitPeriods, MOST_EXCEPTIONS, removeException } from './change'
import type { Exception, Period } from './timetable'

const now = new Date('2026-11-23T01:00:00Z')
const period = (from: number, until: number): Period => ({ from, until, modes: ['text'] })
const empty = emptyTimetable('lin')
const day = (id: string, from: string, until = from, periods: Period[] = []): Exception => ({
  id,
  from,
  until,
  periods,
})

describe('periods of a day', () => {
  it('may meet, and may end with the day', () => {
    expect(fitPeriods([period(600, 720), period(540, 600), period(1380, 1440)], 50).ok).toBe(true)
  })
  it.each([
    ['across midnight', period(1380, 1500)],
    ['not in quarters', period(545, 660)],
    ['shorter than a session', period(540, 585)],
    ['turned round', period(660, 540)],
    ['in no way', { ...period(540, 660), modes: [] }],
  ])('are refused %s', (_, one) => {
    expect(fitPeriods([one], 50)).toMatchObject({ ok: false, code: 'PERIOD_NOT_FIT' })
  })
  it('are refused one over another', () => {
    expect(fitPeriods([period(540, 660), period(645, 720)], 50)).toMatchObject({ code: 'PERIODS_OVERLAP' })
  })
})

describe('the week', () => {
  it('is refused when sessions become too long for an exception', () => {
    const added = addException(empty, day('a', '2026-11-24', '2026-11-24', [period(540, 600)]), now)
    if (!added.ok) throw new Error(added.code)
    const { week, bufferMinutes, noticeHours, horizonDays, holidays } = empty
    const longer = { week, bufferMinutes, noticeHours, horizonDays, holidays, sessionMinutes: 90 }
    expect(changeWeek(added.data, longer, now)).toMatchObject({ code: 'PERIOD_NOT_FIT' })
    expect(changeWeek(empty, longer, now)).toMatchObject({ ok: true, data: { sessionMinutes: 90 } })
  })
})

describe('an exception', () => {
  it('lies in days to come, within a year, from first to last', () => {
    expect(addException(empty, day('a', '2026-11-23'), now).ok).toBe(true)
    expect(addException(empty, day('a', '2026-11-22'), now)).toMatchObject({ code: 'DAYS_NOT_FIT' })
    expect(addException(empty, day('a', '2026-11-25', '2026-11-24'), now)).toMatchObject({ code: 'DAYS_NOT_FIT' })
    expect(addException(empty, day('a', '2027-11-30'), now)).toMatchObject({ code: 'DAYS_NOT_FIT' })
  })
  it('shares no day with another, but takes the place of itself', () => {
    const added = addException(empty, day('a', '2026-11-24', '2026-11-26'), now)
    if (!added.ok) throw new Error(added.code)
    expect(addException(added.data, day('b', '2026-11-26'), now)).toMatchObject({ code: 'EXCEPTIONS_OVERLAP' })
    expect(addException(added.data, day('b', '2026-11-27'), now)).toMatchObject({ data: { exceptions: { length: 2 } } })
    expect(addException(added.data, day('a', '2026-11-26'), now)).toMatchObject({ data: { exceptions: { length: 1 } } })
  })
  it('goes a month after it is over, and there is an end to their number', () => {
    const old = { ...empty, exceptions: [day('old', '2026-10-01')] }
    expect(addException(old, day('a', '2026-11-24'), now)).toMatchObject({ data: { exceptions: [{ id: 'a' }] } })
    const many = Array.from({ length: MOST_EXCEPTIONS }, (_, at) =>
      day(`e${at}`, `2027-0${1 + Math.floor(at / 25)}-${10 + (at % 25)}`),
    )
    expect(addException({ ...empty, exceptions: many }, day('a', '2026-11-24'), now)).toMatchObject({
      code: 'TOO_MANY_EXCEPTIONS',
    })
  })
  it('is taken away once', () => {
    const added = addException(empty, day('a', '2026-11-24'), now)
    if (!added.ok) throw new Error(added.code)
    expect(removeException(added.data, 'a', now)).toMatchObject({ data: { exceptions: [] } })
    expect(removeException(empty, 'a', now)).toMatchObject({ code: 'EXCEPTION_NOT_FOUND' })
  })
})
