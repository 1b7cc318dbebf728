import { expect, it } from 'vitest'
import { answered, idFor } from './fresh-ids'

it('is the same for the same wish until it was answered', () => {
  const first = idFor('lin.10')
  expect(first).toMatch(/^[A-Za-z0-9]{16,32}$/)
  expect(idFor('lin.10')).toBe(first)
  expect(idFor('lin.11')).not.toBe(first)
  answered('lin.10')
  expect(idFor('lin.10')).not.toBe(first)
})
