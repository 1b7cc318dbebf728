import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, readNumber } from './numbers'

/** The check character worked out by the table of GB 11643-1999, which is not how the rule does it. */
const withCheck = (seventeen: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...seventeen].reduce((total, digit, index) => total + Number(digit) * (weights[index] ?? 0), 0)
  return `${seventeen}${'10X98765432'[sum % 11]}`
}

describe('a card number', () => {
  it.each([
    ['ab12', 'AB12'],
    [' ＡＢ１２－３４ ', 'AB1234'],
    ['SY 0001 0002', 'SY00010002'],
    ['A'.repeat(32), 'A'.repeat(32)],
  ])('«%s» is read as %s', (typed, read) => {
    expect(readNumber('card', typed)).toBe(read)
  })
  it.each(['abc', 'A'.repeat(33), '张三1234', 'A_1234', '=1234', ''])('«%s» is none', (typed) => {
    expect(readNumber('card', typed)).toBeUndefined()
  })
})

describe('an identity number', () => {
  it.each(['11010519491231002X', '11010519491231002x', '110105 19491231 002X'])('«%s» is the same', (typed) => {
    expect(readNumber('identity', typed)).toBe('11010519491231002X')
  })
  it('is right with the check character of the standard, and wrong with any other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 36_000 }), (order, day) => {
        const born = new Date(Date.UTC(1920, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')
        const right = withCheck(`210102${born}${String(order).padStart(3, '0')}`)
        expect(readNumber('identity', right)).toBe(right)
        for (const last of '0123456789X')
          if (last !== right.at(-1)) expect(readNumber('identity', right.slice(0, 17) + last)).toBeUndefined()
      }),
    )
  })
  it.each(['20230229', '19990431', '19991301', '19990100', '18991231'])('born on %s is nobody', (born) => {
    expect(readNumber('identity', withCheck(`210102${born}001`))).toBeUndefined()
  })
  it('born on the 29th of February of a leap year is somebody', () => {
    expect(readNumber('identity', withCheck('21010220240229001'))).toBeDefined()
  })
  it.each(['130503670401001', '1101051949123100XX', '11010519491231002'])('«%s» is none', (typed) => {
    expect(readNumber('identity', typed)).toBeUndefined()
  })
})

describe('a phone number', () => {
  it.each(['13800138000', '+86 138-0013-8000', '8613800138000', '008613800138000', '１３８００１３８０００'])(
    '«%s» is the same',
    (typed) => {
      expect(readNumber('phone', typed)).toBe('13800138000')
    },
  )
  it.each(['12800138000', '1380013800', '138001380000', '02423456789', '+8713800138000'])('«%s» is none', (typed) => {
    expect(readNumber('phone', typed)).toBeUndefined()
  })
})

describe('plain text', () => {
  it('is the same after it was made plain once more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text))
      }),
    )
  })
})
