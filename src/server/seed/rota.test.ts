import { describe, expect, it } from 'vitest'
import { nextDutyAt, onDuty, overlaps } from '../../domain/duty/shift'
import { minutesLater } from '../../domain/time'
import { seedHead, seedShifts } from './rota'

const begun = '2026-11-22T02:47:12.000Z'
const shifts = seedShifts(begun)
const hoursLater = (hours: number) => minutesLater(new Date(begun), hours * 60)

describe('the first rota', () => {
  it('has somebody there from the first moment, and hours with nobody, of which the next is known', () => {
    expect(onDuty(shifts, new Date(begun)).map(({ name }) => name)).toEqual(['刘素琴'])
    expect(onDuty(shifts, hoursLater(9)).map(({ name }) => name)).toEqual(['马志远'])
    expect(onDuty(shifts, hoursLater(17))).toEqual([])
    expect(nextDutyAt(shifts, hoursLater(17))).toBe('2026-11-23T02:00:00.000Z')
    expect(onDuty(shifts, hoursLater(13 * 24))).toHaveLength(1)
  })
  it('overlaps nowhere, and names who heads them', () => {
    const sorted = [...shifts].sort((one, other) => (one.from < other.from ? -1 : 1))
    expect(sorted.some((shift, at) => at > 0 && overlaps(shift, sorted[at - 1] ?? shift))).toBe(false)
    expect(seedHead(begun)).toEqual({ id: 'head', staffId: 'liusuqin', name: '刘素琴', since: begun })
  })
})
