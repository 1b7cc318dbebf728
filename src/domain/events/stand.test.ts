import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import { isShown, standOf } from './stand'
import { timeIn } from './times'
import { states } from './words'

const event = openDay()
const at = (instant: string, left: number | null = 3, more = {}) =>
  standOf({ ...event, ...more }, left, new Date(instant))

describe('how an event looks from outside', () => {
  it.each([
    ['2026-03-02T00:59:59.999Z', 'soon'],
    ['2026-03-02T01:00:00.000Z', 'open'],
    ['2026-03-13T11:59:59.999Z', 'open'],
    ['2026-03-13T12:00:00.000Z', 'closed'],
    ['2026-03-14T01:59:59.999Z', 'closed'],
    ['2026-03-14T02:00:00.000Z', 'on'],
    ['2026-03-14T04:00:00.000Z', 'held'],
  ])('at %s it is %s', (instant, stand) => {
    expect(at(instant)).toBe(stand)
  })

  it('is full where whoever comes now finds no seat, and never where there is no limit', () => {
    expect(at('2026-03-05T00:00:00.000Z', 0)).toBe('full')
    expect(at('2026-03-05T00:00:00.000Z', null)).toBe('open')
    expect(at('2026-03-13T12:00:00.000Z', 0)).toBe('closed')
  })

  it('is called off whatever the hour, and held once that was said', () => {
    expect(at('2026-03-20T00:00:00.000Z', 3, { state: 'cancelled' })).toBe('cancelled')
    expect(at('2026-03-05T00:00:00.000Z', 3, { state: 'held' })).toBe('held')
  })

  it('is seen from the moment it was announced', () => {
    expect(states.filter((state) => isShown({ state }))).toEqual(['announced', 'cancelled', 'held', 'reported'])
  })
})

describe('a month of Shanghai time', () => {
  it('has what begins in it there, not in Greenwich', () => {
    const late = { times: [{ from: '2026-03-31T16:30:00.000Z', until: '2026-03-31T18:00:00.000Z' }] }
    expect(timeIn(late, '2026-03')).toBeUndefined()
    expect(timeIn(late, '2026-04')).toEqual(late.times[0])
  })
})
