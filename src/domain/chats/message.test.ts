import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gaps, isSendable, MOST_TEXT } from './message'

describe('what can be sent', () => {
  it('is something, and no more than a thousand characters as people count them', () => {
    expect([isSendable(''), isSendable(' \n'), isSendable('在'), isSendable('😔'.repeat(MOST_TEXT))]).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(isSendable('在'.repeat(MOST_TEXT + 1))).toBe(false)
  })
})

describe('what is missing', () => {
  it('is every number up to the last that is not here, whatever came twice or in any order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.array(fc.integer({ min: 1, max: 40 })), (last, came) => {
        const have = came.filter((number) => number <= last)
        const missing = gaps(have, last).flatMap(({ after, until }) =>
          Array.from({ length: until - after }, (_, index) => after + 1 + index),
        )
        const all = Array.from({ length: last }, (_, index) => index + 1)
        expect(missing).toEqual(all.filter((number) => !have.includes(number)))
      }),
    )
  })
})
