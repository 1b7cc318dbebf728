import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import type { Event } from './event'
import { fits } from './fit'

const now = new Date('2026-03-03T02:00:00.000Z')
const time = (from: string, until: string) => ({ from: `2026-${from}:00.000Z`, until: `2026-${until}:00.000Z` })
const codeOf = (more: Partial<Event>) => {
  const fit = fits(openDay(more), now)
  return fit.ok ? 'OK' : fit.code
}

describe('what can be announced', () => {
  it('is an open day as it should be, a live without a room, and a group of several evenings', () => {
    expect(codeOf({})).toBe('OK')
    expect(
      codeOf({
        kind: 'live',
        place: '',
        link: 'https://live.example.org/1',
        capacity: 0,
        shares: { shift: 0, newcomer: 0 },
      }),
    ).toBe('OK')
    expect(
      codeOf({ kind: 'group', times: [time('03-14T02:00', '03-14T04:00'), time('03-28T02:00', '03-28T04:00')] }),
    ).toBe('OK')
  })

  it('says in words what it is', () => {
    expect(codeOf({ title: '' })).toBe('EVENT_TITLE_MISSING')
    expect(codeOf({ about: '' })).toBe('EVENT_TITLE_MISSING')
  })

  it.each([
    ['none', []],
    ['backwards', [time('03-14T04:00', '03-14T02:00')]],
    ['begun', [time('03-03T02:00', '03-03T04:00')]],
    ['over midnight', [time('03-14T15:00', '03-14T17:00')]],
    ['eleven hours', [time('03-14T00:00', '03-14T11:00')]],
    ['one into the other', [time('03-14T02:00', '03-14T04:00'), time('03-14T03:00', '03-14T05:00')]],
    ['out of order', [time('03-28T02:00', '03-28T04:00'), time('03-14T02:00', '03-14T04:00')]],
    ['more than 200 days', [time('03-14T02:00', '03-14T04:00'), time('10-14T02:00', '10-14T04:00')]],
  ])('has no times that are %s', (_, times) => {
    expect(codeOf({ times })).toBe('EVENT_TIMES_NOT_FIT')
  })

  it('has a place, and a live a link that opens', () => {
    expect(codeOf({ place: '' })).toBe('EVENT_PLACE_MISSING')
    for (const link of ['', 'live.example.org', 'http://live.example.org', 'https://', 'javascript:alert(1)'])
      expect(codeOf({ kind: 'live', link })).toBe('EVENT_PLACE_MISSING')
  })

  it('shares out no more seats than there are, and none where there is no limit', () => {
    expect(codeOf({ capacity: 8, shares: { shift: 5, newcomer: 3 } })).toBe('OK')
    expect(codeOf({ capacity: 7, shares: { shift: 5, newcomer: 3 } })).toBe('EVENT_SEATS_NOT_FIT')
    expect(codeOf({ capacity: 0 })).toBe('EVENT_SEATS_NOT_FIT')
    expect(codeOf({ capacity: 0, shares: { shift: 0, newcomer: 0 }, way: 'draw' })).toBe('EVENT_SEATS_NOT_FIT')
  })

  it.each<[string, Partial<Event>]>([
    ['no beginning', { opensAt: '' }],
    ['its end before its beginning', { closesAt: '2026-03-02T00:00:00.000Z' }],
    ['its end after the event began', { closesAt: '2026-03-14T02:00:00.001Z' }],
    ['its end behind us', { opensAt: '2026-03-01T00:00:00.000Z', closesAt: '2026-03-03T02:00:00.000Z' }],
    ['seats that are given back after the event began', { cancelUntil: '2026-03-14T02:00:00.001Z' }],
    ['shares that end before it opens', { sharesUntil: '2026-03-01T00:00:00.000Z' }],
    ['a draw less than a day before the event', { way: 'draw', closesAt: '2026-03-13T02:00:00.001Z' }],
  ])('has no sign-up with %s', (_, more) => {
    expect(codeOf(more)).toBe('EVENT_SIGN_UP_NOT_FIT')
  })

  it('has a draw a whole day before the event at the latest', () => {
    expect(codeOf({ way: 'draw', closesAt: '2026-03-13T02:00:00.000Z' })).toBe('OK')
  })
})
