import { expect, it } from 'vitest'
import { newNumber } from './destruction'

it('makes numbers the cloud takes, and never the same twice', () => {
  const numbers = Array.from({ length: 200 }, newNumber)
  expect(numbers.every((number) => /^[A-Za-z0-9]{16,40}$/.test(number))).toBe(true)
  expect(new Set(numbers).size).toBe(200)
})
