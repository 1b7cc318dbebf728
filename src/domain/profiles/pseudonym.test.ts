import { describe, expect, it } from 'vitest'
import { MOST_PSEUDONYMS, PSEUDONYM_BYTES, pseudonymFrom } from './pseudonym'
import { around, growing } from './pseudonym-words'

describe('the words of pseudonyms', () => {
  it('are two characters each, and none stands twice', () => {
    const words = [...growing, ...around]
    expect(words.filter((word) => !/^[\u4e00-\u9fff]{2}$/.test(word))).toEqual([])
    expect(new Set(words).size).toBe(words.length)
  })
  it('say nothing of illness or feelings', () => {
    expect([...growing, ...around].filter((word) => /[病痛药医伤苦愁悲忧郁死亡疯癫症]/.test(word))).toEqual(
      // The peony's name has a character of 药 in it.
      ['芍药'],
    )
  })
  it('leave room for everybody: over ten million', () => {
    expect(growing.length).toBeGreaterThanOrEqual(64)
    expect(around.length).toBeGreaterThanOrEqual(64)
    expect(MOST_PSEUDONYMS).toBeGreaterThan(10_000_000)
  })
})

describe('a pseudonym', () => {
  const bytes = (number: number) =>
    Uint8Array.from(
      { length: PSEUDONYM_BYTES },
      (_, at) => Math.floor(number / 256 ** (PSEUDONYM_BYTES - 1 - at)) % 256,
    )

  it('is two words and three digits', () => {
    expect(pseudonymFrom(bytes(0))).toBe('青竹晨露000')
    for (let number = 1; number < 1e12; number = number * 7 + 1)
      expect(pseudonymFrom(bytes(number))).toMatch(/^[\u4e00-\u9fff]{4}\d{3}$/)
  })
  it('is the same for the same bytes, and comes out differently for each of all there are', () => {
    expect(pseudonymFrom(bytes(MOST_PSEUDONYMS - 1))).toBe(`${growing.at(-1)}${around.at(-1)}999`)
    expect(pseudonymFrom(bytes(MOST_PSEUDONYMS))).toBe(pseudonymFrom(bytes(0)))
    const some = Array.from({ length: 20_000 }, (_, number) => pseudonymFrom(bytes(number * 600)))
    expect(new Set(some).size).toBe(some.length)
  })
  it('is not made from too little chance', () => {
    expect(() => pseudonymFrom(new Uint8Array(PSEUDONYM_BYTES - 1))).toThrow()
  })
})
