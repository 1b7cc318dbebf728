import { describe, expect, it } from 'vitest'
import { clockOf, dayName, instantsOf, minuteOfDay, mondayOf, planOf, type ShiftRow, weekFrom } from './week'

const shift = (id: string, from: string, until: string): ShiftRow => ({
  id,
  staffId: id,
  name: id,
  from: new Date(`${from}:00+08:00`).toISOString(),
  until: new Date(`${until}:00+08:00`).toISOString(),
})
const spans = (list: readonly { from: number; until: number }[]) =>
  list.map(({ from, until }) => `${clockOf(from)}-${clockOf(until)}`)

describe('a week of the rota', () => {
  it('is of Shanghai, and begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
    expect(weekFrom('2026-12-28').at(-1)).toBe('2027-01-03')
    expect(dayName('2026-11-22')).toBe('周日 11月22日')
    expect(minuteOfDay(new Date('2026-11-21T16:30:00.000Z'))).toBe(30)
  })

  it('shows where nobody is there', () => {
    const plan = planOf('2026-11-22', [
      shift('a', '2026-11-22T10:00', '2026-11-22T14:00'),
      shift('b', '2026-11-22T16:00', '2026-11-23T00:00'),
    ])
    expect(spans(plan.gaps)).toEqual(['00:00-10:00', '14:00-16:00'])
    expect(spans(plan.parts)).toEqual(['10:00-14:00', '16:00-24:00'])
    expect(plan.lanes).toBe(1)
  })

  it('is one whole gap on a day without anybody, and none on a day that is covered', () => {
    expect(spans(planOf('2026-11-22', []).gaps)).toEqual(['00:00-24:00'])
    const through = shift('a', '2026-11-21T22:00', '2026-11-23T06:00')
    expect(planOf('2026-11-22', [through]).gaps).toEqual([])
    expect(spans(planOf('2026-11-21', [through]).parts)).toEqual(['22:00-24:00'])
    expect(spans(planOf('2026-11-23', [through]).parts)).toEqual(['00:00-06:00'])
    expect(planOf('2026-11-24', [through]).parts).toEqual([])
  })

  it('puts those who are there together below each other, and nobody between two who follow', () => {
    const plan = planOf('2026-11-22', [
      shift('b', '2026-11-22T12:00', '2026-11-22T16:00'),
      shift('a', '2026-11-22T10:00', '2026-11-22T14:00'),
      shift('c', '2026-11-22T14:00', '2026-11-22T18:00'),
    ])
    expect(plan.parts.map(({ shift: { id }, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
    expect(spans(plan.gaps)).toEqual(['00:00-10:00', '18:00-24:00'])
  })

  it('takes an end that is not after the beginning for the day after', () => {
    expect(instantsOf('2026-11-22', '10:00', '18:00')).toEqual({
      from: '2026-11-22T02:00:00.000Z',
      until: '2026-11-22T10:00:00.000Z',
    })
    expect(instantsOf('2026-11-22', '18:00', '00:00').until).toBe('2026-11-22T16:00:00.000Z')
    expect(instantsOf('2026-11-22', '22:00', '06:30').until).toBe('2026-11-22T22:30:00.000Z')
  })
})
