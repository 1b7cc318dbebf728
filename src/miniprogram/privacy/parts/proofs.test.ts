import { expect, it } from 'vitest'
import { looksRight } from './proofs'

it('notices a slip of the finger before anything is sent', () => {
  expect(looksRight('identity', '11010519491231002X')).toBe(true)
  expect(looksRight('identity', '110105194912310021')).toBe(false)
  expect(looksRight('phone', '138 0013 8000')).toBe(true)
  expect(looksRight('phone', '1380013800')).toBe(false)
  expect(looksRight('card', 'HP0001')).toBe(true)
  expect(looksRight('card', '一')).toBe(false)
  expect(looksRight('code', 'abcde-12345')).toBe(true)
  expect(looksRight('code', 'abcde')).toBe(false)
})
