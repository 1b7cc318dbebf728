import { describe, expect, it } from 'vitest'
import { changesAt, DEFAULT_HOURS, isOpenAt, promisedAt, readHours } from './promise'

const at = (words: string) => new Date(`${words}:00+08:00`)
const promised = (now: string) => promisedAt(DEFAULT_HOURS, at(now))

describe('when a message is answered', () => {
  it.each([
    ['2026-03-10T10:00', '2026-03-10T12:00'],
    ['2026-03-10T22:00', '2026-03-11T00:00'],
    // An hour is left before midnight; the other one counts from ten.
    ['2026-03-10T23:00', '2026-03-11T11:00'],
    ['2026-03-10T23:59', '2026-03-11T11:59'],
    ['2026-03-11T00:00', '2026-03-11T12:00'],
    ['2026-03-11T07:30', '2026-03-11T12:00'],
    ['2026-12-31T23:30', '2027-01-01T11:30'],
    ['2028-02-28T23:30', '2028-02-29T11:30'],
  ])('left at %s it is by %s', (now, by) => {
    expect(promised(now)).toEqual(at(by))
  })
  it('is never promised for the night', () => {
    for (let minute = 0; minute < 24 * 60; minute += 7) {
      const by = promisedAt(DEFAULT_HOURS, new Date(at('2026-03-10T00:00').getTime() + minute * 60_000))
      expect(isOpenAt(DEFAULT_HOURS, new Date(by.getTime() - 1))).toBe(true)
    }
  })
})

it('is open from ten to midnight', () => {
  expect(['09:59', '10:00', '23:59'].map((time) => isOpenAt(DEFAULT_HOURS, at(`2026-03-10T${time}`)))).toEqual([
    false,
    true,
    true,
  ])
  expect(isOpenAt(DEFAULT_HOURS, at('2026-03-11T00:00'))).toBe(false)
})

it('says until when that is so', () => {
  const changes = (now: string) => changesAt(DEFAULT_HOURS, at(now))
  expect(changes('2026-03-10T09:59')).toEqual(at('2026-03-10T10:00'))
  expect(changes('2026-03-10T10:00')).toEqual(at('2026-03-11T00:00'))
  expect(changes('2026-03-11T00:00')).toEqual(at('2026-03-11T10:00'))
  expect(changesAt({ from: 9, until: 18 }, at('2026-12-31T18:00'))).toEqual(at('2027-01-01T09:00'))
})

it('takes other hours as two whole ones, the first before the last', () => {
  expect([readHours('9-21'), readHours('0-24')]).toEqual([
    { from: 9, until: 21 },
    { from: 0, until: 24 },
  ])
  for (const wrong of ['', '10', '22-10', '10-10', '10-25', '9:30-21', '-1-5']) expect(readHours(wrong)).toBeUndefined()
})
