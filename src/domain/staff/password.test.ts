import { describe, expect, it } from 'vitest'
import { isStrong } from './password'

describe('a password', () => {
  it.each(['风从东边来2026年', 'correct horse battery', 'xinyi-7-bamboo'])('«%s» is good enough', (password) => {
    expect(isStrong(password, 'chenjing')).toBe(true)
  })
  it.each([
    ['nine char', '123456789'],
    ['among the most common', 'Password123'],
    ['one character over and over', 'aaaaaaaaaaaaaa'],
    ['the login with a year', 'ChenJing2026!'],
  ])('is refused when it is %s', (_, password) => {
    expect(isStrong(password, 'chenjing')).toBe(false)
  })
  it('is measured in characters, not in bytes', () => {
    expect(isStrong('一二三四五六七八九', 'chenjing')).toBe(false)
    expect(isStrong('一二三四五六七八九十', 'chenjing')).toBe(true)
  })
})
