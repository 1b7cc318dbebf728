import { expect, it } from 'vitest'
import { kindNames, shareNames } from '../events/words'
import { tradeNames } from './words'

it.each([
  ['kinds of events', kindNames],
  ['shares', shareNames],
  ['trades', tradeNames],
])('%s have short names, no two the same, none of which speaks of psychology', (_, names) => {
  const all = Object.values(names)
  expect(new Set(all).size).toBe(all.length)
  for (const name of all) expect(name).toMatch(/^(?!.*心理).{2,8}$/)
})
