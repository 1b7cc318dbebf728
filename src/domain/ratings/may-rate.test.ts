import { describe, expect, it } from 'vitest'
import type { Time } from '../events/event'
import { mayRate, ratingSpan, type Score } from './may-rate'

/** Saturdays at ten, two hours each. */
const saturdays = (amount: number): Time[] =>
  Array.from({ length: amount }, (_, week) => {
    const day = new Date(Date.parse('2026-03-07T02:00:00.000Z') + week * 7 * 86_400_000)
    return { from: day.toISOString(), until: new Date(day.getTime() + 7_200_000).toISOString() }
  })
const openDay = { kind: 'open-day', times: saturdays(1), state: 'held' } as const
const group = (amount: number) => ({ kind: 'group', times: saturdays(amount), state: 'announced' }) as const
const came = { state: 'came', rated: false } as const
const both: Score[] = [
  { item: 'content', score: 5 },
  { item: 'teacher', score: 4 },
]
const codeOf = (...asked: Parameters<typeof mayRate>) => {
  const may = mayRate(...asked)
  return may.ok ? 'OK' : may.code
}

describe('an open day is rated', () => {
  const at = (instant: string) => codeOf(openDay, came, both, new Date(instant))

  it('once it is over, for thirty days', () => {
    expect(at('2026-03-07T03:59:59.999Z')).toBe('NOT_TO_BE_RATED')
    expect(at('2026-03-07T04:00:00.000Z')).toBe('OK')
    expect(at('2026-04-06T03:59:59.999Z')).toBe('OK')
    expect(at('2026-04-06T04:00:00.000Z')).toBe('NOT_TO_BE_RATED')
  })
  it('by whoever came, and nobody else', () => {
    const now = new Date('2026-03-08T04:00:00.000Z')
    for (const state of ['entered', 'waiting', 'seated', 'offered', 'cancelled', 'missed'] as const)
      expect(codeOf(openDay, { state, rated: false }, both, now)).toBe('NOT_TO_BE_RATED')
  })
  it('once, and not where it was called off', () => {
    const now = new Date('2026-03-08T04:00:00.000Z')
    expect(codeOf(openDay, { ...came, rated: true }, both, now)).toBe('ALREADY_RATED')
    expect(codeOf({ ...openDay, state: 'cancelled' }, came, both, now)).toBe('NOT_TO_BE_RATED')
  })
  it('by what is asked after it: any of it, each once', () => {
    const now = new Date('2026-03-08T04:00:00.000Z')
    expect(codeOf(openDay, came, [{ item: 'content', score: 1 }], now)).toBe('OK')
    expect(codeOf(openDay, came, [], now)).toBe('ITEMS_NOT_FIT')
    expect(codeOf(openDay, came, [...both, { item: 'safe', score: 3 }], now)).toBe('ITEMS_NOT_FIT')
    expect(codeOf(openDay, came, [...both, { item: 'teacher', score: 1 }], now)).toBe('ITEMS_NOT_FIT')
  })
})

describe('a group is rated', () => {
  it('after the fifth of its times, until thirty days after the last', () => {
    expect(ratingSpan(group(12))).toEqual({
      from: new Date('2026-04-04T04:00:00.000Z'),
      until: new Date('2026-06-22T04:00:00.000Z'),
    })
    const all: Score[] = [...both, { item: 'safe', score: 5 }, { item: 'use', score: 3 }, { item: 'goOn', score: 5 }]
    expect(codeOf(group(12), came, all, new Date('2026-04-04T03:00:00.000Z'))).toBe('NOT_TO_BE_RATED')
    expect(codeOf(group(12), came, all, new Date('2026-04-04T04:00:00.000Z'))).toBe('OK')
  })
  it('after the last where it has fewer', () => {
    expect(ratingSpan(group(3))?.from).toEqual(new Date('2026-03-21T04:00:00.000Z'))
  })
  it('not at all where it has no time', () => {
    expect(ratingSpan(group(0))).toBeUndefined()
    expect(codeOf(group(0), came, both, new Date('2026-04-04T04:00:00.000Z'))).toBe('NOT_TO_BE_RATED')
  })
})
