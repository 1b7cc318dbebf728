import { describe, expect, it } from 'vitest'
import { branchCodeOf, fateOf, numbersOf } from './line'

const line = (change: object) => ({ branchCode: '', card: '', identity: '', phone: '', ...change })

describe('one line of a list', () => {
  it('gives each of its numbers in its one form', () => {
    expect(numbersOf(line({ card: 'sy 001', identity: '11010519491231002x', phone: '138 0013 8000' }))).toEqual([
      { kind: 'card', number: 'SY001' },
      { kind: 'identity', number: '11010519491231002X' },
      { kind: 'phone', number: '13800138000' },
    ])
  })
  it('needs one number', () => {
    expect(numbersOf(line({ card: '  ', phone: '\t' }))).toBe('number-missing')
  })
  it.each([
    ['card', 'a'],
    ['identity', '110105194912310021'],
    ['phone', '123'],
  ] as const)('is refused for a wrong %s, even beside a good one', (kind, cell) => {
    expect(numbersOf(line({ card: 'SY001', phone: '13800138000', [kind]: cell }))).toBe(`${kind}-malformed`)
  })
  it.each([
    "=cmd|' /C calc'!A0",
    '=1234',
    '+12345',
    '-12345',
    '@SUM1',
    '\t12345',
    '\r12345',
    '＝1234',
    '－12345',
    ' -12345',
  ])('takes «%s» for a formula, not for a number', (cell) => {
    expect(numbersOf(line({ card: cell }))).toBe('card-malformed')
  })
  it('takes a plus for a formula unless it stands before a phone number', () => {
    expect(numbersOf(line({ phone: '+86 13800138000' }))).toEqual([{ kind: 'phone', number: '13800138000' }])
    expect(numbersOf(line({ phone: '+1+cmd' }))).toBe('phone-malformed')
    expect(numbersOf(line({ card: '+8612345' }))).toBe('card-malformed')
  })
  it('names its branch in any case, or not at all', () => {
    expect(branchCodeOf(line({ branchCode: ' Tractor-Works ' }))).toBe('tractor-works')
    expect(branchCodeOf(line({ branchCode: '  ' }))).toBeUndefined()
  })
  it('counts once, by the best that became of its numbers', () => {
    expect(fateOf(['other-branch', 'added'])).toBe('added')
    expect(fateOf(['already', 'moved'])).toBe('moved')
    expect(fateOf(['twice-in-file', 'already'])).toBe('already')
    expect(fateOf(['not-in-list', 'removed'])).toBe('removed')
    expect(fateOf(['other-branch', 'twice-in-file'])).toBe('other-branch')
  })
})
