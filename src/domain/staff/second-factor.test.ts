import { describe, expect, it } from 'vitest'
import { confirmFactor, takeCode } from './second-factor'

const now = new Date('2026-03-10T02:00:00Z')
const set = { confirmedAt: '2026-03-01T00:00:00.000Z', lastStep: 100, recovery: ['one', 'two'] }
const begun = { confirmedAt: '', lastStep: 0, recovery: [] }
const digits = (...steps: number[]) => ({ steps, recovery: '' })

describe('a code of the second factor', () => {
  it('is taken once: its step and all before it are over', () => {
    expect(takeCode(set, digits(101))).toEqual({ ok: true, data: { ...set, lastStep: 101 } })
    expect(takeCode(set, digits(100))).toMatchObject({ code: 'WRONG_CODE' })
    expect(takeCode(set, digits(99))).toMatchObject({ code: 'WRONG_CODE' })
  })
  it('that is no step of now is wrong', () => {
    expect(takeCode(set, digits())).toMatchObject({ code: 'WRONG_CODE' })
  })
  it('from the list of recovery works once and leaves the others', () => {
    const taken = takeCode(set, { steps: [], recovery: 'one' })
    expect(taken).toEqual({ ok: true, data: { ...set, recovery: ['two'] } })
    expect(taken.ok && takeCode(taken.data, { steps: [], recovery: 'one' })).toMatchObject({ code: 'WRONG_CODE' })
  })
})

describe('setting it up', () => {
  it('ends with a first right code, which is thereby used', () => {
    expect(confirmFactor(begun, digits(100), ['a'], now)).toEqual({
      ok: true,
      data: { confirmedAt: now.toISOString(), lastStep: 100, recovery: ['a'] },
    })
    expect(confirmFactor(begun, digits(), ['a'], now)).toMatchObject({ code: 'WRONG_CODE' })
  })
  it('cannot be ended where it was not begun, and not twice', () => {
    expect(confirmFactor(undefined, digits(100), [], now)).toMatchObject({ code: 'SET_UP_AGAIN' })
    expect(confirmFactor(set, digits(101), [], now)).toMatchObject({ code: 'SET_UP_AGAIN' })
  })
})
