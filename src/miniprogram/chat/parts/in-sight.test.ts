import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inSight, MOST_IN_SIGHT, STEP, stepBack } from './in-sight'

const upTo = (count: number) => Array.from({ length: count }, (_, at) => ({ number: at + 1 }))
const range = (shown: readonly { number: number }[]) => [shown[0]?.number, shown.at(-1)?.number]

it('shows the newest, and all of them where there are few', () => {
  expect(range(inSight(upTo(7), null))).toEqual([1, 7])
  expect(range(inSight(upTo(1000), null))).toEqual([1000 - MOST_IN_SIGHT + 1, 1000])
  expect(inSight([], null)).toEqual([])
})

it('goes back step by step, and what was on top stays in sight', () => {
  const messages = upTo(1000)
  const end = stepBack(messages, null)
  expect(end).toBe(1000 - STEP)
  const [first] = range(inSight(messages, null))
  expect(inSight(messages, end).some(({ number }) => number === first)).toBe(true)
})

it('stays at the newest where all of it is in sight', () => {
  expect(stepBack(upTo(80), null)).toBeNull()
})

it('reaches the first from any length, and never draws more than an old phone can', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (count) => {
      const messages = upTo(count)
      let end: number | null = null
      for (let steps = 0; steps <= count / STEP + 1; steps++) {
        expect(inSight(messages, end).length).toBeLessThanOrEqual(MOST_IN_SIGHT)
        end = stepBack(messages, end)
      }
      expect(inSight(messages, end)[0]?.number).toBe(1)
    }),
  )
})
