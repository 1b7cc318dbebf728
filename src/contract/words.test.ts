import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import { describe, expect, it } from 'vitest'
import { Id } from './words'

const accepted = (id: string) => Id.safeParse(id).success

describe('an id', () => {
  it('is whatever chance or a hash makes, however it begins', () => {
    for (const first of ['-', '_', 'a', '7']) expect(accepted(`${first}${nanoid()}`)).toBe(true)
    for (let draw = 0; draw < 500; draw++) {
      expect(accepted(nanoid())).toBe(true)
      expect(accepted(randomBytes(32).toString('base64url'))).toBe(true)
    }
  })
  it('is never a path, nothing, or a page long', () => {
    for (const no of ['', '.', '..', '../a', '.a', 'a/b', 'a b', 'a\\b', '中', 'a'.repeat(81)])
      expect(accepted(no)).toBe(false)
  })
})
