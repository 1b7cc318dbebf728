import { describe, expect, it } from 'vitest'
import { inFours, isRecoveryCode, isSixDigits, secondCode } from './second-code'

describe('the second code as people type it', () => {
  it('may have spaces and full-width digits', () => {
    expect(secondCode(' 123 456 ')).toBe('123456')
    expect(secondCode('１２３４５６')).toBe('123456')
    expect(isSixDigits(secondCode('12345'))).toBe(false)
  })

  it('may be a recovery code, with the dash or without', () => {
    expect(secondCode('AB3DE FG4H5')).toBe('ab3de-fg4h5')
    expect(secondCode('ab3de-fg4h5')).toBe('ab3de-fg4h5')
    expect(isRecoveryCode(secondCode('ab3de–fg4h5'))).toBe(true)
    expect(isRecoveryCode('123456')).toBe(false)
  })
})

describe('the secret as it is shown', () => {
  it('stands in groups of four', () => {
    expect(inFours('JBSWY3DPEHPK3PXPAB')).toBe('JBSW Y3DP EHPK 3PXP AB')
    expect(inFours('')).toBe('')
  })
})
