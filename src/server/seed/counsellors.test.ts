import { describe, expect, it } from 'vitest'
import { workedAs } from '../../domain/calendar/china'
import { fitPeriods } from '../../domain/timetables/change'
import { freeSlots } from '../../domain/timetables/slots'
import { seedBranches } from './branches'
import { seedCounsellors, seedTimetables } from './counsellors'
import { seedStaff } from './people'

const begun = '2026-11-22T02:47:12.000Z'
const counsellors = seedCounsellors(begun)
const timetables = seedTimetables(begun)

describe('the first counsellors', () => {
  it('are colleagues of the seed, marked as samples, and meet people at stations that are there', () => {
    const staff = seedStaff(begun).filter(({ grants }) => grants.some(({ role }) => role === 'counsellor'))
    expect(counsellors.map(({ staffId }) => staffId).sort()).toEqual(staff.map(({ id }) => id).sort())
    expect(counsellors.every(({ live, shown }) => shown && live?.name.endsWith('（示例）'))).toBe(true)
    const stations = seedBranches(begun).flatMap(({ id, kind }) => (kind === 'station' ? id : []))
    for (const { live } of counsellors)
      if (live?.modes.includes('in-person')) expect(stations).toContain(live.stationId)
  })
  it('have hours that fit and can be booked in the first days', () => {
    const now = new Date(begun)
    const between = { from: now, until: new Date(now.getTime() + 7 * 86_400_000) }
    for (const timetable of timetables) {
      expect(timetable.week.every((periods) => fitPeriods(periods, timetable.sessionMinutes).ok)).toBe(true)
      expect(freeSlots(timetable, [], workedAs, now, between).length).toBeGreaterThan(3)
    }
  })
})
