import { describe, expect, it } from 'vitest'
import { icsOf, placeInCalendar } from './ics'

const booking = {
  ...{ id: 'bookingnumber000001', from: '2026-03-12T01:00:00.000Z', until: '2026-03-12T01:50:00.000Z' },
  ...{ revision: 3, state: 'confirmed' as const },
}
const now = new Date('2026-03-10T02:00:00.000Z')

describe('what goes into a calendar', () => {
  const ics = icsOf(booking, '和平区,职工之家;三楼\n308 室，请从南门进来，向门口的同事说是来见朋友的就可以上楼', now)
  const unfolded = ics.replace(/\r\n /g, '').split('\r\n')

  it('says the time in UTC, and replaces what was there before', () => {
    expect(unfolded).toContain('DTSTART:20260312T010000Z')
    expect(unfolded).toContain('DTEND:20260312T015000Z')
    expect(unfolded).toContain('UID:bookingnumber000001@xinyi')
    expect(unfolded).toContain('SEQUENCE:3')
  })
  it('says nothing of what it is about', () => {
    expect(unfolded).toContain('SUMMARY:心驿预约')
    expect(ics).not.toContain('心理')
    expect(ics).not.toContain('咨询')
  })
  it('tells where they meet, with the street where it is known', () => {
    const at = { stationName: '东门驿站', stationAddress: '和平路 8 号 2 楼' }
    expect(icsOf(booking, placeInCalendar(at), now)).toContain('LOCATION:东门驿站，和平路 8 号 2 楼')
    expect(placeInCalendar({ ...at, stationAddress: '' })).toBe('东门驿站')
    expect(placeInCalendar({ stationName: '', stationAddress: '' })).toBe('')
  })
  it('keeps to lines of 75 octets, and to its own signs', () => {
    for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(unfolded.find((line) => line.startsWith('LOCATION'))).toMatch(/^LOCATION:和平区\\,职工之家\\;三楼\\n308 室/)
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(icsOf(booking, '', now)).not.toContain('LOCATION')
  })
  it('takes itself back when it no longer stands', () => {
    expect(icsOf({ ...booking, state: 'cancelled' }, '', now)).toContain('STATUS:CANCELLED')
  })
})
